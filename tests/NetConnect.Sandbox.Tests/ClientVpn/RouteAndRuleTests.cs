using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.ClientVpn;

public sealed class RouteAndRuleTests : ClientVpnTest
{
    private static readonly (string, string) s_hosts = ("DestinationCidrBlock", "172.16.0.0/12");
    private static readonly (string, string) s_viaA = ("TargetVpcSubnetId", ZoneA);

    [Fact]
    public async Task A_route_to_the_vpc_comes_with_each_subnet_and_goes_only_with_it()
    {
        string endpoint = await EndpointAsync();
        await AssociateAsync(endpoint, ZoneA);
        Assert.Equal([$"10.1.0.0/16 via {ZoneA} associate creating"], await RoutesAsync(endpoint));
        await AssociateAsync(endpoint, ZoneB);
        Settle();
        Assert.Equal([$"10.1.0.0/16 via {ZoneA} associate active", $"10.1.0.0/16 via {ZoneB} associate active"], await RoutesAsync(endpoint));
        Assert.Equal("OperationNotPermitted",
            await ErrorOfAsync("DeleteClientVpnRoute", endpoint, ("DestinationCidrBlock", "10.1.0.0/16"), s_viaA));
    }

    [Fact]
    public async Task Blocks_that_a_vpc_gets_later_are_not_routed()
    {
        string endpoint = await AvailableAsync();
        await Network.CallAsync("AssociateVpcCidrBlock", ("VpcId", Shop), ("CidrBlock", "10.102.0.0/16"));
        Settle();
        Assert.Equal([$"10.1.0.0/16 via {ZoneA} associate active"], await RoutesAsync(endpoint));
    }

    [Fact]
    public async Task A_route_is_created_and_deleted_step_by_step()
    {
        string endpoint = await AvailableAsync();
        Assert.Equal("creating",
            State(await OfAsync("CreateClientVpnRoute", endpoint, ("DestinationCidrBlock", "172.16.99.1/12"), s_viaA, ("Description", "hosts"))));
        Settle();
        XElement route = (await OfAsync("DescribeClientVpnRoutes", endpoint, ("Filter.1.Name", "origin"),
            ("Filter.1.Value.1", "add-route"))).Element("routes")!.Elements().Single();
        Assert.Equal(("172.16.0.0/12", "Nat", "hosts", "active"), (route.Element("destinationCidr")!.Value, route.Element("type")!.Value,
            route.Element("description")!.Value, State(route)));
        Assert.Equal("deleting", State(await OfAsync("DeleteClientVpnRoute", endpoint, s_hosts, s_viaA)));
        Assert.Equal("InvalidClientVpnRouteNotFound", await ErrorOfAsync("DeleteClientVpnRoute", endpoint, s_hosts, s_viaA));
        Assert.Contains($"172.16.0.0/12 via {ZoneA} add-route deleting", await RoutesAsync(endpoint));
        Settle();
        Assert.Single(await RoutesAsync(endpoint));
    }

    [Theory]
    [InlineData("DestinationCidrBlock", "10.1.0.0/16", "InvalidClientVpnDuplicateRoute")]
    [InlineData("DestinationCidrBlock", "10.200.2.0/24", "InvalidParameterValue")]
    [InlineData("DestinationCidrBlock", "10.192.0.0/10", "InvalidParameterValue")]
    [InlineData("DestinationCidrBlock", "everywhere", "InvalidParameterValue")]
    [InlineData("DestinationCidrBlock", "", "MissingParameter")]
    [InlineData("TargetVpcSubnetId", ZoneB, "InvalidClientVpnActiveAssociationNotFound")]
    [InlineData("TargetVpcSubnetId", "", "MissingParameter")]
    public async Task A_route_goes_to_a_subnet_of_the_endpoint_and_overlaps_no_client(string name, string value, string code)
    {
        string endpoint = await AvailableAsync();
        var route = new Dictionary<string, string> { ["DestinationCidrBlock"] = "172.16.0.0/12", ["TargetVpcSubnetId"] = ZoneA, [name] = value };
        Assert.Equal(code, await ErrorOfAsync("CreateClientVpnRoute", endpoint, [.. route.Select(pair => (pair.Key, pair.Value))]));
    }

    [Fact]
    public async Task Clients_reach_the_internet_by_the_widest_route_and_each_other_by_a_local_one()
    {
        string endpoint = await AvailableAsync();
        await OfAsync("CreateClientVpnRoute", endpoint, ("DestinationCidrBlock", "0.0.0.0/0"), s_viaA);
        await OfAsync("CreateClientVpnRoute", endpoint, ("DestinationCidrBlock", "10.200.0.0/22"), ("TargetVpcSubnetId", "local"));
        Settle();
        Assert.Equal([$"0.0.0.0/0 via {ZoneA} add-route active", "10.200.0.0/22 via local add-route active"],
            (await RoutesAsync(endpoint)).Skip(1));
    }

    [Fact]
    public async Task A_route_needs_a_subnet_that_is_there() => Assert.Equal("InvalidClientVpnActiveAssociationNotFound",
        await ErrorOfAsync("CreateClientVpnRoute", await EndpointAsync(), s_hosts, s_viaA));

    [Fact]
    public async Task A_rule_is_authorized_and_revoked_step_by_step()
    {
        string endpoint = await EndpointAsync();
        (string, string)[] everybody = [("TargetNetworkCidr", "10.1.0.7/16"), ("AuthorizeAllGroups", "true"), ("Description", "the shop")];
        (string, string)[] admins = [("TargetNetworkCidr", "10.1.0.0/16"), ("AccessGroupId", "admins")];
        Assert.Equal("authorizing", State(await OfAsync("AuthorizeClientVpnIngress", endpoint, everybody)));
        await OfAsync("AuthorizeClientVpnIngress", endpoint, admins);
        Assert.Equal("InvalidClientVpnDuplicateAuthorizationRule", await ErrorOfAsync("AuthorizeClientVpnIngress", endpoint, everybody));
        Settle();
        Assert.Equal(["10.1.0.0/16 for everybody active", "10.1.0.0/16 for admins active"], await RulesAsync(endpoint));
        foreach ((string filter, string value) in new[] { ("description", "the shop"), ("destination-cidr", "10.1.*"), ("group-id", "admins") })
            Assert.NotEmpty((await OfAsync("DescribeClientVpnAuthorizationRules", endpoint, ("Filter.1.Name", filter),
                ("Filter.1.Value.1", value))).Descendants("accessAll"));
        Assert.Equal("revoking",
            State(await OfAsync("RevokeClientVpnIngress", endpoint, ("TargetNetworkCidr", "10.1.0.0/16"), ("RevokeAllGroups", "true"))));
        Assert.Equal(["10.1.0.0/16 for everybody revoking", "10.1.0.0/16 for admins active"], await RulesAsync(endpoint));
        Settle();
        await OfAsync("RevokeClientVpnIngress", endpoint, admins);
        Settle();
        Assert.Empty(await RulesAsync(endpoint));
        Assert.Equal("InvalidClientVpnEndpointAuthorizationRuleNotFound", await ErrorOfAsync("RevokeClientVpnIngress", endpoint, admins));
    }

    [Fact]
    public async Task A_rule_is_for_everybody_or_for_one_group_and_one_of_them_is_said()
    {
        string endpoint = await EndpointAsync();
        Assert.Equal("MissingParameter", await ErrorOfAsync("AuthorizeClientVpnIngress", endpoint, ("TargetNetworkCidr", "10.1.0.0/16")));
        Assert.Equal("InvalidParameterCombination", await ErrorOfAsync("AuthorizeClientVpnIngress", endpoint,
            ("TargetNetworkCidr", "10.1.0.0/16"), ("AuthorizeAllGroups", "true"), ("AccessGroupId", "admins")));
        Assert.Equal("InvalidParameterValue",
            await ErrorOfAsync("AuthorizeClientVpnIngress", endpoint, ("TargetNetworkCidr", "shop"), ("AuthorizeAllGroups", "true")));
        Assert.Empty(await RulesAsync(endpoint));
    }
}
