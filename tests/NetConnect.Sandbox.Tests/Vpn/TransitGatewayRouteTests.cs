using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.Vpn;

public sealed class TransitGatewayRouteTests : TransitGatewayTest
{
    private const string Home = "192.168.178.0/24";

    [Fact]
    public async Task The_default_table_learns_the_blocks_of_vpcs_and_what_comes_over_bgp()
    {
        string gateway = await GatewayAsync();
        string table = await DefaultTableAsync(gateway);
        await AttachShopAsync(gateway);
        (string connection, _) = await ConnectAsync(gateway);
        Assert.Equal(["10.1.0.0/16 propagated active", "10.101.0.0/16 propagated active", "2001:db8:a11:1100::/56 propagated active"],
            await SearchAsync(table, "type", "propagated"));
        Server.Vpn.Connect(connection, (await OutsideAsync(connection))[0], Home);
        Settle();
        Assert.Equal([$"{Home} propagated active"], await SearchAsync(table, "attachment.resource-id", connection));
    }

    [Fact]
    public async Task Searches_compare_blocks()
    {
        string gateway = await GatewayAsync();
        string table = await DefaultTableAsync(gateway);
        (_, string attachment) = await ConnectAsync(gateway, staticRoutes: true);
        foreach (string block in new[] { "192.168.0.0/16", Home, "192.168.179.0/24" })
            await Network.CallAsync("CreateTransitGatewayRoute", Route(table, block, ("TransitGatewayAttachmentId", attachment)));
        Assert.Equal([$"{Home} static active"], await SearchAsync(table, "route-search.exact-match", Home));
        Assert.Equal(3, (await SearchAsync(table, "route-search.subnet-of-match", "192.168.0.0/16")).Length);
        Assert.Equal(["192.168.0.0/16 static active", $"{Home} static active"],
            await SearchAsync(table, "route-search.supernet-of-match", "192.168.178.64/26"));
        Assert.Equal([$"{Home} static active"], await SearchAsync(table, "route-search.longest-prefix-match", "192.168.178.7/32"));
        Assert.Equal("MissingParameter", await Network.ErrorAsync("SearchTransitGatewayRoutes", ("TransitGatewayRouteTableId", table)));
    }

    [Fact]
    public async Task A_search_gives_its_routes_page_by_page()
    {
        string gateway = await GatewayAsync();
        string table = await DefaultTableAsync(gateway);
        (_, string attachment) = await ConnectAsync(gateway, staticRoutes: true);
        for (int i = 0; i < 7; i++)
            await Network.CallAsync("CreateTransitGatewayRoute", Route(table, $"192.168.{i}.0/24", ("TransitGatewayAttachmentId", attachment)));
        (string, string)[] search = [("TransitGatewayRouteTableId", table), ("Filter.1.Name", "type"), ("Filter.1.Value.1", "static"), ("MaxResults", "5")];
        XElement first = await Network.CallAsync("SearchTransitGatewayRoutes", search);
        Assert.Equal((5, "true"), (first.Descendants("destinationCidrBlock").Count(), first.Element("additionalRoutesAvailable")!.Value));
        XElement second = await Network.CallAsync("SearchTransitGatewayRoutes", [.. search, ("NextToken", first.Element("nextToken")!.Value)]);
        Assert.Equal(["192.168.5.0/24", "192.168.6.0/24"], second.Descendants("destinationCidrBlock").Select(cidr => cidr.Value));
        Assert.Null(second.Element("nextToken"));
    }

    [Fact]
    public async Task A_static_route_is_made_once_replaced_and_removed_and_black_without_its_attachment()
    {
        string gateway = await GatewayAsync();
        string table = await DefaultTableAsync(gateway);
        (string connection, string attachment) = await ConnectAsync(gateway, staticRoutes: true);
        (string, string)[] route = Route(table, "192.168.178.9/24", ("TransitGatewayAttachmentId", attachment));
        await Network.CallAsync("CreateTransitGatewayRoute", route);
        Assert.Equal("RouteAlreadyExists", await Network.ErrorAsync("CreateTransitGatewayRoute", route));
        await Network.CallAsync("ReplaceTransitGatewayRoute", Route(table, Home, ("Blackhole", "true")));
        Assert.Equal([$"{Home} static blackhole"], await SearchAsync(table, "type", "static"));
        await Network.CallAsync("ReplaceTransitGatewayRoute", route);
        await Network.CallAsync("DeleteVpnConnection", ("VpnConnectionId", connection));
        Assert.Equal([$"{Home} static blackhole"], await SearchAsync(table, "type", "static"));
        await Network.CallAsync("DeleteTransitGatewayRoute", Route(table, Home));
        Assert.Equal("InvalidRoute.NotFound", await Network.ErrorAsync("DeleteTransitGatewayRoute", Route(table, Home)));
    }

    [Fact]
    public async Task An_attachment_routes_by_one_table_and_is_learnt_by_many()
    {
        string gateway = await GatewayAsync();
        string usual = await DefaultTableAsync(gateway);
        string own = await TableAsync(gateway);
        (_, string attachment) = await ConnectAsync(gateway);
        Assert.Equal("Resource.AlreadyAssociated", await Network.ErrorAsync("AssociateTransitGatewayRouteTable", Pair(own, attachment)));
        await Network.CallAsync("DisassociateTransitGatewayRouteTable", Pair(usual, attachment));
        Settle();
        await Network.CallAsync("AssociateTransitGatewayRouteTable", Pair(own, attachment));
        Assert.Equal("associating", await ListedAsync("GetTransitGatewayRouteTableAssociations", own));
        Settle();
        Assert.Equal("InvalidAssociation.NotFound",
            await Network.ErrorAsync("DisassociateTransitGatewayRouteTable", Pair(usual, attachment)));
        Assert.Equal("IncorrectState", await Network.ErrorAsync("DeleteTransitGatewayRouteTable", ("TransitGatewayRouteTableId", own)));
        Assert.Equal("IncorrectState", await Network.ErrorAsync("DeleteTransitGatewayRouteTable", ("TransitGatewayRouteTableId", usual)));

        await Network.CallAsync("EnableTransitGatewayRouteTablePropagation", Pair(own, attachment));
        Settle();
        Assert.Equal("enabled", await ListedAsync("GetTransitGatewayRouteTablePropagations", own));
        XElement tables = await Network.CallAsync("GetTransitGatewayAttachmentPropagations", ("TransitGatewayAttachmentId", attachment));
        Assert.Equal(2, tables.Descendants("transitGatewayRouteTableId").Count());
        Assert.Equal("TransitGatewayRouteTablePropagation.Duplicate",
            await Network.ErrorAsync("EnableTransitGatewayRouteTablePropagation", Pair(own, attachment)));
        await Network.CallAsync("DisableTransitGatewayRouteTablePropagation", Pair(own, attachment));
        Settle();
        Assert.Equal("TransitGatewayRouteTablePropagation.NotFound",
            await Network.ErrorAsync("DisableTransitGatewayRouteTablePropagation", Pair(own, attachment)));
    }

    [Fact]
    public async Task A_table_that_nobody_routes_by_any_more_can_be_deleted_while_its_last_attachment_goes()
    {
        string gateway = await GatewayAsync(("Options.DefaultRouteTableAssociation", "disable"));
        string own = await TableAsync(gateway);
        (string connection, string attachment) = await ConnectAsync(gateway);
        await Network.CallAsync("AssociateTransitGatewayRouteTable", Pair(own, attachment));
        Settle();
        await Network.CallAsync("DisassociateTransitGatewayRouteTable", Pair(own, attachment));
        Settle();
        await Network.CallAsync("DeleteVpnConnection", ("VpnConnectionId", connection));
        await Network.CallAsync("DeleteTransitGatewayRouteTable", ("TransitGatewayRouteTableId", own));
    }

    private static (string, string)[] Route(string table, string destination, params (string, string)[] target) =>
        [("TransitGatewayRouteTableId", table), ("DestinationCidrBlock", destination), .. target];

    private static (string, string)[] Pair(string table, string attachment) =>
        [("TransitGatewayRouteTableId", table), ("TransitGatewayAttachmentId", attachment)];

    private async Task<string> ListedAsync(string action, string table) =>
        (await Network.CallAsync(action, ("TransitGatewayRouteTableId", table))).Descendants("state").Single().Value;
}
