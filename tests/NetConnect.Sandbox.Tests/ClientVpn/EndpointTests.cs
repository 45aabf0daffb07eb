using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.ClientVpn;

public sealed class EndpointTests : ClientVpnTest
{
    [Fact]
    public async Task A_new_endpoint_has_the_documented_defaults()
    {
        XElement created = await Network.CallAsync("CreateClientVpnEndpoint", Request());
        Assert.Equal(("pending-associate", $"*.{Id(created)}.prod.clientvpn.eu-west-1.amazonaws.com"),
            (State(created), created.Element("dnsName")!.Value));
        XElement shown = await DescribeAsync(Id(created));
        Assert.Equal(
            ("10.200.0.0/22", "false", "openvpn", "udp", "443", "24", "true", "ipv4", "ipv4"),
            (Text("clientCidrBlock"), Text("splitTunnel"), Text("vpnProtocol"), Text("transportProtocol"), Text("vpnPort"),
                Text("sessionTimeoutHours"),
                Text("disconnectOnSessionTimeout"), Text("endpointIpAddressType"), Text("trafficIpAddressType")));
        Assert.Equal(("false", "false", "false", "false"), (Text("connectionLogOptions", "Enabled"), Text("clientConnectOptions", "enabled"),
            Text("clientLoginBannerOptions", "enabled"), Text("clientRouteEnforcementOptions", "enforced")));
        Assert.StartsWith("https://self-service.clientvpn.amazonaws.com/endpoints/", Text("selfServicePortalUrl"), StringComparison.Ordinal);
        Assert.Empty(shown.Element("dnsServer")!.Elements());
        Assert.Empty(shown.Element("securityGroupIdSet")!.Elements());
        Assert.Null(shown.Element("vpcId"));
        Assert.Null(shown.Element("description"));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$", Text("creationTime"));

        string Text(params string[] path) => path.Aggregate(shown, (node, name) => node.Element(name)!).Value;
    }

    [Theory]
    [InlineData("MissingParameter", "ClientCidrBlock", "")]
    [InlineData("MissingParameter", "ServerCertificateArn", "")]
    [InlineData("MissingParameter", "ConnectionLogOptions.Enabled", "")]
    [InlineData("MissingParameter", "ConnectionLogOptions.Enabled", "true")]
    [InlineData("MissingParameter", "ClientLoginBannerOptions.Enabled", "true")]
    [InlineData("MissingParameter", "ClientConnectOptions.Enabled", "true")]
    [InlineData("MissingParameter", "Authentication.1.MutualAuthentication.ClientRootCertificateChainArn", "")]
    [InlineData("InvalidParameterValue", "Authentication.1.MutualAuthentication.ClientRootCertificateChainArn", Certificate + "x")]
    [InlineData("InvalidParameterValue", "Authentication.1.Type", "password")]
    [InlineData("InvalidParameterValue", "ClientCidrBlock", "10.200.0.0/23")]
    [InlineData("InvalidParameterValue", "ClientCidrBlock", "10.0.0.0/11")]
    [InlineData("InvalidParameterValue", "ClientCidrBlock", "10.200.0.1/22")]
    [InlineData("InvalidParameterValue", "ClientCidrBlock", "2001:db8::/22")]
    [InlineData("InvalidParameterValue", "ServerCertificateArn", Certificate + "x")]
    [InlineData("InvalidParameterValue", "TransportProtocol", "sctp")]
    [InlineData("InvalidParameterValue", "VpnPort", "80")]
    [InlineData("InvalidParameterValue", "SessionTimeoutHours", "9")]
    [InlineData("InvalidParameterValue", "SelfServicePortal", "on")]
    [InlineData("InvalidParameterValue", "SplitTunnel", "perhaps")]
    [InlineData("InvalidParameterValue", "DnsServers.1", "dns.example.com")]
    [InlineData("InvalidParameterValue", "EndpointIpAddressType", "ipv5")]
    [InlineData("UnsupportedOperation", "EndpointIpAddressType", "dual-stack")]
    [InlineData("UnsupportedOperation", "TrafficIpAddressType", "ipv6")]
    [InlineData("InvalidVpcID.NotFound", "VpcId", "vpc-00000000000000000")]
    public async Task What_is_out_of_bounds_is_refused(string code, string name, string value) =>
        Assert.Equal(code, await Network.ErrorAsync("CreateClientVpnEndpoint", Request((name, value))));

    [Theory]
    [InlineData("10.0.0.0/12", false)]
    [InlineData("10.101.128.0/22", false)]
    [InlineData("10.192.0.0/12", true)]
    public async Task The_client_block_overlaps_no_block_of_the_vpc(string block, bool isGood)
    {
        (string, string)[] request = Request(("ClientCidrBlock", block), ("VpcId", Shop));
        if (!isGood) Assert.Equal("InvalidParameterValue", await Network.ErrorAsync("CreateClientVpnEndpoint", request));
        else Assert.Equal(Shop, (await DescribeAsync(Id(await Network.CallAsync("CreateClientVpnEndpoint", request)))).Element("vpcId")!.Value);
    }

    [Fact]
    public async Task Two_dns_servers_and_a_banner_of_1400_characters_are_the_most()
    {
        (string, string)[] servers = [("DnsServers.1", "10.1.0.2"), ("DnsServers.2", "10.1.0.3")];
        string endpoint = await EndpointAsync([.. servers, ("ClientLoginBannerOptions.Enabled", "true"),
            ("ClientLoginBannerOptions.BannerText", new string('ä', 1400))]);
        Assert.Equal(["10.1.0.2", "10.1.0.3"], (await DescribeAsync(endpoint)).Element("dnsServer")!.Elements().Select(server => server.Value));
        Assert.Equal("InvalidParameterValue",
            await Network.ErrorAsync("CreateClientVpnEndpoint", Request([.. servers, ("DnsServers.3", "10.1.0.4")])));
        Assert.Equal("InvalidParameterValue", await Network.ErrorAsync("CreateClientVpnEndpoint",
            Request(("ClientLoginBannerOptions.Enabled", "true"), ("ClientLoginBannerOptions.BannerText", new string('b', 1401)))));
    }

    [Theory]
    [InlineData("arn:aws:lambda:eu-west-1:111111111111:function:AWSClientVPN-admit", true)]
    [InlineData("arn:aws:lambda:eu-west-1:111111111111:function:admit", false)]
    public async Task A_connect_handler_is_a_function_whose_name_says_so(string arn, bool isGood)
    {
        (string, string)[] request = Request(("ClientConnectOptions.Enabled", "true"), ("ClientConnectOptions.LambdaFunctionArn", arn));
        if (!isGood) Assert.Equal("InvalidParameterValue", await Network.ErrorAsync("CreateClientVpnEndpoint", request));
        else Assert.Equal(arn,
            (await DescribeAsync(Id(await Network.CallAsync("CreateClientVpnEndpoint", request)))).Descendants("lambdaFunctionArn").Single().Value);
    }

    [Fact]
    public async Task A_region_has_five_endpoints_at_most()
    {
        for (int i = 0; i < 5; i++) await EndpointAsync(("ClientCidrBlock", $"10.{200 + i}.0.0/22"));
        Assert.Equal("ClientVpnEndpointLimitExceeded", await Network.ErrorAsync("CreateClientVpnEndpoint", Request()));
        string first = (await Network.CallAsync("DescribeClientVpnEndpoints")).Descendants("clientVpnEndpointId").First().Value;
        await OfAsync("DeleteClientVpnEndpoint", first);
        await EndpointAsync();
    }

    [Fact]
    public async Task What_is_changed_changes_and_the_rest_stays()
    {
        string endpoint = await EndpointAsync(("Description", "people"), ("DnsServers.1", "10.1.0.2"));
        await OfAsync("ModifyClientVpnEndpoint", endpoint, ("SplitTunnel", "true"), ("VpnPort", "1194"), ("SessionTimeoutHours", "8"),
            ("SelfServicePortal", "disabled"),
            ("ConnectionLogOptions.Enabled", "true"), ("ConnectionLogOptions.CloudwatchLogGroup", "vpn"),
                ("ClientRouteEnforcementOptions.Enforced", "true"));
        XElement shown = await DescribeAsync(endpoint);
        Assert.Equal(("true", "1194", "8", "people", "true"), (shown.Element("splitTunnel")!.Value, shown.Element("vpnPort")!.Value,
            shown.Element("sessionTimeoutHours")!.Value, shown.Element("description")!.Value, shown.Descendants("enforced").Single().Value));
        Assert.Equal(("vpn", "10.1.0.2"), (shown.Descendants("CloudwatchLogGroup").Single().Value, shown.Element("dnsServer")!.Value));
        Assert.Null(shown.Element("selfServicePortalUrl"));
        await OfAsync("ModifyClientVpnEndpoint", endpoint, ("DnsServers.Enabled", "false"), ("ConnectionLogOptions.Enabled", "false"));
        shown = await DescribeAsync(endpoint);
        Assert.Empty(shown.Element("dnsServer")!.Elements());
        Assert.Empty(shown.Descendants("CloudwatchLogGroup"));
    }

    [Fact]
    public async Task What_cannot_be_changed_is_refused_and_changes_nothing()
    {
        string endpoint = await AvailableAsync();
        Assert.Equal("MissingParameter",
            await ErrorOfAsync("ModifyClientVpnEndpoint", endpoint, ("SecurityGroupId.1", "sg-00000000000000000"), ("SplitTunnel", "true")));
        Assert.Equal("InvalidParameterValue", await ErrorOfAsync("ModifyClientVpnEndpoint", endpoint, ("VpcId", Tools), ("SplitTunnel", "true")));
        Assert.Equal("UnsupportedOperation", await ErrorOfAsync("ModifyClientVpnEndpoint", endpoint,
            ("TransitGatewayConfiguration.TransitGatewayId", "tgw-0a110000000000001"), ("SplitTunnel", "true")));
        Assert.Equal("false", (await DescribeAsync(endpoint)).Element("splitTunnel")!.Value);
    }

    [Fact]
    public async Task The_vpc_is_changed_before_its_first_subnet_comes_and_brings_its_default_group()
    {
        string endpoint = await EndpointAsync(("VpcId", Shop));
        string shopGroup = (await DescribeAsync(endpoint)).Element("securityGroupIdSet")!.Value;
        Assert.Equal("InvalidClientVpnSubnetId.NotFound",
            await ErrorOfAsync("AssociateClientVpnTargetNetwork", endpoint, ("SubnetId", ToolsSubnet)));
        await OfAsync("ModifyClientVpnEndpoint", endpoint, ("VpcId", Tools));
        Assert.NotEqual(shopGroup, (await DescribeAsync(endpoint)).Element("securityGroupIdSet")!.Value);
        await AssociateAsync(endpoint, ToolsSubnet);
    }

    [Fact]
    public async Task An_endpoint_is_deleted_when_its_last_subnet_is_gone_and_shows_for_an_hour()
    {
        string endpoint = await AvailableAsync();
        string association = (await OfAsync("DescribeClientVpnTargetNetworks", endpoint)).Descendants("associationId").Single().Value;
        Assert.Equal("ClientVpnEndpointAssociationExists", await ErrorOfAsync("DeleteClientVpnEndpoint", endpoint));
        await OfAsync("DisassociateClientVpnTargetNetwork", endpoint, ("AssociationId", association));
        Assert.Equal("ClientVpnEndpointAssociationExists", await ErrorOfAsync("DeleteClientVpnEndpoint", endpoint));
        Settle();
        Assert.Equal("deleting", State(await OfAsync("DeleteClientVpnEndpoint", endpoint)));
        Assert.Equal("InvalidClientVpnEndpointId.NotFound", await ErrorOfAsync("DescribeClientVpnRoutes", endpoint));
        Settle();
        Assert.Equal("deleted", await StateAsync(endpoint));
        Assert.NotNull((await DescribeAsync(endpoint)).Element("deletionTime"));
        Server.Advance(TimeSpan.FromHours(1));
        Assert.Equal("InvalidClientVpnEndpointId.NotFound",
            await Network.ErrorAsync("DescribeClientVpnEndpoints", ("ClientVpnEndpointId.1", endpoint)));
    }

    [Fact]
    public async Task Endpoints_are_found_by_their_filters_and_tags()
    {
        string udp = await EndpointAsync(("TagSpecification.1.ResourceType", "client-vpn-endpoint"),
            ("TagSpecification.1.Tag.1.Key", "Name"), ("TagSpecification.1.Tag.1.Value", "people"));
        string tcp = await EndpointAsync(("TransportProtocol", "tcp"), ("ClientCidrBlock", "10.201.0.0/22"));
        Assert.Equal(tcp, await FindAsync("transport-protocol", "tcp"));
        Assert.Equal(udp, await FindAsync("tag:Name", "people"));
        Assert.Equal(udp, await FindAsync("endpoint-id", udp));

        async Task<string> FindAsync(string filter, string value) =>
            (await Network.CallAsync("DescribeClientVpnEndpoints", ("Filter.1.Name", filter),
                ("Filter.1.Value.1", value))).Descendants("clientVpnEndpointId").Single().Value;
    }

    [Theory]
    [InlineData("people", "InvalidClientVpnEndpointId.Malformed")]
    [InlineData("cvpn-endpoint-00000000000000000", "InvalidClientVpnEndpointId.NotFound")]
    public async Task An_endpoint_that_is_not_there_is_said_so(string id, string code) =>
        Assert.Equal(code, await ErrorOfAsync("ModifyClientVpnEndpoint", id, ("SplitTunnel", "true")));

    [Fact]
    public async Task A_dry_run_makes_nothing()
    {
        Assert.Equal("DryRunOperation", await Network.ErrorAsync("CreateClientVpnEndpoint", Request(("DryRun", "true"))));
        Assert.Empty((await Network.CallAsync("DescribeClientVpnEndpoints")).Element("clientVpnEndpoint")!.Elements());
    }
}
