using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.Vpn;

/// <summary>A sandbox with shortcuts for transit gateways.</summary>
public abstract class TransitGatewayTest : VpnTest
{
    protected const string ShopSubnet = "subnet-0a110000000000001";

    protected async Task<string> GatewayAsync(params (string, string)[] options)
    {
        string id = (await Network.CallAsync("CreateTransitGateway", options)).Descendants("transitGatewayId").Single().Value;
        Settle();
        return id;
    }

    protected async Task<string> AttachShopAsync(string gateway)
    {
        XElement created = await Network.CallAsync("CreateTransitGatewayVpcAttachment",
            ("TransitGatewayId", gateway), ("VpcId", Shop), ("SubnetIds.1", ShopSubnet));
        Settle();
        return created.Descendants("transitGatewayAttachmentId").Single().Value;
    }

    protected async Task<(string Connection, string Attachment)> ConnectAsync(string gateway, bool staticRoutes = false)
    {
        XElement created = await Network.CallAsync("CreateVpnConnection",
            Request(await CustomerGatewayAsync(), gateway, ("Options.StaticRoutesOnly", staticRoutes ? "true" : "false")));
        Settle();
        string id = created.Descendants("vpnConnectionId").Single().Value;
        return (id, (await AttachmentOfAsync(id)).Element("transitGatewayAttachmentId")!.Value);
    }

    protected async Task<XElement> AttachmentOfAsync(string resource) => (await Network.CallAsync("DescribeTransitGatewayAttachments",
        ("Filter.1.Name", "resource-id"), ("Filter.1.Value.1", resource))).Element("transitGatewayAttachments")!.Elements().Single();

    protected async Task<string> TableAsync(string gateway)
    {
        string id = (await Network.CallAsync("CreateTransitGatewayRouteTable", ("TransitGatewayId", gateway)))
            .Descendants("transitGatewayRouteTableId").Single().Value;
        Settle();
        return id;
    }

    protected async Task<string> DefaultTableAsync(string gateway) =>
        (await Network.CallAsync("DescribeTransitGateways", ("TransitGatewayIds.1", gateway)))
            .Descendants("associationDefaultRouteTableId").Single().Value;

    /// <summary>The routes that a search finds, such as "10.1.0.0/16 propagated active".</summary>
    protected async Task<string[]> SearchAsync(string table, string filter, string value) =>
        (await Network.CallAsync("SearchTransitGatewayRoutes",
            ("TransitGatewayRouteTableId", table), ("Filter.1.Name", filter), ("Filter.1.Value.1", value)))
            .Element("routeSet")!.Elements()
            .Select(route => (Destination: route.Element("destinationCidrBlock")!.Value, Route: route))
            .Select(found => $"{found.Destination} {found.Route.Element("type")!.Value} {found.Route.Element("state")!.Value}")
            .Order(StringComparer.Ordinal).ToArray();
}
