using System.Globalization;
using Amazon.EC2.Model;
using NetConnect.Aws.Vpcs;

namespace NetConnect.Aws.ClientVpns;

/// <summary>From EC2's answers about Client VPN to NetConnect's models.</summary>
internal static class ClientVpnMapping
{
    public static NetConnect.ClientVpnEndpoint ToModel(this Amazon.EC2.Model.ClientVpnEndpoint endpoint, string region) => new()
    {
        ClientVpnEndpointId = endpoint.ClientVpnEndpointId,
        State = endpoint.Status?.Code?.Value ?? "",
        Region = region,
        Description = NullIfEmpty(endpoint.Description),
        DnsName = endpoint.DnsName ?? "",
        ClientCidrBlock = endpoint.ClientCidrBlock ?? "",
        VpcId = NullIfEmpty(endpoint.VpcId),
        ServerCertificateArn = endpoint.ServerCertificateArn ?? "",
        Authentication = endpoint.AuthenticationOptions?.Select(ToModel).ToList() ?? [],
        TransportProtocol = endpoint.TransportProtocol?.Value ?? "",
        VpnPort = endpoint.VpnPort ?? 0,
        SplitTunnel = endpoint.SplitTunnel ?? false,
        DnsServers = endpoint.DnsServers ?? [],
        SecurityGroupIds = endpoint.SecurityGroupIds ?? [],
        SelfServicePortalUrl = NullIfEmpty(endpoint.SelfServicePortalUrl),
        SessionTimeoutHours = endpoint.SessionTimeoutHours ?? 0,
        DisconnectOnSessionTimeout = endpoint.DisconnectOnSessionTimeout,
        LoginBanner = endpoint.ClientLoginBannerOptions is { Enabled: true } banner ? banner.BannerText : null,
        ConnectionLogGroup = endpoint.ConnectionLogOptions is { Enabled: true } log ? log.CloudwatchLogGroup : null,
        ConnectionLogStream = endpoint.ConnectionLogOptions is { Enabled: true } stream ? NullIfEmpty(stream.CloudwatchLogStream) : null,
        ClientConnectHandlerArn = endpoint.ClientConnectOptions is { Enabled: true } handler ? handler.LambdaFunctionArn : null,
        EnforcesClientRoutes = endpoint.ClientRouteEnforcementOptions?.Enforced ?? false,
        Tags = VpcMapping.ToModel(endpoint.Tags),
    };

    public static ClientVpnAssociation ToModel(this TargetNetwork network) => new()
    {
        AssociationId = network.AssociationId,
        SubnetId = network.TargetNetworkId ?? "",
        VpcId = network.VpcId ?? "",
        State = network.Status?.Code?.Value ?? "",
        StateMessage = NullIfEmpty(network.Status?.Message),
        SecurityGroupIds = network.SecurityGroups ?? [],
    };

    public static NetConnect.ClientVpnRoute ToModel(this Amazon.EC2.Model.ClientVpnRoute route) => new()
    {
        DestinationCidrBlock = route.DestinationCidr ?? "",
        TargetSubnetId = route.TargetSubnet ?? "",
        Origin = route.Origin ?? "",
        Description = NullIfEmpty(route.Description),
        State = route.Status?.Code?.Value ?? "",
        StateMessage = NullIfEmpty(route.Status?.Message),
    };

    public static ClientVpnRule ToModel(this AuthorizationRule rule) => new()
    {
        DestinationCidrBlock = rule.DestinationCidr ?? "",
        GroupId = rule.AccessAll == true ? null : NullIfEmpty(rule.GroupId),
        Description = NullIfEmpty(rule.Description),
        State = rule.Status?.Code?.Value ?? "",
        StateMessage = NullIfEmpty(rule.Status?.Message),
    };

    public static NetConnect.ClientVpnConnection ToModel(this Amazon.EC2.Model.ClientVpnConnection connection) => new()
    {
        ConnectionId = connection.ConnectionId,
        ClientVpnEndpointId = connection.ClientVpnEndpointId ?? "",
        State = connection.Status?.Code?.Value ?? "",
        UserName = NullIfEmpty(connection.Username) is "N/A" ? null : NullIfEmpty(connection.Username),
        CommonName = NullIfEmpty(connection.CommonName),
        ClientIp = NullIfEmpty(connection.ClientIp),
        Established = Time(connection.ConnectionEstablishedTime),
        Ended = Time(connection.ConnectionEndTime),
        AsOf = Time(connection.Timestamp),
        IngressBytes = Number(connection.IngressBytes),
        EgressBytes = Number(connection.EgressBytes),
        IngressPackets = Number(connection.IngressPackets),
        EgressPackets = Number(connection.EgressPackets),
        PostureComplianceStatuses = connection.PostureComplianceStatuses ?? [],
    };

    private static NetConnect.ClientVpnAuthentication ToModel(Amazon.EC2.Model.ClientVpnAuthentication authentication) => new()
    {
        Type = authentication.Type?.Value ?? "",
        ClientRootCertificateChainArn = NullIfEmpty(authentication.MutualAuthentication?.ClientRootCertificateChain),
        DirectoryId = NullIfEmpty(authentication.ActiveDirectory?.DirectoryId),
        SamlProviderArn = NullIfEmpty(authentication.FederatedAuthentication?.SamlProviderArn),
        SelfServiceSamlProviderArn = NullIfEmpty(authentication.FederatedAuthentication?.SelfServiceSamlProviderArn),
    };

    // The model has these as text: 2018-06-25 13:45:30, in UTC.
    private static DateTime? Time(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime time) ? time : null;

    private static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
