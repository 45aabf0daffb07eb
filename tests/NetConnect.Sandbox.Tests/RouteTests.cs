using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests;

public sealed class RouteTests : SandboxTest
{
    [Fact]
    public async Task A_table_has_a_local_route_for_every_block_of_its_vpc()
    {
        XElement[] local = (await RoutesAsync()).Where(route => route.Element("gatewayId")?.Value == "local").ToArray();
        Assert.Equal(["10.1.0.0/16", "10.101.0.0/16", "2001:db8:a11:1100::/56"], local.Select(route => route.Elements().First().Value));
    }

    [Fact]
    public async Task A_route_is_black_until_its_peering_is_active_and_after_it_ended()
    {
        string id = await RequestAsync();
        await Network.CallAsync("CreateRoute", Route("10.2.0.0/16", id));
        Assert.Equal("blackhole", await StateOfAsync("10.2.0.0/16"));
        await PartnerUs.CallAsync("AcceptVpcPeeringConnection", ("VpcPeeringConnectionId", id));
        Settle();
        Assert.Equal("active", await StateOfAsync("10.2.0.0/16"));
        await PartnerUs.CallAsync("DeleteVpcPeeringConnection", ("VpcPeeringConnectionId", id));
        Assert.Equal("blackhole", await StateOfAsync("10.2.0.0/16"));
    }

    [Fact]
    public async Task A_destination_is_stored_in_canonical_form()
    {
        string id = await ActivePeeringAsync();
        await Network.CallAsync("CreateRoute", Route("10.2.3.4/16", id));
        Assert.Equal("active", await StateOfAsync("10.2.0.0/16"));
        Assert.Equal("RouteAlreadyExists", await Network.ErrorAsync("CreateRoute", Route("10.2.9.9/16", id)));
    }

    [Theory]
    [InlineData("10.1.5.0/24", "InvalidParameterValue")]
    [InlineData("10.1.0.0/16", "RouteAlreadyExists")]
    [InlineData("169.254.169.0/24", "InvalidParameterValue")]
    [InlineData("10.2/16", "InvalidParameterValue")]
    [InlineData("10.2.0.0/33", "InvalidParameterValue")]
    public async Task A_destination_within_the_vpc_or_reserved_or_malformed_is_refused(string destination, string code) =>
        Assert.Equal(code, await Network.ErrorAsync("CreateRoute", Route(destination, await ActivePeeringAsync())));

    [Fact]
    public async Task A_route_needs_exactly_one_destination_and_one_target()
    {
        string id = await ActivePeeringAsync();
        Assert.Equal("MissingParameter",
            await Network.ErrorAsync("CreateRoute", ("RouteTableId", ShopTable), ("VpcPeeringConnectionId", id)));
        Assert.Equal("MissingParameter",
            await Network.ErrorAsync("CreateRoute", ("RouteTableId", ShopTable), ("DestinationCidrBlock", "10.2.0.0/16")));
        Assert.Equal("InvalidParameterCombination",
            await Network.ErrorAsync("CreateRoute", [.. Route("10.2.0.0/16", id), ("DestinationIpv6CidrBlock", "2001:db8::/64")]));
    }

    [Fact]
    public async Task A_peering_of_another_vpc_is_no_target()
    {
        string id = await ActivePeeringAsync();
        Assert.Equal("InvalidParameterValue", await Network.ErrorAsync("CreateRoute",
            ("RouteTableId", "rtb-0a120000000000001"), ("DestinationCidrBlock", "10.2.0.0/16"), ("VpcPeeringConnectionId", id)));
        Assert.Equal("InvalidRouteTableID.NotFound", await Network.ErrorAsync("CreateRoute",
            ("RouteTableId", DataTable), ("DestinationCidrBlock", "10.2.0.0/16"), ("VpcPeeringConnectionId", id)));
    }

    [Fact]
    public async Task Replacing_needs_a_route_and_deleting_takes_it_away()
    {
        string id = await ActivePeeringAsync();
        Assert.Equal("InvalidParameterValue", await Network.ErrorAsync("ReplaceRoute", Route("10.2.0.0/16", id)));
        await Network.CallAsync("CreateRoute", Route("10.2.0.0/16", id));
        await Network.CallAsync("ReplaceRoute", Route("10.2.0.0/16", id));
        await Network.CallAsync("DeleteRoute", ("RouteTableId", ShopTable), ("DestinationCidrBlock", "10.2.0.0/16"));
        Assert.Equal("InvalidRoute.NotFound",
            await Network.ErrorAsync("DeleteRoute", ("RouteTableId", ShopTable), ("DestinationCidrBlock", "10.2.0.0/16")));
    }

    [Fact]
    public async Task A_subnet_has_one_table_and_the_main_table_can_be_replaced()
    {
        Assert.Equal("Resource.AlreadyAssociated", await Network.ErrorAsync("AssociateRouteTable",
            ("RouteTableId", "rtb-0a110000000000003"), ("SubnetId", "subnet-0a110000000000002")));
        XElement main = await MainAsync();
        Assert.Equal("rtb-0a110000000000001", main.Element("routeTableId")!.Value);
        await Network.CallAsync("ReplaceRouteTableAssociation",
            ("AssociationId", main.Descendants("routeTableAssociationId").Single().Value), ("RouteTableId", "rtb-0a110000000000003"));
        Assert.Equal("rtb-0a110000000000003", (await MainAsync()).Element("routeTableId")!.Value);
        Assert.Equal("DependencyViolation", await Network.ErrorAsync("DeleteRouteTable", ("RouteTableId", "rtb-0a110000000000003")));
        await Network.CallAsync("DeleteRouteTable", ("RouteTableId", "rtb-0a110000000000001"));
    }

    private static (string, string)[] Route(string destination, string peering) =>
        [("RouteTableId", ShopTable), ("DestinationCidrBlock", destination), ("VpcPeeringConnectionId", peering)];

    private async Task<XElement> MainAsync() => (await Network.CallAsync("DescribeRouteTables",
        ("Filter.1.Name", "vpc-id"), ("Filter.1.Value.1", Shop), ("Filter.2.Name", "association.main"), ("Filter.2.Value.1", "true")))
        .Element("routeTableSet")!.Elements("item").Single();

    private async Task<IEnumerable<XElement>> RoutesAsync() =>
        (await Network.CallAsync("DescribeRouteTables", ("RouteTableId.1", ShopTable))).Descendants("routeSet").Single().Elements("item");

    private async Task<string> StateOfAsync(string destination) =>
        (await RoutesAsync()).Single(route => route.Element("destinationCidrBlock")?.Value == destination).Element("state")!.Value;
}
