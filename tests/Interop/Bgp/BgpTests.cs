using System.Diagnostics;
using System.Text.Json;
using NetConnect.Interop.Tests.Ipsec;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.Bgp;

/// <summary>Exported BGP, FRRouting's and BIRD's, over two real tunnels to BIRD as AWS's ends.</summary>
public sealed class BgpTests
{
    private const string Vpc = "10.1.0.0/16";
    private const string Summary = "show bgp ipv4 unicast summary json";

    [Fact]
    public async Task Frr_exchanges_prefixes_over_both_tunnels_and_goes_on_over_one()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl", "ping", "zebra", "bgpd", "vtysh", "bird", "birdc");
        using LabVpn vpn = await LabVpn.MakeAsync(lab, "New-VpnTunnelOption Recommended", LabRouting.TransitBgp, "swanctl", "frr");
        var watch = Stopwatch.StartNew();
        (TwoTunnels tunnels, List<Bird> aws) = await BuildAsync(lab, vpn);
        Frr frr = await Frr.StartAsync(lab, tunnels.DeviceHosts[0], vpn.ExportedText("frr", ".frr.conf"));

        await Poll.UntilAsync("both sessions", () => frr.ShowAsync(Summary), summary => Established(summary) == 2);
        await Poll.UntilAsync("two ways to the VPC", () => RouteAsync(lab, tunnels), route => NextHops(vpn, route).Count == 2);
        foreach (Bird bird in aws) await LearntAsync(bird);
        TestContext.Current.TestOutputHelper?.WriteLine($"established after {watch.ElapsedMilliseconds} ms");

        // What the exported updown script does when the daemon says that a tunnel is down.
        watch.Restart();
        await lab.IpAsync(tunnels.DeviceHosts[0], "link set ipsec0 down");
        await Poll.UntilAsync("one way", () => RouteAsync(lab, tunnels), route => NextHops(vpn, route) is [1]);
        // The kernel forgets the route before bgpd hears of the interface.
        await Poll.UntilAsync("one session", () => frr.ShowAsync(Summary), summary => Established(summary) == 1);
        TestContext.Current.TestOutputHelper?.WriteLine($"failed over after {watch.ElapsedMilliseconds} ms");
        await tunnels.PingAsync(1, "ipsec1");
    }

    [Fact]
    public async Task Frr_announces_nothing_but_the_networks_behind_the_device()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl", "ping", "zebra", "bgpd", "vtysh", "bird", "birdc");
        using LabVpn vpn = await LabVpn.MakeAsync(lab, "New-VpnTunnelOption CNSA", LabRouting.Bgp, "swanctl", "frr");
        (TwoTunnels tunnels, List<Bird> aws) = await BuildAsync(lab, vpn);
        Frr frr = await Frr.StartAsync(lab, tunnels.DeviceHosts[0], vpn.ExportedText("frr", ".frr.conf"));

        await Poll.UntilAsync("both sessions", () => frr.ShowAsync(Summary), summary => Established(summary) == 2);
        await Poll.UntilAsync("one way at a time", () => RouteAsync(lab, tunnels), route => NextHops(vpn, route).Count == 1);
        // The VPC, learnt over the other tunnel, must not come back: the device is no transit.
        foreach (Bird bird in aws) Assert.DoesNotContain(Vpc, await LearntAsync(bird), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bird_exchanges_prefixes_over_both_tunnels()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl", "ping", "bird", "birdc");
        using LabVpn vpn = await LabVpn.MakeAsync(lab, "New-VpnTunnelOption Compatible", LabRouting.Bgp, "swanctl", "bird");
        (TwoTunnels tunnels, List<Bird> aws) = await BuildAsync(lab, vpn);
        string socket = Path.Combine(lab.Folder, "device.ctl");
        await lab.Start(tunnels.DeviceHosts[0], "bird", ["-f", "-c", vpn.ExportedFile("bird", ".bird.conf"), "-s", socket]).IsRunningAsync();

        await Poll.UntilAsync("a way to the VPC", () => RouteAsync(lab, tunnels), route => NextHops(vpn, route).Count == 1);
        foreach (Bird bird in aws) Assert.DoesNotContain(Vpc, await LearntAsync(bird), StringComparison.Ordinal);
    }

    /// <summary>Two tunnels that end on one host, each in a daemon of its own, with inside addresses and BIRD at AWS's ends.</summary>
    private static async Task<(TwoTunnels Tunnels, List<Bird> Aws)> BuildAsync(Lab lab, LabVpn vpn)
    {
        var tunnels = new TwoTunnels(lab, vpn);
        await tunnels.BuildAsync(onOneHost: true);
        // The one change to the export: each daemon starts its own tunnel, not both.
        string text = vpn.ExportedText("swanctl").Replace("start_action = start", "start_action = none", StringComparison.Ordinal);
        List<Bird> aws = [];
        for (int i = 0; i < vpn.Tunnels.Count; i++)
        {
            Charon device = await Charon.StartAsync(lab, tunnels.DeviceHosts[i], $"device{i}", sharesHost: i > 0);
            await device.LoadAsync(text, connections: 2);
            (await device.SwanctlAsync("--initiate", "--child", tunnels.Child(i), "--timeout", "50")).Succeeded();
            await tunnels.PingAsync(i, $"ipsec{i}");
            aws.Add(await Bird.StartAsync(lab, tunnels.Aws[i].Host, $"aws{i}", vpn, vpn.Tunnels[i]));
        }
        return (tunnels, aws);
    }

    /// <summary>What an end at AWS learnt, once the networks behind the device are in it.</summary>
    private static Task<string> LearntAsync(Bird bird) => Poll.UntilAsync(
        "the prefix at AWS",
        () => bird.ShowAsync("show route protocol customer"),
        text => text.Contains("192.168.0.0/16", StringComparison.Ordinal));

    private static Task<string> RouteAsync(Lab lab, TwoTunnels tunnels) => lab.IpAsync(tunnels.DeviceHosts[0], $"route show {Vpc}");

    /// <summary>The tunnels, from 0, by which a route leads.</summary>
    private static IReadOnlyList<int> NextHops(LabVpn vpn, string route) =>
        [.. Enumerable.Range(0, vpn.Tunnels.Count).Where(i => route.Contains($"via {vpn.Tunnels[i].AwsInside} ", StringComparison.Ordinal))];

    private static int Established(string summary)
    {
        using var json = JsonDocument.Parse(summary);
        return json.RootElement.TryGetProperty("peers", out JsonElement peers)
            ? peers.EnumerateObject().Count(peer => peer.Value.GetProperty("state").GetString() == "Established")
            : 0;
    }
}
