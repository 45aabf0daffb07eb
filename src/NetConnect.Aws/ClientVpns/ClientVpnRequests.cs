using Amazon.EC2;
using Amazon.EC2.Model;
using NetConnect.Aws.Vpcs;

namespace NetConnect.Aws.ClientVpns;

/// <summary>From NetConnect's settings to the requests of EC2, which have one structure with a switch for each thing that can be off.</summary>
internal static class ClientVpnRequests
{
    public static CreateClientVpnEndpointRequest ToRequest(this ClientVpnCreation creation, string clientToken)
    {
        ClientVpnSettings settings = creation.Settings;
        return new()
        {
            ClientToken = clientToken,
            ClientCidrBlock = creation.ClientCidrBlock,
            ServerCertificateArn = settings.ServerCertificateArn,
            AuthenticationOptions = creation.Authentication.Select(ToRequest).ToList(),
            // The one switch that has to be said.
            ConnectionLogOptions = LogOptions(settings) ?? new() { Enabled = false },
            DnsServers = settings.DnsServers?.ToList(),
            TransportProtocol = creation.TransportProtocol,
            VpnPort = settings.VpnPort,
            Description = settings.Description,
            SplitTunnel = settings.SplitTunnel,
            SecurityGroupIds = settings.SecurityGroupIds?.ToList(),
            VpcId = settings.VpcId,
            SelfServicePortal = Portal(settings),
            ClientConnectOptions = ConnectOptions(settings),
            SessionTimeoutHours = settings.SessionTimeoutHours,
            DisconnectOnSessionTimeout = settings.DisconnectOnSessionTimeout,
            ClientLoginBannerOptions = BannerOptions(settings),
            ClientRouteEnforcementOptions = RouteEnforcement(settings),
            TagSpecifications = creation.Tags.Count == 0 ? null : [new() { ResourceType = ResourceType.ClientVpnEndpoint, Tags = VpcMapping.ToTags(creation.Tags) }],
        };
    }

    public static ModifyClientVpnEndpointRequest ToRequest(this ClientVpnSettings settings, string endpointId) => new()
    {
        ClientVpnEndpointId = endpointId,
        ServerCertificateArn = settings.ServerCertificateArn,
        ConnectionLogOptions = LogOptions(settings),
        DnsServers = settings.DnsServers is { } servers ? new() { Enabled = servers.Count > 0, CustomDnsServers = [.. servers] } : null,
        VpnPort = settings.VpnPort,
        Description = settings.Description,
        SplitTunnel = settings.SplitTunnel,
        SecurityGroupIds = settings.SecurityGroupIds?.ToList(),
        VpcId = settings.VpcId,
        SelfServicePortal = Portal(settings),
        ClientConnectOptions = ConnectOptions(settings),
        SessionTimeoutHours = settings.SessionTimeoutHours,
        DisconnectOnSessionTimeout = settings.DisconnectOnSessionTimeout,
        ClientLoginBannerOptions = BannerOptions(settings),
        ClientRouteEnforcementOptions = RouteEnforcement(settings),
    };

    private static ClientVpnAuthenticationRequest ToRequest(NetConnect.ClientVpnAuthentication authentication) => new()
    {
        Type = authentication.Type,
        MutualAuthentication = authentication.ClientRootCertificateChainArn is { } chain ? new() { ClientRootCertificateChainArn = chain } : null,
        ActiveDirectory = authentication.DirectoryId is { } directory ? new() { DirectoryId = directory } : null,
        FederatedAuthentication = authentication.SamlProviderArn is { } provider
            ? new() { SAMLProviderArn = provider, SelfServiceSAMLProviderArn = authentication.SelfServiceSamlProviderArn }
            : null,
    };

    private static ConnectionLogOptions? LogOptions(ClientVpnSettings settings) => settings.ConnectionLogGroup switch
    {
        null => null,
        "" => new() { Enabled = false },
        string group => new() { Enabled = true, CloudwatchLogGroup = group, CloudwatchLogStream = settings.ConnectionLogStream },
    };

    private static SelfServicePortal? Portal(ClientVpnSettings settings) => settings.SelfServicePortal switch
    {
        null => null,
        true => SelfServicePortal.Enabled,
        false => SelfServicePortal.Disabled,
    };

    private static ClientConnectOptions? ConnectOptions(ClientVpnSettings settings) => settings.ClientConnectHandlerArn switch
    {
        null => null,
        "" => new() { Enabled = false },
        string arn => new() { Enabled = true, LambdaFunctionArn = arn },
    };

    private static ClientLoginBannerOptions? BannerOptions(ClientVpnSettings settings) => settings.LoginBanner switch
    {
        null => null,
        "" => new() { Enabled = false },
        string text => new() { Enabled = true, BannerText = text },
    };

    private static ClientRouteEnforcementOptions? RouteEnforcement(ClientVpnSettings settings) =>
        settings.EnforceClientRoutes is { } enforced ? new() { Enforced = enforced } : null;
}
