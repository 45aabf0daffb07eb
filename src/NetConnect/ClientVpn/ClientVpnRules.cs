using NetConnect.Addressing;

namespace NetConnect.ClientVpn;

/// <summary>AWS's rules for the settings of an endpoint, checked before anything is written (EC2 API Reference, CreateClientVpnEndpoint; Client VPN
/// Administrator Guide, "Rules and best practices").</summary>
internal static class ClientVpnRules
{
    private const int ShortestPrefix = 12;
    private const int LongestPrefix = 22;
    private const int MaxDnsServers = 2;
    private const int MaxSecurityGroups = 5;
    private const int MaxBanner = 1400;

    private static readonly int[] s_ports = [443, 1194];
    private static readonly int[] s_sessionHours = [8, 10, 12, 24];

    /// <summary>Refuses what AWS would not take, whatever there is.</summary>
    /// <exception cref="NetConnectException"><see cref="ErrorIds.ClientVpnOptionInvalid"/>.</exception>
    public static void Check(ClientVpnRequest request)
    {
        Cidr clients = request.ClientCidrBlock;
        if (clients.IsIpv6 || clients.PrefixLength is < ShortestPrefix or > LongestPrefix)
            throw Invalid(request.Name, $"{clients} cannot be the clients' addresses: AWS takes an IPv4 block from /{LongestPrefix} to /{ShortestPrefix}, twice as large as the number of clients at the same time.");
        CheckAuthentication(request);
        Check(request.Settings, request.Name);
        CheckRoutes(request.Name, request.Routes, clients, request.Settings.SplitTunnel == true);
        RefuseIpv6(request.Name, request.Access.Select(access => access.Destination));
        CheckPortal(request.Name, request.Settings, request.Authentication);
    }

    /// <summary>Refuses a portal where nobody could sign in.</summary>
    public static void CheckPortal(string subject, ClientVpnSettings settings, IEnumerable<ClientVpnAuthentication> authentication)
    {
        if (settings.SelfServicePortal == true && authentication.All(way => way.Type == ClientVpnAuthentication.Certificate))
            throw Invalid(subject, "The self-service portal needs Active Directory or SAML: with certificates alone nobody can sign in there.");
    }

    /// <summary>Refuses routes that an endpoint cannot have.</summary>
    public static void CheckRoutes(string subject, IReadOnlyCollection<Cidr> routes, Cidr clients, bool isSplitTunnel)
    {
        RefuseIpv6(subject, routes);
        foreach (Cidr route in routes.Where(route => route.PrefixLength > 0 && route.Overlaps(clients)))
            throw Invalid(subject, $"The route to {route} overlaps {clients}, the clients' own addresses. For traffic among clients there is -ClientToClient; else choose other networks.");
        if (isSplitTunnel && routes.Any(route => route.PrefixLength == 0))
            throw Invalid(subject, "With split tunnel clients send only what has a route, so a route to everything takes its sense away. Leave one of the two out.");
    }

    /// <summary>Refuses networks that clients have no addresses for.</summary>
    public static void RefuseIpv6(string subject, IEnumerable<Cidr> networks)
    {
        foreach (Cidr network in networks.Where(network => network.IsIpv6))
            throw Invalid(subject, $"{network} is IPv6, and the endpoints of this module give their clients IPv4 addresses only.");
    }

    /// <summary>Refuses settings that AWS would not take.</summary>
    public static void Check(ClientVpnSettings settings, string subject)
    {
        if (settings.VpnPort is { } port && !s_ports.Contains(port))
            throw Invalid(subject, $"Port {port} is not one of {string.Join(", ", s_ports)}.");
        if (settings.SessionTimeoutHours is { } hours && !s_sessionHours.Contains(hours))
            throw Invalid(subject, $"A session lasts {string.Join(", ", s_sessionHours)} hours at most, not {hours}.");
        if (settings.DnsServers?.Count > MaxDnsServers)
            throw Invalid(subject, $"AWS takes {MaxDnsServers} DNS servers at most.");
        if (settings.SecurityGroupIds?.Count == 0)
            throw Invalid(subject, "An endpoint always has a security group: name the VPC's default one to go back to it.");
        if (settings.SecurityGroupIds?.Count > MaxSecurityGroups)
            throw Invalid(subject, $"AWS takes {MaxSecurityGroups} security groups at most.");
        if (settings.LoginBanner?.Length > MaxBanner)
            throw Invalid(subject, $"The banner has {settings.LoginBanner.Length} characters; AWS takes {MaxBanner} at most.");
        if (settings.ConnectionLogStream is not null && string.IsNullOrEmpty(settings.ConnectionLogGroup))
            throw Invalid(subject, "A log stream needs its log group.");
    }

    public static NetConnectException Invalid(string subject, string message) => new(ErrorIds.ClientVpnOptionInvalid, ErrorKind.InvalidInput, message, subject);

    // One way, or certificates with one of the others (Administrator Guide, "Client authentication").
    private static void CheckAuthentication(ClientVpnRequest request)
    {
        IReadOnlyList<ClientVpnAuthentication> ways = request.Authentication;
        bool fits = ways.Count == 1
            || (ways.Count == 2 && ways.Any(way => way.Type == ClientVpnAuthentication.Certificate) && ways[0].Type != ways[1].Type);
        if (!fits)
            throw Invalid(request.Name, "Give one way to sign in (a root certificate, a directory or a SAML provider), or the certificate and one of the other two.");
        if (string.IsNullOrEmpty(request.Settings.ServerCertificateArn) && request.Certificate is null)
            throw Invalid(request.Name, "A server certificate is always needed, whatever the way to sign in: give its ARN, or -AuthorityPath.");
        if (request.Certificate is not null && !request.NeedsCertificate)
            throw Invalid(request.Name, "Both certificates have an ARN, so that nothing of the authority is needed. Leave one of the three out.");
    }
}
