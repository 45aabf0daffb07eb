namespace NetConnect;

/// <summary>What can be changed of a Client VPN endpoint. What is null is left to AWS, or as it is.</summary>
public sealed record ClientVpnSettings
{
    /// <summary>The certificate by which clients know the endpoint, in ACM. A change ends all sessions.</summary>
    public string? ServerCertificateArn { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>At most two DNS servers; empty leaves clients their own. A change ends all sessions.</summary>
    public IReadOnlyList<string>? DnsServers { get; init; }

    /// <summary>Whether clients send only what the endpoint has routes for. A change ends all sessions.</summary>
    public bool? SplitTunnel { get; init; }

    /// <summary>The port: 443 (AWS's default) or 1194. A change ends all sessions.</summary>
    public int? VpnPort { get; init; }

    /// <summary>At most five security groups. Given, <see cref="VpcId"/> is too.</summary>
    public IReadOnlyList<string>? SecurityGroupIds { get; init; }

    /// <summary>The VPC of the security groups.</summary>
    public string? VpcId { get; init; }

    /// <summary>Whether people fetch their configuration from a portal (not with certificates alone).</summary>
    public bool? SelfServicePortal { get; init; }

    /// <summary>The Lambda function that judges each connection; empty for none.</summary>
    public string? ClientConnectHandlerArn { get; init; }

    /// <summary>How long a session may last, in hours: 8, 10, 12 or 24 (AWS's default).</summary>
    public int? SessionTimeoutHours { get; init; }

    /// <summary>Whether a session that lasted so long ends (AWS's default), instead of authenticating again.</summary>
    public bool? DisconnectOnSessionTimeout { get; init; }

    /// <summary>A text of at most 1,400 characters that clients show; empty for none.</summary>
    public string? LoginBanner { get; init; }

    /// <summary>The CloudWatch log group of connections; empty for none.</summary>
    public string? ConnectionLogGroup { get; init; }

    /// <summary>The log stream in the group.</summary>
    public string? ConnectionLogStream { get; init; }

    /// <summary>Whether AWS keeps clients to the routes that they were given.</summary>
    public bool? EnforceClientRoutes { get; init; }
}
