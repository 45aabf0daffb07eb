using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.Vpn;

/// <summary>A sandbox with shortcuts for VPNs of the VPC "shop".</summary>
public abstract class VpnTest(SandboxOptions? options = null) : SandboxTest(options)
{
    protected async Task<string> CustomerGatewayAsync(string address = "203.0.113.10", int asn = 65010) =>
        (await Network.CallAsync("CreateCustomerGateway", ("Type", "ipsec.1"), ("IpAddress", address), ("BgpAsn", $"{asn}")))
            .Descendants("customerGatewayId").Single().Value;

    /// <summary>A virtual private gateway, attached when a VPC is given.</summary>
    protected async Task<string> VpnGatewayAsync(string? vpc = Shop)
    {
        string id = (await Network.CallAsync("CreateVpnGateway", ("Type", "ipsec.1"))).Descendants("vpnGatewayId").Single().Value;
        Settle();
        if (vpc is not null) await Network.CallAsync("AttachVpnGateway", ("VpnGatewayId", id), ("VpcId", vpc));
        Settle();
        return id;
    }

    private protected static (string, string)[] Request(string customerGateway, string gateway, params (string, string)[] options) =>
        [("Type", "ipsec.1"), ("CustomerGatewayId", customerGateway),
            (gateway.StartsWith("vgw", StringComparison.Ordinal) ? "VpnGatewayId" : "TransitGatewayId", gateway), .. options];

    /// <summary>A connection that is available: over static routes, unless the options say otherwise.</summary>
    protected async Task<string> ConnectionAsync(bool staticRoutes = true, params (string, string)[] options)
    {
        XElement created = await Network.CallAsync("CreateVpnConnection", Request(await CustomerGatewayAsync(), await VpnGatewayAsync(),
            [("Options.StaticRoutesOnly", staticRoutes ? "true" : "false"), .. options]));
        Settle();
        return created.Descendants("vpnConnectionId").Single().Value;
    }

    protected async Task<XElement> DescribeAsync(string connection) =>
        (await Network.CallAsync("DescribeVpnConnections", ("VpnConnectionId.1", connection)))
            .Element("vpnConnectionSet")!.Element("item")!;

    /// <summary>The outside addresses, in the order of the options.</summary>
    protected async Task<string[]> OutsideAsync(string connection) =>
        (await TunnelsAsync(connection)).Select(tunnel => tunnel.Element("outsideIpAddress")!.Value).ToArray();

    protected async Task<XElement[]> TunnelsAsync(string connection) =>
        (await DescribeAsync(connection)).Descendants("tunnelOptionSet").Single().Elements("item").ToArray();

    protected async Task<XElement> TelemetryAsync(string connection, string outside) =>
        (await DescribeAsync(connection)).Element("vgwTelemetry")!.Elements("item")
            .Single(item => item.Element("outsideIpAddress")!.Value == outside);

    /// <summary>Status and message, such as "UP, 2 BGP ROUTES".</summary>
    protected async Task<string> StatusAsync(string connection, string outside)
    {
        XElement telemetry = await TelemetryAsync(connection, outside);
        return $"{telemetry.Element("status")!.Value}, {telemetry.Element("statusMessage")!.Value}";
    }

    /// <summary>The parameters that change options of one tunnel.</summary>
    private protected static (string, string)[] Change(string id, string outside, params (string Name, string Value)[] options) =>
        [("VpnConnectionId", id), ("VpnTunnelOutsideIpAddress", outside),
            .. options.Select(option => ("TunnelOptions." + option.Name, option.Value))];

    /// <summary>A static connection whose tunnels are both up.</summary>
    protected async Task<(string Id, string[] Outside)> UpAsync(params (string, string)[] options)
    {
        string id = await ConnectionAsync(staticRoutes: true, options);
        string[] outside = await OutsideAsync(id);
        foreach (string address in outside) Server.Vpn.Connect(id, address);
        Settle();
        return (id, outside);
    }
}
