using System.Globalization;
using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>How an endpoint is written.</summary>
internal static class ClientVpnEndpointDescription
{
    public static void Write(XmlAnswer node, ClientVpnEndpoint endpoint, Ec2Region viewer)
    {
        ClientVpnSettings settings = endpoint.Settings;
        node.Text("clientVpnEndpointId", endpoint.Id).Text("description", settings.Description)
            .Node("status", status => status.Text("code", endpoint.State))
            .Text("creationTime", Time(endpoint.Created)).Text("deletionTime", endpoint.Deleted is { } end ? Time(end) : null)
            .Text("dnsName", $"*.{endpoint.DnsName}").Text("clientCidrBlock", endpoint.ClientCidr.ToString())
            .Set("dnsServer", settings.DnsServers, (item, server) => item.Value(server))
            .Flag("splitTunnel", settings.SplitTunnel).Text("vpnProtocol", "openvpn").Text("transportProtocol", endpoint.TransportProtocol)
            .Number("vpnPort", settings.VpnPort)
            .Set("associatedTargetNetwork", endpoint.LiveAssociations.Select(association => association.Subnet).OfType<Subnet>(), (item, subnet) =>
                item.Text("networkId", subnet.Id).Text("networkType", "vpc"))
            .Text("serverCertificateArn", settings.ServerCertificateArn)
            .Set("authenticationOptions", endpoint.Authentication, WriteAuthentication)
            // These two have capital letters on the wire.
            .Node("connectionLogOptions", log => log.Flag("Enabled", settings.LogGroup is not null)
                .Text("CloudwatchLogGroup", settings.LogGroup).Text("CloudwatchLogStream", settings.LogStream))
            .Tags(viewer.Tags.Of(endpoint.Id));
        node.Set("securityGroupIdSet", settings.SecurityGroupIds, (item, group) => item.Value(group))
            .Text("vpcId", settings.Vpc?.Id)
            .Text("selfServicePortalUrl", settings.SelfServicePortal
                ? $"https://self-service.clientvpn.amazonaws.com/endpoints/{endpoint.Id}"
                : null)
            .Node("clientConnectOptions", connect => connect.Flag("enabled", settings.ClientConnectHandlerArn is not null)
                .Text("lambdaFunctionArn", settings.ClientConnectHandlerArn)
                .Node("status", status => status.Text("code", "applied")))
            .Number("sessionTimeoutHours", settings.SessionTimeoutHours)
            .Node("clientLoginBannerOptions", banner => banner.Flag("enabled", settings.Banner is not null).Text("bannerText", settings.Banner))
            .Node("clientRouteEnforcementOptions", enforcement => enforcement.Flag("enforced", settings.EnforcesRoutes))
            .Flag("disconnectOnSessionTimeout", settings.DisconnectOnSessionTimeout)
            .Text("endpointIpAddressType", "ipv4").Text("trafficIpAddressType", "ipv4");
        if (endpoint.Attachment is { } attachment)
            node.Node("transitGatewayConfiguration", transit => transit
                .Text("transitGatewayId", attachment.Gateway.Id).Text("transitGatewayAttachmentId", attachment.Id)
                .Set("availabilityZoneSet", endpoint.LiveAssociations, (zone, association) => zone.Value(association.Zone.Name))
                .Set("availabilityZoneIdSet", endpoint.LiveAssociations, (zone, association) => zone.Value(association.Zone.Id)));
    }

    /// <summary>Times are texts here: without a fraction and without a zone.</summary>
    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static void WriteAuthentication(XmlAnswer item, ClientVpnAuthentication way)
    {
        item.Text("type", way.Type);
        if (way.RootCertificateChainArn is { } chain) item.Node("mutualAuthentication", node => node.Text("clientRootCertificateChain", chain));
        if (way.DirectoryId is { } directory) item.Node("activeDirectory", node => node.Text("directoryId", directory));
        if (way.SamlProviderArn is { } provider)
            item.Node("federatedAuthentication", node =>
                node.Text("samlProviderArn", provider).Text("selfServiceSamlProviderArn", way.SelfServiceSamlProviderArn));
    }
}
