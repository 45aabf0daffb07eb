using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.Vpn;

public sealed class VpnConnectionTests : VpnTest
{
    private const string First = "Options.TunnelOptions.1.";

    [Fact]
    public async Task A_connection_takes_time_and_a_deleted_one_shows_for_an_hour()
    {
        XElement created = await Network.CallAsync("CreateVpnConnection", Request(await CustomerGatewayAsync(), await VpnGatewayAsync()));
        string id = created.Descendants("vpnConnectionId").Single().Value;
        Assert.Equal("pending", created.Element("vpnConnection")!.Element("state")!.Value);
        Settle();
        Assert.Equal("available", (await DescribeAsync(id)).Element("state")!.Value);
        await Network.CallAsync("DeleteVpnConnection", ("VpnConnectionId", id));
        XElement deleting = await DescribeAsync(id);
        Assert.Equal("deleting", deleting.Element("state")!.Value);
        Assert.Null(deleting.Element("customerGatewayConfiguration"));
        Settle();
        Assert.Equal("deleted", (await DescribeAsync(id)).Element("state")!.Value);
        Assert.Equal("InvalidVpnConnectionID.NotFound", await Network.ErrorAsync("DeleteVpnConnection", ("VpnConnectionId", id)));
        Server.Advance(TimeSpan.FromHours(1));
        Assert.Equal("InvalidVpnConnectionID.NotFound", await Network.ErrorAsync("DescribeVpnConnections", ("VpnConnectionId.1", id)));
    }

    [Fact]
    public async Task What_nobody_asked_for_is_made_up_or_left_out()
    {
        string id = await ConnectionAsync(staticRoutes: false);
        XElement options = (await DescribeAsync(id)).Element("options")!;
        Assert.Equal("0.0.0.0/0", options.Element("localIpv4NetworkCidr")!.Value);
        Assert.Equal("PublicIpv4", options.Element("outsideIpAddressType")!.Value);
        XElement[] tunnels = await TunnelsAsync(id);
        Assert.Equal(2, tunnels.Select(tunnel => tunnel.Element("outsideIpAddress")!.Value).Distinct().Count());
        Assert.Equal(2, tunnels.Select(tunnel => tunnel.Element("tunnelInsideCidr")!.Value).Distinct().Count());
        Assert.All(tunnels, tunnel => Assert.Matches("^[A-Za-z1-9][A-Za-z0-9]{31}$", tunnel.Element("preSharedKey")!.Value));
        Assert.All(tunnels, tunnel => Assert.Null(tunnel.Element("phase1LifetimeSeconds")));
        Assert.All(tunnels, tunnel => Assert.Equal("false", tunnel.Descendants("logEnabled").Single().Value));
    }

    [Fact]
    public async Task A_connection_has_one_gateway_of_aws_whose_asn_is_not_the_devices()
    {
        string customer = await CustomerGatewayAsync(asn: 64512);
        string gateway = await VpnGatewayAsync();
        Assert.Equal("InvalidParameterValue", await Network.ErrorAsync("CreateVpnConnection", Request(customer, gateway)));
        Assert.Equal("MissingParameter",
            await Network.ErrorAsync("CreateVpnConnection", ("Type", "ipsec.1"), ("CustomerGatewayId", customer)));
        Assert.Equal("InvalidParameterCombination", await Network.ErrorAsync("CreateVpnConnection",
            Request(customer, gateway, ("TransitGatewayId", "tgw-0123456789abcdef0"))));
        await Network.CallAsync("CreateVpnConnection", Request(customer, gateway, ("Options.StaticRoutesOnly", "true")));
    }

    [Fact]
    public async Task Asking_again_gives_the_connection_that_is_there_and_asking_for_another_fails()
    {
        string customer = await CustomerGatewayAsync();
        string gateway = await VpnGatewayAsync();
        (string, string)[] request = Request(customer, gateway,
            (First + "TunnelInsideCidr", "169.254.10.0/30"), (First + "IKEVersion.1.Value", "ikev2"));
        string id = (await Network.CallAsync("CreateVpnConnection", request)).Descendants("vpnConnectionId").Single().Value;
        Assert.Equal(id, (await Network.CallAsync("CreateVpnConnection", request)).Descendants("vpnConnectionId").Single().Value);
        Assert.Equal("InvalidOption.Conflict",
            await Network.ErrorAsync("CreateVpnConnection", Request(customer, gateway, ("Options.StaticRoutesOnly", "true"))));
        Assert.Equal("InvalidOption.Conflict",
            await Network.ErrorAsync("CreateVpnConnection", Request(customer, gateway, (First + "PreSharedKey", "another.key"))));
        Assert.Equal("InvalidCidr.InUse", await Network.ErrorAsync("CreateVpnConnection",
            Request(await CustomerGatewayAsync("203.0.113.11"), gateway, (First + "TunnelInsideCidr", "169.254.10.0/30"))));
    }

    [Fact]
    public async Task The_xml_has_the_keys_and_addresses_and_never_the_algorithms_that_were_asked_for()
    {
        string id = await ConnectionAsync(staticRoutes: false, (First + "TunnelInsideCidr", "169.254.10.0/30"),
            (First + "PreSharedKey", "the.first_key"), (First + "Phase1EncryptionAlgorithm.1.Value", "AES256"));
        XElement xml = XElement.Parse((await DescribeAsync(id)).Element("customerGatewayConfiguration")!.Value);
        XElement tunnel = xml.Elements("ipsec_tunnel").First();
        Assert.Equal(id, xml.Attribute("id")!.Value);
        Assert.Equal("the.first_key", tunnel.Descendants("pre_shared_key").Single().Value);
        Assert.Equal(["169.254.10.2", "169.254.10.1"],
            tunnel.Descendants("tunnel_inside_address").Select(end => end.Element("ip_address")!.Value));
        Assert.Equal(["65010", "64512"], tunnel.Descendants("asn").Select(asn => asn.Value));
        Assert.Equal((await OutsideAsync(id))[0], tunnel.Element("vpn_gateway")!.Descendants("ip_address").First().Value);
        Assert.Equal("aes-128-cbc", tunnel.Element("ike")!.Element("encryption_protocol")!.Value);
    }

    [Fact]
    public async Task A_key_in_secrets_manager_is_not_shown()
    {
        string id = await ConnectionAsync(staticRoutes: true, ("PreSharedKeyStorage", "SecretsManager"));
        XElement shown = await DescribeAsync(id);
        Assert.StartsWith("arn:aws:secretsmanager:eu-west-1:111111111111:secret:", shown.Element("preSharedKeyArn")!.Value,
            StringComparison.Ordinal);
        Assert.All(shown.Descendants("preSharedKey"), key => Assert.Equal("REDACTED", key.Value));
        Assert.Contains("<pre_shared_key>REDACTED<", shown.Element("customerGatewayConfiguration")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_find_a_connection_by_its_ends_and_routes()
    {
        string id = await ConnectionAsync();
        await Network.CallAsync("CreateVpnConnectionRoute", ("VpnConnectionId", id), ("DestinationCidrBlock", "192.168.178.0/24"));
        foreach ((string name, string value) in new[] { ("bgp-asn", "65010"), ("option.static-routes-only", "true"), ("type", "ipsec.1"),
            ("route.destination-cidr-block", "192.168.178.0/24"), ("state", "available"), ("vpn-gateway-id", "vgw-*") })
        {
            XElement found = await Network.CallAsync("DescribeVpnConnections", ("Filter.1.Name", name), ("Filter.1.Value.1", value));
            Assert.Equal(id, found.Descendants("vpnConnectionId").Single().Value);
        }
    }

    [Fact]
    public async Task A_gateway_has_ten_connections_at_most()
    {
        string gateway = await VpnGatewayAsync();
        for (int i = 1; i <= 10; i++)
            await Network.CallAsync("CreateVpnConnection", Request(await CustomerGatewayAsync($"203.0.113.{i}"), gateway));
        Assert.Equal("VpnConnectionLimitExceeded",
            await Network.ErrorAsync("CreateVpnConnection", Request(await CustomerGatewayAsync("203.0.113.11"), gateway)));
    }
}
