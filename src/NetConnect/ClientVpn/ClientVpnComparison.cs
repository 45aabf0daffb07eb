namespace NetConnect.ClientVpn;

/// <summary>Tells in what an endpoint differs from settings that are asked for.</summary>
internal static class ClientVpnComparison
{
    // What each setting is called, whether the endpoint has another, and the settings without it.
    private static readonly (string Name, Func<ClientVpnSettings, ClientVpnEndpoint, bool> Differs, Func<ClientVpnSettings, ClientVpnSettings> Without)[] s_settings =
    [
        ("server certificate", (wanted, endpoint) => Differs(wanted.ServerCertificateArn, endpoint.ServerCertificateArn), wanted => wanted with { ServerCertificateArn = null }),
        ("description", (wanted, endpoint) => Differs(wanted.Description, endpoint.Description), wanted => wanted with { Description = null }),
        ("split tunnel", (wanted, endpoint) => Differs(wanted.SplitTunnel, endpoint.SplitTunnel), wanted => wanted with { SplitTunnel = null }),
        ("port", (wanted, endpoint) => Differs(wanted.VpnPort, endpoint.VpnPort), wanted => wanted with { VpnPort = null }),
        ("session timeout", (wanted, endpoint) => Differs(wanted.SessionTimeoutHours, endpoint.SessionTimeoutHours), wanted => wanted with { SessionTimeoutHours = null }),
        ("end of long sessions", (wanted, endpoint) => Differs(wanted.DisconnectOnSessionTimeout, endpoint.DisconnectOnSessionTimeout), wanted => wanted with { DisconnectOnSessionTimeout = null }),
        ("self-service portal", (wanted, endpoint) => Differs(wanted.SelfServicePortal, endpoint.SelfServicePortalUrl is not null), wanted => wanted with { SelfServicePortal = null }),
        ("route enforcement", (wanted, endpoint) => Differs(wanted.EnforceClientRoutes, endpoint.EnforcesClientRoutes), wanted => wanted with { EnforceClientRoutes = null }),
        ("connect handler", (wanted, endpoint) => Differs(wanted.ClientConnectHandlerArn, endpoint.ClientConnectHandlerArn), wanted => wanted with { ClientConnectHandlerArn = null }),
        ("banner", (wanted, endpoint) => Differs(wanted.LoginBanner, endpoint.LoginBanner), wanted => wanted with { LoginBanner = null }),
        ("connection log",
            (wanted, endpoint) => Differs(wanted.ConnectionLogGroup, endpoint.ConnectionLogGroup) || Differs(wanted.ConnectionLogStream, endpoint.ConnectionLogStream),
            wanted => wanted with { ConnectionLogGroup = null, ConnectionLogStream = null }),
        ("DNS servers", (wanted, endpoint) => wanted.DnsServers is { } servers && !servers.SequenceEqual(endpoint.DnsServers), wanted => wanted with { DnsServers = null }),
        ("security groups",
            (wanted, endpoint) => wanted.SecurityGroupIds is { } groups && !groups.ToHashSet().SetEquals(endpoint.SecurityGroupIds),
            wanted => wanted with { SecurityGroupIds = null, VpcId = null }),
    ];

    /// <summary>What differs, in words; nothing where all that was asked for is so already.</summary>
    public static IReadOnlyList<string> Differences(ClientVpnSettings wanted, ClientVpnEndpoint endpoint) =>
        [.. s_settings.Where(setting => setting.Differs(wanted, endpoint)).Select(setting => setting.Name)];

    /// <summary>Of what was asked for, only what differs.</summary>
    public static ClientVpnSettings Changes(ClientVpnSettings wanted, ClientVpnEndpoint endpoint) =>
        s_settings.Where(setting => !setting.Differs(wanted, endpoint)).Aggregate(wanted, (left, setting) => setting.Without(left));

    // An empty text asks for none.
    private static bool Differs<T>(T? asked, T? present) => asked is not null && !asked.Equals(present) && !(asked is "" && present is null);
}
