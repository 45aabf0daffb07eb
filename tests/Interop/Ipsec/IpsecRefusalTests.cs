using NetConnect.Devices;
using NetConnect.Interop.Tests.Networks;
using NetConnect.SiteToSite;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>What does not fit must not come up, must say why, and must leave the other tunnel alone.</summary>
public sealed class IpsecRefusalTests
{
    private static readonly VpnTunnelOption s_options = VpnTunnelPresets.Get("CNSA").Option;

    [Fact]
    public async Task A_wrong_key_fails_one_tunnel_and_leaves_the_other_up()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl");
        DeviceConfigInput input = TwoTunnels.Input(s_options);
        var tunnels = new TwoTunnels(lab, input);
        await tunnels.BuildAsync(onOneHost: true, awsKeys: (tunnel, key) => tunnel == 0 ? PreSharedKeys.Generate() : key);
        Charon device = await DeviceDaemon.StartAsync(lab, tunnels.DeviceHosts[0], "device", DeviceFormats.Get("swanctl").Render(input));

        await device.LogsAsync("received AUTHENTICATION_FAILED notify error");
        await tunnels.UpAsync(1);
        Assert.Empty(await tunnels.Aws[0].AssociationsAsync());
    }

    [Fact]
    public async Task Other_algorithms_fail_with_no_proposal_chosen()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl");
        DeviceConfigInput input = TwoTunnels.Input(s_options);
        var tunnels = new TwoTunnels(lab, input);
        await tunnels.BuildAsync(
            onOneHost: true, awsOptions: (tunnel, options) => tunnel == 0 ? options with { Phase1DHGroupNumbers = [21] } : options);
        Charon device = await DeviceDaemon.StartAsync(lab, tunnels.DeviceHosts[0], "device", DeviceFormats.Get("swanctl").Render(input));

        await device.LogsAsync("received NO_PROPOSAL_CHOSEN notify error");
        await tunnels.UpAsync(1);
        Assert.Empty(await tunnels.Aws[0].AssociationsAsync());
    }

    [Fact]
    public async Task Another_group_for_phase_2_shows_only_when_it_is_rekeyed()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl");
        DeviceConfigInput input = TwoTunnels.Input(s_options);
        var tunnels = new TwoTunnels(lab, input);
        await tunnels.BuildAsync(awsOptions: (_, options) => options with { Phase2DHGroupNumbers = [19] });
        Charon device = await DeviceDaemon.StartAsync(lab, tunnels.DeviceHosts[0], "device", DeviceFormats.Get("swanctl").Render(input));

        await tunnels.UpAsync(0);
        Assert.DoesNotContain("NO_PROPOSAL_CHOSEN", device.Log, StringComparison.Ordinal);
        await device.SwanctlAsync("--rekey", "--child", $"{input.Vpn.VpnConnectionId}-tunnel1");
        await device.LogsAsync("received NO_PROPOSAL_CHOSEN notify");
    }
}
