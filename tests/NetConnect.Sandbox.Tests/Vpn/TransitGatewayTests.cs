using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.Vpn;

public sealed class TransitGatewayTests : TransitGatewayTest
{
    [Fact]
    public async Task A_gateway_comes_with_one_default_table_unless_nothing_needs_it()
    {
        XElement created = await Network.CallAsync("CreateTransitGateway", ("Options.AmazonSideAsn", "64700"));
        Assert.Equal("pending", created.Descendants("state").Single().Value);
        Assert.Equal(created.Descendants("associationDefaultRouteTableId").Single().Value,
            created.Descendants("propagationDefaultRouteTableId").Single().Value);
        Assert.Equal(("64700", "enable", "disable"), (created.Descendants("amazonSideAsn").Single().Value,
            created.Descendants("vpnEcmpSupport").Single().Value, created.Descendants("multicastSupport").Single().Value));
        XElement plain = await Network.CallAsync("CreateTransitGateway",
            ("Options.DefaultRouteTableAssociation", "disable"), ("Options.DefaultRouteTablePropagation", "disable"));
        Assert.Empty(plain.Descendants("associationDefaultRouteTableId"));
    }

    [Fact]
    public async Task The_seed_has_one_that_a_vpc_is_attached_to()
    {
        XElement attachment = await AttachmentOfAsync("vpc-0a120000000000001");
        Assert.Equal(("tgw-0a110000000000001", "available", "associated"), (attachment.Element("transitGatewayId")!.Value,
            attachment.Element("state")!.Value, attachment.Element("association")!.Element("state")!.Value));
        Assert.Equal(["10.3.0.0/16 propagated active"], await SearchAsync("tgw-rtb-0a110000000000001", "type", "propagated"));
        XElement tables = await Network.CallAsync("DescribeRouteTables", ("RouteTableId.1", "rtb-0a120000000000001"));
        Assert.Equal("active", tables.Descendants("item").Single(item => item.Element("transitGatewayId") is not null).Element("state")!.Value);
    }

    [Fact]
    public async Task A_vpn_connection_is_attached_by_being_made_and_detached_by_being_deleted()
    {
        string gateway = await GatewayAsync();
        (string connection, string attachment) = await ConnectAsync(gateway);
        XElement shown = await AttachmentOfAsync(connection);
        Assert.Equal(("vpn", "available", "associated"), (shown.Element("resourceType")!.Value, shown.Element("state")!.Value,
            shown.Element("association")!.Element("state")!.Value));
        Assert.Equal("IncorrectState", await Network.ErrorAsync("DeleteTransitGateway", ("TransitGatewayId", gateway)));
        Assert.Equal("InvalidTransitGatewayAttachmentID.NotFound",
            await Network.ErrorAsync("DeleteTransitGatewayVpcAttachment", ("TransitGatewayAttachmentId", attachment)));
        await Network.CallAsync("DeleteVpnConnection", ("VpnConnectionId", connection));
        Assert.Equal("deleting", (await AttachmentOfAsync(connection)).Element("state")!.Value);
        Settle();
        await Network.CallAsync("DeleteTransitGateway", ("TransitGatewayId", gateway));
        Settle();
        Assert.Equal("InvalidTransitGatewayID.NotFound", await Network.ErrorAsync("CreateVpnConnection",
            Request(await CustomerGatewayAsync(), gateway)));
    }

    [Fact]
    public async Task A_transit_gateway_allows_what_a_virtual_private_one_does_not()
    {
        string gateway = await GatewayAsync();
        XElement created = await Network.CallAsync("CreateVpnConnection", Request(await CustomerGatewayAsync(), gateway,
            ("Options.TunnelInsideIpVersion", "ipv6"), ("Options.EnableAcceleration", "true"), ("Options.TunnelBandwidth", "large"),
            ("Options.TunnelOptions.1.TunnelInsideIpv6Cidr", "fd00:10::/126")));
        XElement options = created.Descendants("options").Single();
        Assert.Equal(("true", "::/0", "large"), (options.Element("enableAcceleration")!.Value,
            options.Element("localIpv6NetworkCidr")!.Value, options.Element("tunnelBandwidth")!.Value));
        Assert.Equal("fd00:10::/126", options.Descendants("tunnelInsideIpv6Cidr").First().Value);
        Assert.Equal("InvalidCidr.InUse", await Network.ErrorAsync("CreateVpnConnection", Request(await CustomerGatewayAsync(), gateway,
            ("Options.TunnelInsideIpVersion", "ipv6"), ("Options.TunnelOptions.1.TunnelInsideIpv6Cidr", "fd00:10::/126"))));
    }

    [Fact]
    public async Task Inside_ipv4_blocks_may_repeat_on_a_transit_gateway_and_so_may_connections()
    {
        string gateway = await GatewayAsync();
        (string, string) inside = ("Options.TunnelOptions.1.TunnelInsideCidr", "169.254.10.0/30");
        string[] ids = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => (await Network.CallAsync("CreateVpnConnection",
            Request(await CustomerGatewayAsync(), gateway, inside))).Descendants("vpnConnectionId").Single().Value));
        Assert.NotEqual(ids[0], ids[1]);
    }

    [Fact]
    public async Task A_connection_moves_to_a_transit_gateway_once_its_static_routes_are_gone()
    {
        string id = await ConnectionAsync();
        string gateway = await GatewayAsync();
        await Network.CallAsync("CreateVpnConnectionRoute", ("VpnConnectionId", id), ("DestinationCidrBlock", "192.168.178.0/24"));
        (string, string)[] move = [("VpnConnectionId", id), ("TransitGatewayId", gateway)];
        Assert.Equal("IncorrectState", await Network.ErrorAsync("ModifyVpnConnection", move));
        await Network.CallAsync("DeleteVpnConnectionRoute", ("VpnConnectionId", id), ("DestinationCidrBlock", "192.168.178.0/24"));
        Settle();
        string[] outside = await OutsideAsync(id);
        await Network.CallAsync("ModifyVpnConnection", move);
        Settle();
        XElement moved = await DescribeAsync(id);
        Assert.Equal(gateway, moved.Element("transitGatewayId")!.Value);
        Assert.Null(moved.Element("vpnGatewayId"));
        Assert.Equal(outside, await OutsideAsync(id));
        Assert.Equal("available", (await AttachmentOfAsync(id)).Element("state")!.Value);
        Assert.Equal("InvalidVpnConnection.InvalidType", await Network.ErrorAsync("CreateVpnConnectionRoute",
            ("VpnConnectionId", id), ("DestinationCidrBlock", "192.168.178.0/24")));
    }

    [Fact]
    public async Task A_vpc_is_attached_once_with_one_subnet_of_each_zone_and_cannot_be_deleted_then()
    {
        string gateway = await GatewayAsync();
        Assert.Equal("MissingParameter", await Network.ErrorAsync("CreateTransitGatewayVpcAttachment",
            ("TransitGatewayId", gateway), ("VpcId", Shop)));
        string attachment = await AttachShopAsync(gateway);
        Assert.Equal("DuplicateTransitGatewayAttachment", await Network.ErrorAsync("CreateTransitGatewayVpcAttachment",
            ("TransitGatewayId", gateway), ("VpcId", Shop), ("SubnetIds.1", ShopSubnet)));
        Assert.Equal("DependencyViolation", await Network.ErrorAsync("DeleteSubnet", ("SubnetId", ShopSubnet)));
        XElement shown = await Network.CallAsync("DescribeTransitGatewayVpcAttachments", ("TransitGatewayAttachmentIds.1", attachment));
        Assert.Equal(ShopSubnet, shown.Descendants("subnetIds").Single().Value);
        await Network.CallAsync("DeleteTransitGatewayVpcAttachment", ("TransitGatewayAttachmentId", attachment));
        await Network.CallAsync("DeleteSubnet", ("SubnetId", ShopSubnet));
    }

    [Fact]
    public async Task A_gateway_is_a_target_of_tables_of_attached_vpcs_only()
    {
        string gateway = await GatewayAsync();
        (string, string)[] route = [("RouteTableId", ShopTable), ("DestinationCidrBlock", "192.168.0.0/16"), ("TransitGatewayId", gateway)];
        Assert.Equal("InvalidTransitGatewayID.NotFound", await Network.ErrorAsync("CreateRoute", route));
        string attachment = await AttachShopAsync(gateway);
        await Network.CallAsync("CreateRoute", route);
        Assert.Equal("active", await StateAsync());
        await Network.CallAsync("DeleteTransitGatewayVpcAttachment", ("TransitGatewayAttachmentId", attachment));
        Assert.Equal("blackhole", await StateAsync());

        async Task<string> StateAsync() => (await Network.CallAsync("DescribeRouteTables", ("RouteTableId.1", ShopTable)))
            .Descendants("routeSet").Single().Elements()
            .Single(item => item.Element("transitGatewayId")?.Value == gateway).Element("state")!.Value;
    }

    [Fact]
    public async Task Its_parts_can_be_tagged_by_calls_and_at_birth()
    {
        XElement created = await Network.CallAsync("CreateTransitGateway", Tags("transit-gateway", "TagSpecification"));
        string gateway = created.Descendants("transitGatewayId").Single().Value;
        Settle();
        XElement table = await Network.CallAsync("CreateTransitGatewayRouteTable",
            [("TransitGatewayId", gateway), .. Tags("transit-gateway-route-table", "TagSpecifications")]);
        await Network.CallAsync("CreateTags", ("ResourceId.1", table.Descendants("transitGatewayRouteTableId").Single().Value),
            ("Tag.1.Key", "Side"), ("Tag.1.Value", "both"));
        XElement found = await Network.CallAsync("DescribeTransitGatewayRouteTables",
            ("Filter.1.Name", "tag:Name"), ("Filter.1.Value.1", "hub"), ("Filter.2.Name", "tag:Side"), ("Filter.2.Value.1", "both"));
        Assert.Single(found.Descendants("transitGatewayRouteTableId"));

        static (string, string)[] Tags(string type, string list) => [(list + ".1.ResourceType", type), (list + ".1.Tag.1.Key", "Name"),
            (list + ".1.Tag.1.Value", "hub")];
    }
}
