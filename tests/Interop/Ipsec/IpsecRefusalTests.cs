using NetConnect.Interop.Tests.Networks;
using NetConnect.Sandbox.Ec2.Vpn.Tunnels;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>What does not fit must not come up, must say why, and must leave the other tunnel alone.</summary>
public sealed class IpsecRefusalTests
{
    private const string Options = "New-VpnTunnelOption CNSA";

    [Fact]
    public async Task A_wrong_key_fails_one_tunnel_and_leaves_the_other_up()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl");
        using LabVpn vpn = await LabVpn.MakeAsync(lab, Options, LabRouting.Static, "swanctl");
        var tunnels = new TwoTunnels(lab, vpn);
        await tunnels.BuildAsync(onOneHost: true, firstKey: "Another.Key_Than_The.Device_Has");
        Charon device = await tunnels.StartDeviceAsync(0, "swanctl");

        await device.LogsAsync("received AUTHENTICATION_FAILED notify error");
        await tunnels.UpAsync(1);
        Assert.Empty(await tunnels.Aws[0].AssociationsAsync());
    }

    [Fact]
    public async Task Other_algorithms_fail_with_no_proposal_chosen()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl");
        using LabVpn vpn = await LabVpn.MakeAsync(lab, Options, LabRouting.Static, "swanctl");
        var tunnels = new TwoTunnels(lab, vpn);
        await tunnels.BuildAsync(onOneHost: true, changed: (TunnelOption.Phase1Group, "21", InBoth: false));
        Charon device = await tunnels.StartDeviceAsync(0, "swanctl");

        await device.LogsAsync("received NO_PROPOSAL_CHOSEN notify error");
        await tunnels.UpAsync(1);
        Assert.Empty(await tunnels.Aws[0].AssociationsAsync());
    }

    [Fact]
    public async Task Another_group_for_phase_2_shows_only_when_it_is_rekeyed()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl", "ping");
        using LabVpn vpn = await LabVpn.MakeAsync(lab, Options, LabRouting.Static, "swanctl");
        var tunnels = new TwoTunnels(lab, vpn);
        await tunnels.BuildAsync(changed: (TunnelOption.Phase2Group, "19", InBoth: true));
        Charon device = await tunnels.StartDeviceAsync(0, "swanctl");

        await tunnels.UpAsync(0);
        // A packet that comes back says that the device's end is up, too, and has something to rekey.
        await tunnels.PingAsync(0);
        Assert.DoesNotContain("NO_PROPOSAL_CHOSEN", device.Log, StringComparison.Ordinal);
        await device.SwanctlAsync("--rekey", "--child", tunnels.Child(0));
        await device.LogsAsync("received NO_PROPOSAL_CHOSEN notify");
    }
}
