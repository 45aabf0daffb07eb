using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>The life of a VPN as docs/site-to-site-vpn.md tells it: up against strongSwan, its keys changed, broken on purpose and explained, removed.</summary>
public sealed class VpnLifeTests
{
    [Fact]
    public async Task A_vpn_comes_up_changes_its_keys_says_why_it_is_broken_and_goes()
    {
        string pwsh = LabProgram.Require("pwsh");
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl", "ping");
        using LabVpn vpn = await LabVpn.MakeAsync(lab, "New-VpnTunnelOption Recommended", LabRouting.Static, "swanctl");
        var tunnels = new TwoTunnels(lab, vpn);
        await tunnels.BuildAsync(onOneHost: true);
        RoutedDevice device = await RoutedDevice.StartAsync(lab, vpn, tunnels);
        await using var ends = new AwsEnds(tunnels, vpn);
        ends.Follow();
        await vpn.IsUpAsync();
        // What is found is mended by what the finding says, and then nothing is found.
        string up = await LiveAsync("up");
        Assert.Contains("NoRoute", up, StringComparison.Ordinal);
        Assert.EndsWith("PS> Test-SiteToSiteVpn office", up.TrimEnd(), StringComparison.Ordinal);
        string rotated = await LiveAsync("rotate");
        Assert.All(vpn.Tunnels, tunnel => Assert.Contains($"{tunnel.Outside} has a new key", rotated, StringComparison.Ordinal));

        // AWS's end of the first tunnel gets a key that nobody gives the device, which tries again with its own.
        await LiveAsync("break", "-Tunnel", vpn.Tunnels[0].Outside);
        await Poll.UntilAsync("the first tunnel is down in the sandbox", () => !vpn.Tunnels[0].IsUp);
        await device.Daemons[0].SwanctlAsync("--initiate", "--child", tunnels.Child(0), "--timeout", "10");
        string log = lab.Write("device.log", string.Join('\n', device.Daemons[0].Log.Split('\n').TakeLast(20)));
        string explained = await LiveAsync("broken", "-Log", log);
        Assert.Contains("KeyMismatch", explained, StringComparison.Ordinal);
        Assert.EndsWith("PS> Get-SiteToSiteVpn", (await LiveAsync("remove")).TrimEnd(), StringComparison.Ordinal);

        async Task<string> LiveAsync(string part, params string[] arguments)
        {
            string output = (await vpn.RunInAsync(pwsh, "vpn_life.ps1", ["-Part", part, "-Take", device.Take, .. arguments])).Succeeded().Output;
            TestContext.Current.TestOutputHelper?.WriteLine(output);
            return output;
        }
    }
}
