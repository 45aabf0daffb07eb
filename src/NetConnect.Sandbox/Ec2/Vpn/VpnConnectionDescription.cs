using System.Globalization;
using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Ec2.Vpn.Tunnels;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>How a connection is filtered and written, secrets and all.</summary>
internal static class VpnConnectionDescription
{
    public static readonly Description<VpnConnection> Instance = new("VpnConnectionId", "vpnConnectionSet", new FilterSet<VpnConnection>
    {
        { "vpn-connection-id", connection => connection.Id },
        { "vpn-gateway-id", connection => connection.VpnGateway?.Id },
        { "transit-gateway-id", connection => connection.TransitGateway?.Id },
        { "customer-gateway-id", connection => connection.CustomerGateway.Id },
        { "customer-gateway-configuration", CustomerGatewayConfiguration.Of },
        { "bgp-asn", connection => connection.CustomerGateway.BgpAsn.ToString(CultureInfo.InvariantCulture) },
        { "state", connection => connection.State.Code },
        { "type", _ => VpnGateway.Type },
        { "option.static-routes-only", connection => connection.StaticRoutesOnly },
        { "route.destination-cidr-block", connection => Shown(connection).Select(route => route.Destination.ToString()) },
    }, Write)
    {
        Bounds = PageBounds.Unpaged,
    };

    public static void Write(XmlAnswer node, VpnConnection connection, Ec2Region viewer)
    {
        node.Text("vpnConnectionId", connection.Id).Text("state", connection.State.Code).Text("type", VpnGateway.Type)
            .Text("category", "VPN").Text("customerGatewayId", connection.CustomerGateway.Id)
            .Text("vpnGatewayId", connection.VpnGateway?.Id).Text("transitGatewayId", connection.TransitGateway?.Id)
            .Text("preSharedKeyArn", connection.PreSharedKeyArn);
        // API Reference, VpnConnection: present only for connections that are pending or available.
        if (connection.IsLive) node.Text("customerGatewayConfiguration", CustomerGatewayConfiguration.Of(connection));
        node.Node("options", options =>
            {
                connection.Options.Write(options);
                options.Set("tunnelOptionSet", connection.Tunnels, WriteTunnel);
            })
            .Set("routes", Shown(connection), (item, route) => item.Text("destinationCidrBlock", route.Destination.ToString())
                .Text("source", "Static").Text("state", route.State.Code))
            .Set("vgwTelemetry", Telemetry(connection), WriteTelemetry)
            .Tags(viewer.Tags.Of(connection.Id));
    }

    // What nobody asked for is applied, and not shown.
    private static void WriteTunnel(XmlAnswer item, VpnTunnel tunnel)
    {
        item.Text("outsideIpAddress", tunnel.OutsideIpAddress).Text("tunnelInsideCidr", tunnel.Options.InsideCidr?.ToString())
            .Text("tunnelInsideIpv6Cidr", tunnel.Options.InsideIpv6Cidr?.ToString()).Text("preSharedKey", tunnel.ShownKey);
        foreach (TunnelOption option in TunnelOption.All.Where(tunnel.Options.IsGiven))
        {
            if (option.IsList) item.Set(option.Element, tunnel.Options.Values(option), (value, text) => value.Text("value", text));
            else item.Text(option.Element, tunnel.Options.Word(option));
        }
        TunnelLog.Write(item, tunnel.Options.Log);
        item.Flag("enableTunnelLifecycleControl", tunnel.Options.EnableTunnelLifecycleControl ?? false);
    }

    // In an order of its own: who takes the place for the name mixes the tunnels up, as with EC2 (hashicorp/terraform-provider-aws#19079).
    private static IEnumerable<VpnTunnel> Telemetry(VpnConnection connection) => connection.State.Code == "deleted"
        ? []
        : connection.Tunnels.OrderBy(tunnel => tunnel.OutsideIpAddress, StringComparer.Ordinal);

    private static void WriteTelemetry(XmlAnswer item, VpnTunnel tunnel) => item
        .Text("outsideIpAddress", tunnel.OutsideIpAddress).Text("status", tunnel.Line.Status).Text("statusMessage", tunnel.Line.Message)
        .Time("lastStatusChange", tunnel.Line.Since).Number("acceptedRouteCount", tunnel.Line.BgpRoutes.Count);

    private static IEnumerable<VpnStaticRoute> Shown(VpnConnection connection) => connection.Routes.Where(route => !route.IsGone);
}
