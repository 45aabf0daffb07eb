using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.Vpn;

public sealed class TunnelTests : VpnTest
{
    [Fact]
    public async Task A_tunnel_is_down_until_its_device_is_there_and_again_when_it_is_gone()
    {
        string id = await ConnectionAsync();
        string[] outside = await OutsideAsync(id);
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside[0]));
        Server.Vpn.Connect(id, outside[0]);
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside[0]));
        Settle();
        Assert.Equal("UP, IPSEC IS UP", await StatusAsync(id, outside[0]));
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside[1]));
        Server.Vpn.Disconnect(id, outside[0]);
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside[0]));
    }

    [Fact]
    public async Task With_bgp_a_tunnel_is_up_only_once_the_session_is()
    {
        string id = await ConnectionAsync(staticRoutes: false);
        string outside = (await OutsideAsync(id))[0];
        Server.Vpn.Connect(id, outside, "192.168.178.0/24", "192.168.179.0/24");
        Server.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("DOWN, IPSEC IS UP", await StatusAsync(id, outside));
        Settle();
        Assert.Equal("UP, 2 BGP ROUTES", await StatusAsync(id, outside));
        Assert.Equal("2", (await TelemetryAsync(id, outside)).Element("acceptedRouteCount")!.Value);
    }

    [Fact]
    public async Task A_session_that_fails_or_announces_too_much_stays_down_over_ipsec_that_is_up()
    {
        string id = await ConnectionAsync(staticRoutes: false);
        string[] outside = await OutsideAsync(id);
        Server.Vpn.Connect(id, outside[0], new SandboxVpnPeer { RunsBgp = false });
        Server.Vpn.Connect(id, outside[1], Enumerable.Range(0, 101).Select(i => $"192.168.{i}.0/24").ToArray());
        Settle();
        Assert.Equal("DOWN, IPSEC IS UP", await StatusAsync(id, outside[0]));
        Assert.Equal("DOWN, IPSEC IS UP", await StatusAsync(id, outside[1]));
    }

    [Fact]
    public async Task A_wrong_key_and_a_proposal_that_nobody_shares_keep_a_tunnel_down()
    {
        string id = await ConnectionAsync(staticRoutes: true, ("Options.TunnelOptions.1.Phase1DHGroupNumber.1.Value", "20"));
        string outside = (await OutsideAsync(id))[0];
        Server.Vpn.Connect(id, outside, new SandboxVpnPeer { PreSharedKey = "not.the_key" });
        Settle();
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside));
        Server.Vpn.Connect(id, outside, new SandboxVpnPeer { Phase1DHGroupNumbers = [2, 14] });
        Settle();
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside));
        Server.Vpn.Connect(id, outside, new SandboxVpnPeer { Phase1DHGroupNumbers = [14, 20] });
        Settle();
        Assert.Equal("UP, IPSEC IS UP", await StatusAsync(id, outside));
    }

    [Fact]
    public async Task Ikev1_has_no_combined_ciphers_for_phase_1()
    {
        string id = await ConnectionAsync(staticRoutes: true, ("Options.TunnelOptions.1.IKEVersion.1.Value", "ikev1"),
            ("Options.TunnelOptions.1.Phase1EncryptionAlgorithm.1.Value", "AES256-GCM-16"));
        string outside = (await OutsideAsync(id))[0];
        Server.Vpn.Connect(id, outside);
        Settle();
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside));
    }

    [Fact]
    public async Task A_flap_is_scripted_and_ends_up()
    {
        string id = await ConnectionAsync();
        string outside = (await OutsideAsync(id))[0];
        Assert.Throws<InvalidOperationException>(() => Server.Vpn.Flap(id, outside, 1, TimeSpan.Zero, TimeSpan.Zero));
        Server.Vpn.Connect(id, outside);
        Settle();
        Server.Vpn.Flap(id, outside, 2, up: TimeSpan.FromMinutes(2), down: TimeSpan.FromMinutes(1));
        var seen = new List<string>();
        for (int minute = 0; minute < 7; minute++)
        {
            seen.Add((await StatusAsync(id, outside)).Split(',')[0]);
            Server.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal(["UP", "UP", "DOWN", "UP", "UP", "DOWN", "UP"], seen);
    }

    [Fact]
    public async Task Telemetry_says_when_the_status_last_changed_and_stands_in_an_order_of_its_own()
    {
        string id = await ConnectionAsync();
        string outside = (await OutsideAsync(id))[0];
        Server.Vpn.Connect(id, outside);
        Settle();
        DateTimeOffset up = Changed(await TelemetryAsync(id, outside));
        Settle();
        Assert.Equal(up, Changed(await TelemetryAsync(id, outside)));
        Server.Vpn.Disconnect(id, outside);
        Assert.True(Changed(await TelemetryAsync(id, outside)) > up);
        string[] order = (await DescribeAsync(id)).Element("vgwTelemetry")!.Descendants("outsideIpAddress").Select(ip => ip.Value)
            .ToArray();
        Assert.Equal(order.Order(StringComparer.Ordinal), order);

        static DateTimeOffset Changed(XElement telemetry) => DateTimeOffset.Parse(telemetry.Element("lastStatusChange")!.Value, null);
    }

    [Fact]
    public void A_tunnel_that_is_not_there_cannot_be_connected() => Assert.Throws<ArgumentException>(
        () => Server.Vpn.Connect("vpn-0123456789abcdef0", "198.18.0.1", Array.Empty<string>()));
}
