using System.Security;
using NetConnect.Addressing;
using NetConnect.Devices;

namespace NetConnect.Tests.Devices;

public sealed class DevicePlannerTests
{
    private static readonly DeviceConfigInput s_static = DeviceSamples.Static(new());
    private static readonly DeviceConfigInput s_bgp = DeviceSamples.Bgp(new());

    [Fact]
    public void Tunnels_are_in_the_numeric_order_of_their_outside_addresses()
    {
        DevicePlan plan = Plan(s_static);

        Assert.Equal([DeviceSamples.First, DeviceSamples.Second], plan.Tunnels.Select(tunnel => tunnel.OutsideAddress));
        Assert.Equal([1, 2], plan.Tunnels.Select(tunnel => tunnel.Number));
        Assert.Equal(2, plan.Tunnels.Select(tunnel => tunnel.InterfaceNumber).Distinct().Count());
    }

    [Fact]
    public void The_first_inside_address_is_awss_and_the_second_the_devices()
    {
        Assert.Equal(
            [("169.254.10.1", "169.254.10.2"), ("169.254.20.5", "169.254.20.6")],
            Plan(s_static).Tunnels.Select(tunnel => (tunnel.AwsInside, tunnel.DeviceInside)));
        DevicePlan ipv6 = Plan(DeviceSamples.Static(new() { TunnelInsideIpv6Cidr = "fd00:1::4/126" }));
        Assert.Equal(("fd00:1::5", "fd00:1::6", "::/0"), (ipv6.Tunnels[0].AwsInside, ipv6.Tunnels[0].DeviceInside, ipv6.LocalSelector));
    }

    [Fact]
    public void A_key_that_is_not_known_has_words_in_its_place_and_a_note()
    {
        Dictionary<string, SecureString> keys = new() { [DeviceSamples.First] = DeviceSamples.Secure(DeviceSamples.FirstKey) };
        DeviceConfig config = DeviceSamples.Render("swanctl", s_static with { PreSharedKeys = keys });

        Assert.Contains("secret = \"KEY-OF-203.0.113.10\"", config.Files[0].Text, StringComparison.Ordinal);
        Assert.Single(config.Notes, note => note.Contains("KEY-OF-203.0.113.10", StringComparison.Ordinal));
    }

    [Fact]
    public void Behind_nat_the_device_still_goes_by_the_address_that_aws_knows()
    {
        string text = DeviceSamples.Text("swanctl", s_static with { Settings = s_static.Settings with { LocalAddress = "10.0.0.5" } });

        Assert.Contains("local_addrs = 10.0.0.5", text, StringComparison.Ordinal);
        Assert.Contains("id = 198.51.100.10", text, StringComparison.Ordinal);
        Assert.DoesNotContain("id = 10.0.0.5", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_is_said()
    {
        SiteToSiteVpn vpn = s_bgp.Vpn;
        Assert.All(
            new[]
            {
                s_bgp with { Vpn = vpn with { Tunnels = [] } },
                s_bgp with { Vpn = vpn with { CustomerGatewayIpAddress = null } },
                s_bgp with { Vpn = vpn with { CustomerGatewayAsn = null } },
                s_bgp with { Vpn = vpn with { AmazonSideAsn = null } },
                s_bgp with { Vpn = vpn with { Tunnels = [vpn.Tunnels[0] with { Options = new() }] } },
            },
            input =>
            {
                NetConnectException refusal = Assert.Throws<NetConnectException>(() => DeviceSamples.Render("json", input));
                Assert.Equal((ErrorIds.DeviceConfigIncomplete, DeviceSamples.Vpn), (refusal.ErrorId, refusal.Target));
            });
        Assert.Equal(0, Plan(s_static).AwsAsn);
    }

    [Fact]
    public void Missing_networks_are_noted()
    {
        Assert.Contains(Plan(s_static with { Settings = new() }).Notes, note => note.Contains("-RemoteNetwork", StringComparison.Ordinal));
        Assert.Contains(Plan(s_bgp with { Settings = new() }).Notes, note => note.Contains("-LocalNetwork", StringComparison.Ordinal));
        DeviceSettings settings = s_static.Settings with { LocalNetworks = [Cidr.Parse("172.16.0.0/12")] };
        Assert.Contains(
            Plan(s_static with { Settings = settings }).Notes,
            note => note.Contains("no static route to 172.16.0.0/12", StringComparison.Ordinal));
        Assert.Empty(Plan(s_static).Notes);
    }

    [Fact]
    public void Narrow_selectors_reach_the_device_and_exclude_bgp()
    {
        SiteToSiteVpn narrow = s_bgp.Vpn with { LocalIpv4NetworkCidr = "192.168.0.0/16", RemoteIpv4NetworkCidr = "10.1.0.0/16" };

        Assert.Contains(Plan(s_bgp with { Vpn = narrow }).Notes, note => note.Contains("BGP cannot run", StringComparison.Ordinal));
        string text = DeviceSamples.Text("swanctl", s_static with { Vpn = narrow with { StaticRoutesOnly = true } });
        Assert.Contains("local_ts = 192.168.0.0/16\n", text, StringComparison.Ordinal);
        Assert.Contains("remote_ts = 10.1.0.0/16\n", text, StringComparison.Ordinal);
    }

    private static DevicePlan Plan(DeviceConfigInput input) => DevicePlanner.Plan(input, DeviceVocabularies.StrongSwan("strongSwan"));
}
