using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.Vpn;

public sealed class VpnRouteTests : VpnTest
{
    private const string Home = "192.168.178.0/24";

    [Fact]
    public async Task A_static_route_comes_and_goes_in_steps_and_in_canonical_form()
    {
        string id = await ConnectionAsync();
        await Network.CallAsync("CreateVpnConnectionRoute", ("VpnConnectionId", id), ("DestinationCidrBlock", "192.168.178.7/24"));
        Assert.Equal((Home, "pending"), await RouteAsync(id));
        Settle();
        await Network.CallAsync("CreateVpnConnectionRoute", ("VpnConnectionId", id), ("DestinationCidrBlock", Home));
        Assert.Equal((Home, "available"), await RouteAsync(id));
        await Network.CallAsync("DeleteVpnConnectionRoute", ("VpnConnectionId", id), ("DestinationCidrBlock", Home));
        Assert.Equal((Home, "deleting"), await RouteAsync(id));
        Settle();
        Assert.Empty((await DescribeAsync(id)).Element("routes")!.Elements());
        Assert.Equal("InvalidRoute.NotFound",
            await Network.ErrorAsync("DeleteVpnConnectionRoute", ("VpnConnectionId", id), ("DestinationCidrBlock", Home)));
    }

    [Fact]
    public async Task A_connection_with_bgp_has_no_static_routes() => Assert.Equal("InvalidVpnConnection.InvalidType",
        await Network.ErrorAsync("CreateVpnConnectionRoute",
            ("VpnConnectionId", await ConnectionAsync(staticRoutes: false)), ("DestinationCidrBlock", Home)));

    [Fact]
    public async Task The_two_calls_know_no_dry_run()
    {
        Assert.Equal("UnknownParameter", await Network.ErrorAsync("CreateVpnConnectionRoute", ("DryRun", "true")));
        Assert.Equal("UnknownParameter", await Network.ErrorAsync("DeleteVpnConnectionRoute", ("DryRun", "false")));
    }

    [Fact]
    public async Task A_table_learns_static_routes_while_a_tunnel_is_up()
    {
        string id = await ConnectionAsync();
        await Network.CallAsync("CreateVpnConnectionRoute", ("VpnConnectionId", id), ("DestinationCidrBlock", Home));
        Settle();
        string gateway = (await DescribeAsync(id)).Element("vpnGatewayId")!.Value;
        await Network.CallAsync("EnableVgwRoutePropagation", ("GatewayId", gateway), ("RouteTableId", ShopTable));
        Assert.Equal(gateway, (await TableAsync()).Element("propagatingVgwSet")!.Descendants("gatewayId").Single().Value);
        Assert.Empty(await LearntAsync());

        Server.Vpn.Connect(id, (await OutsideAsync(id))[1]);
        Settle();
        XElement learnt = Assert.Single(await LearntAsync());
        Assert.Equal([Home, gateway, "active"], learnt.Elements().Take(3).Select(element => element.Value));

        await Network.CallAsync("DisableVgwRoutePropagation", ("GatewayId", gateway), ("RouteTableId", ShopTable));
        Assert.Empty(await LearntAsync());
    }

    [Fact]
    public async Task A_table_learns_what_comes_over_bgp_and_a_route_of_its_own_goes_before()
    {
        string id = await ConnectionAsync(staticRoutes: false);
        string gateway = (await DescribeAsync(id)).Element("vpnGatewayId")!.Value;
        await Network.CallAsync("EnableVgwRoutePropagation", ("GatewayId", gateway), ("RouteTableId", ShopTable));
        string[] outside = await OutsideAsync(id);
        Server.Vpn.Connect(id, outside[0], Home, "192.168.179.0/24");
        Server.Vpn.Connect(id, outside[1], Home);
        Settle();
        Assert.Equal(2, (await LearntAsync()).Count());
        await Network.CallAsync("CreateRoute", ("RouteTableId", ShopTable), ("DestinationCidrBlock", Home), ("GatewayId", gateway));
        Assert.Equal("192.168.179.0/24", Assert.Single(await LearntAsync()).Element("destinationCidrBlock")!.Value);
        Server.Vpn.Disconnect(id, outside[0]);
        Assert.Empty(await LearntAsync());
    }

    [Fact]
    public async Task A_table_learns_from_a_gateway_of_its_own_vpc_only()
    {
        string gateway = await VpnGatewayAsync(Tools);
        (string, string)[] request = [("GatewayId", gateway), ("RouteTableId", ShopTable)];
        Assert.Equal("Gateway.NotAttached", await Network.ErrorAsync("EnableVgwRoutePropagation", request));
        await Network.CallAsync("EnableVgwRoutePropagation", ("GatewayId", gateway), ("RouteTableId", "rtb-0a120000000000001"));
        await Network.CallAsync("DetachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", Tools));
        XElement table = await Network.CallAsync("DescribeRouteTables", ("RouteTableId.1", "rtb-0a120000000000001"));
        Assert.Empty(table.Descendants("propagatingVgwSet").Single().Elements());
    }

    [Fact]
    public async Task A_connection_has_a_hundred_static_routes_at_most()
    {
        string id = await ConnectionAsync();
        for (int i = 0; i < 100; i++)
            await Network.CallAsync("CreateVpnConnectionRoute", ("VpnConnectionId", id), ("DestinationCidrBlock", $"192.168.{i}.0/24"));
        Assert.Equal("RouteLimitExceeded", await Network.ErrorAsync("CreateVpnConnectionRoute",
            ("VpnConnectionId", id), ("DestinationCidrBlock", "192.168.100.0/24")));
    }

    private async Task<(string, string)> RouteAsync(string id)
    {
        XElement route = (await DescribeAsync(id)).Element("routes")!.Elements().Single();
        return (route.Element("destinationCidrBlock")!.Value, route.Element("state")!.Value);
    }

    private async Task<XElement> TableAsync() => (await Network.CallAsync("DescribeRouteTables", ("RouteTableId.1", ShopTable)))
        .Element("routeTableSet")!.Element("item")!;

    private async Task<IEnumerable<XElement>> LearntAsync() => (await TableAsync()).Element("routeSet")!.Elements()
        .Where(route => route.Element("origin")!.Value == "EnableVgwRoutePropagation");
}
