using System.Text.RegularExpressions;
using NetConnect.Interop.Tests.Hosting;
using NetConnect.Interop.Tests.Networks;
using NetConnect.Sandbox.Ec2.Vpn.Tunnels;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>Reset-VpnTunnelKey on two real tunnels, whose device gets each key by Export-VpnDeviceConfig, while a ping runs through them.</summary>
public sealed partial class KeyRotationTests
{
    private const double Interval = 0.1;

    [Fact]
    public async Task Both_keys_change_and_a_ping_loses_no_more_than_a_failover()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl", "ping");
        using LabVpn vpn = await LabVpn.MakeAsync(lab, "New-VpnTunnelOption Recommended", LabRouting.Static, "swanctl");
        var tunnels = new TwoTunnels(lab, vpn);
        await tunnels.BuildAsync(onOneHost: true);
        RoutedDevice device = await RoutedDevice.StartAsync(lab, vpn, tunnels);
        await using var ends = new AwsEnds(tunnels, vpn);
        ends.Follow();
        await vpn.IsUpAsync();
        string[] before = [.. vpn.Tunnels.Select(tunnel => tunnel.Key)];

        await lab.RunOnAsync(device.Host, "ping", "-c", "1", "-w", "50", "-I", RoutedDevice.Own, RoutedDevice.Vpc);
        LabDaemon ping = lab.Start(device.Host, "ping", ["-n", "-i", $"{Interval}", "-I", RoutedDevice.Own, RoutedDevice.Vpc]);
        ProgramRun run = await vpn.RunAsync("reset_key.ps1", "-Take", device.Take);
        string pings = await ping.InterruptAsync();

        Assert.Equal(vpn.Tunnels.Select(tunnel => tunnel.Outside).Order(), run.Succeeded().Output.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Order());
        Assert.All(vpn.Tunnels.Zip(before), pair => Assert.NotEqual(pair.Second, pair.First.Key));
        Match total = Total().Match(pings);
        Assert.True(total.Success, pings);
        int[] answered = [.. Answer().Matches(pings).Select(match => int.Parse(match.Groups[1].Value, null))];
        int longest = answered.Zip(answered.Skip(1), (one, next) => next - one - 1).Max();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{total.Groups[1].Value} pings, {int.Parse(total.Groups[1].Value, null) - int.Parse(total.Groups[2].Value, null)} lost, at most {longest} in a row");
        // A tunnel that falls silent is given up after this time, and the other one taken.
        int failover = int.Parse(vpn.Tunnels[0].Allowed(TunnelOption.DpdTimeout)[0], null);
        Assert.True(longest * Interval < failover, pings);
    }

    [GeneratedRegex(@"(\d+) packets transmitted, (\d+) received")]
    private static partial Regex Total();

    [GeneratedRegex(@"icmp_seq=(\d+) ttl=")]
    private static partial Regex Answer();
}
