namespace NetConnect.ClientVpn;

/// <summary>Tells in what an endpoint differs from settings that are asked for.</summary>
internal static class ClientVpnComparison
{
    /// <summary>What differs, in words; nothing where all that was asked for is so already.</summary>
    public static IReadOnlyList<string> Differences(ClientVpnSettings wanted, ClientVpnEndpoint endpoint)
    {
        var differences = new List<string>();
        Compare("server certificate", wanted.ServerCertificateArn, endpoint.ServerCertificateArn);
        Compare("description", wanted.Description, endpoint.Description);
        Compare("split tunnel", wanted.SplitTunnel, endpoint.SplitTunnel);
        Compare("port", wanted.VpnPort, endpoint.VpnPort);
        Compare("session timeout", wanted.SessionTimeoutHours, endpoint.SessionTimeoutHours);
        Compare("end of long sessions", wanted.DisconnectOnSessionTimeout, endpoint.DisconnectOnSessionTimeout);
        Compare("self-service portal", wanted.SelfServicePortal, endpoint.SelfServicePortalUrl is not null);
        Compare("route enforcement", wanted.EnforceClientRoutes, endpoint.EnforcesClientRoutes);
        Compare("connect handler", wanted.ClientConnectHandlerArn, endpoint.ClientConnectHandlerArn);
        Compare("banner", wanted.LoginBanner, endpoint.LoginBanner);
        Compare("log group", wanted.ConnectionLogGroup, endpoint.ConnectionLogGroup);
        Compare("log stream", wanted.ConnectionLogStream, endpoint.ConnectionLogStream);
        if (wanted.DnsServers is { } servers && !servers.SequenceEqual(endpoint.DnsServers))
            differences.Add("DNS servers");
        if (wanted.SecurityGroupIds is { } groups && !groups.ToHashSet().SetEquals(endpoint.SecurityGroupIds))
            differences.Add("security groups");
        return differences;

        // An empty text asks for none.
        void Compare<T>(string what, T? asked, T? present)
        {
            if (asked is not null && !asked.Equals(present) && !(asked is "" && present is null))
                differences.Add(what);
        }
    }
}
