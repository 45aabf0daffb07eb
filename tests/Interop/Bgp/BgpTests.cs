using System.Diagnostics;
using System.Text.Json;
using NetConnect.Devices;
using NetConnect.Interop.Tests.Ipsec;
using NetConnect.Interop.Tests.Networks;
using NetConnect.SiteToSite;

namespace NetConnect.Interop.Tests.Bgp;

/// <summary>Exported BGP, FRRouting's and BIRD's, over two real tunnels to BIRD as AWS's ends.</summary>
public sealed class BgpTests
{
    private const string Summary = "show bgp ipv4 unicast summary json";

    private static readonly TimeSpan s_session = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Frr_exchanges_prefixes_over_both_tunnels_and_goes_on_over_one()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl", "ping", "zebra", "bgpd", "vtysh", "bird", "birdc");
        var watch = Stopwatch.StartNew();
        DeviceConfigInput input = TwoTunnels.Input(VpnTunnelPresets.Get("Recommended").Option, usesBgp: true);
        (TwoTunnels tunnels, List<Bird> aws) = await BuildAsync(lab, input);
        Frr frr = await Frr.StartAsync(lab, tunnels.DeviceHosts[0], DeviceFormats.Get("frr").Render(input).Files[0].Text);

        await Poll.UntilAsync("both sessions", s_session, () => frr.ShowAsync(Summary), summary => Established(summary) == 2);
        await Poll.UntilAsync("two ways to the VPC", s_session, () => RouteAsync(lab, tunnels), route => NextHops(route).Count == 2);
        foreach (Bird bird in aws) await LearntAsync(bird);
        TestContext.Current.TestOutputHelper?.WriteLine($"established after {watch.ElapsedMilliseconds} ms");

        // What the exported updown script does when the daemon says that a tunnel is down.
        watch.Restart();
        await lab.IpAsync(tunnels.DeviceHosts[0], "link set ipsec0 down");
        string left = await Poll.UntilAsync("one way", s_session, () => RouteAsync(lab, tunnels), route => NextHops(route).Count == 1);
        Assert.Equal([TwoTunnels.AwsInside[1]], NextHops(left));
        Assert.Equal(1, Established(await frr.ShowAsync(Summary)));
        TestContext.Current.TestOutputHelper?.WriteLine($"failed over after {watch.ElapsedMilliseconds} ms");
        await tunnels.PingAsync(1, "ipsec1");
    }

    [Fact]
    public async Task Frr_announces_nothing_but_the_networks_behind_the_device()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl", "ping", "zebra", "bgpd", "vtysh", "bird", "birdc");
        DeviceConfigInput input = TwoTunnels.Input(VpnTunnelPresets.Get("CNSA").Option, usesBgp: true);
        (TwoTunnels tunnels, List<Bird> aws) = await BuildAsync(lab, input);
        Frr frr = await Frr.StartAsync(lab, tunnels.DeviceHosts[0], DeviceFormats.Get("frr").Render(input).Files[0].Text);

        await Poll.UntilAsync("both sessions", s_session, () => frr.ShowAsync(Summary), summary => Established(summary) == 2);
        // The VPC, learnt over the other tunnel, must not come back: the device is no transit.
        foreach (Bird bird in aws) Assert.DoesNotContain("10.1.0.0/16", await LearntAsync(bird), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bird_exchanges_prefixes_over_both_tunnels()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl", "ping", "bird", "birdc");
        DeviceConfigInput input = TwoTunnels.Input(VpnTunnelPresets.Get("Compatible").Option, usesBgp: true);
        (TwoTunnels tunnels, List<Bird> aws) = await BuildAsync(lab, input);
        string socket = Path.Combine(lab.Folder, "device.ctl");
        string file = lab.Write("device.bird.conf", DeviceFormats.Get("bird").Render(input).Files[0].Text);
        await lab.Start(tunnels.DeviceHosts[0], "bird", ["-f", "-c", file, "-s", socket]).IsRunningAsync();

        await Poll.UntilAsync("two ways to the VPC", s_session, () => RouteAsync(lab, tunnels), route => NextHops(route).Count == 2);
        foreach (Bird bird in aws) Assert.DoesNotContain("10.1.0.0/16", await LearntAsync(bird), StringComparison.Ordinal);
    }

    /// <summary>Two tunnels that end on one host, each in a daemon of its own, with inside addresses and BIRD at AWS's ends.</summary>
    private static async Task<(TwoTunnels Tunnels, List<Bird> Aws)> BuildAsync(Lab lab, DeviceConfigInput input)
    {
        var tunnels = new TwoTunnels(lab, input);
        await tunnels.BuildAsync(onOneHost: true);
        // The one change to the export: each daemon starts its own tunnel, not both.
        string export = DeviceFormats.Get("swanctl").Render(input).Files[0].Text;
        string text = export.Replace("start_action = start", "start_action = none", StringComparison.Ordinal);
        List<Bird> aws = [];
        for (int i = 0; i < TwoTunnels.Outside.Length; i++)
        {
            Charon device = await Charon.StartAsync(lab, tunnels.DeviceHosts[i], $"device{i}", sharesHost: i > 0);
            await device.LoadAsync(text, connections: 2);
            string child = $"{input.Vpn.VpnConnectionId}-tunnel{i + 1}";
            (await device.SwanctlAsync("--initiate", "--child", child, "--timeout", "10")).Succeeded();
            await tunnels.PingAsync(i, $"ipsec{i}");
            aws.Add(await Bird.StartAsync(lab, tunnels.Aws[i].Host, $"aws{i}", TwoTunnels.AwsInside[i], TwoTunnels.DeviceInside[i]));
        }
        return (tunnels, aws);
    }

    /// <summary>What an end at AWS learnt, once the networks behind the device are in it.</summary>
    private static Task<string> LearntAsync(Bird bird) => Poll.UntilAsync(
        "the prefix at AWS",
        s_session,
        () => bird.ShowAsync("show route protocol customer"),
        text => text.Contains("192.168.0.0/16", StringComparison.Ordinal));

    private static Task<string> RouteAsync(Lab lab, TwoTunnels tunnels) => lab.IpAsync(tunnels.DeviceHosts[0], "route show 10.1.0.0/16");

    private static IReadOnlyList<string> NextHops(string route) =>
        [.. TwoTunnels.AwsInside.Where(address => route.Contains($"via {address} ", StringComparison.Ordinal))];

    private static int Established(string summary)
    {
        using var json = JsonDocument.Parse(summary);
        return json.RootElement.TryGetProperty("peers", out JsonElement peers)
            ? peers.EnumerateObject().Count(peer => peer.Value.GetProperty("state").GetString() == "Established")
            : 0;
    }
}
