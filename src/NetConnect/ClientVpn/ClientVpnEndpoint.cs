namespace NetConnect;

/// <summary>A Client VPN endpoint with the subnets that it ends in, its routes and its authorization rules.</summary>
public sealed record ClientVpnEndpoint
{
    /// <summary>The id, <c>cvpn-endpoint-…</c>.</summary>
    public string ClientVpnEndpointId { get; init; } = "";

    /// <summary>The Name tag, or null.</summary>
    public string? Name => Tags.TryGetValue("Name", out string? name) ? name : null;

    /// <summary>The state as AWS names it: <c>pending-associate</c>, <c>available</c>, <c>deleting</c>, <c>deleted</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>The Region.</summary>
    public string Region { get; init; } = "";

    /// <summary>The description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The name that clients connect to. It begins with <c>*.</c>: a client puts a random label there.</summary>
    public string DnsName { get; init; } = "";

    /// <summary>The addresses that clients get, <c>/22</c> to <c>/12</c>. It never changes.</summary>
    public string ClientCidrBlock { get; init; } = "";

    /// <summary>The VPC of its subnets and security groups; null before the first subnet.</summary>
    public string? VpcId { get; init; }

    /// <summary>The certificate by which clients know the endpoint, in ACM.</summary>
    public string ServerCertificateArn { get; init; } = "";

    /// <summary>How people prove who they are: one way, or certificates and one other.</summary>
    public IReadOnlyList<ClientVpnAuthentication> Authentication { get; init; } = [];

    /// <summary>The protocol: <c>udp</c> or <c>tcp</c>.</summary>
    public string TransportProtocol { get; init; } = "";

    /// <summary>The port: 443 or 1194.</summary>
    public int VpnPort { get; init; }

    /// <summary>Whether clients send only what the endpoint has routes for, instead of all of their traffic.</summary>
    public bool SplitTunnel { get; init; }

    /// <summary>The DNS servers that clients are given; empty leaves them their own.</summary>
    public IReadOnlyList<string> DnsServers { get; init; } = [];

    /// <summary>The security groups of the endpoint.</summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    /// <summary>The address of the self-service portal, or null where it is off.</summary>
    public string? SelfServicePortalUrl { get; init; }

    /// <summary>How long a session may last, in hours: 8, 10, 12 or 24.</summary>
    public int SessionTimeoutHours { get; init; }

    /// <summary>Whether a session that lasted so long ends, instead of authenticating again.</summary>
    public bool? DisconnectOnSessionTimeout { get; init; }

    /// <summary>The text that clients show once they are connected, or null.</summary>
    public string? LoginBanner { get; init; }

    /// <summary>The CloudWatch log group of connections, or null where they are not logged.</summary>
    public string? ConnectionLogGroup { get; init; }

    /// <summary>The log stream in the group, or null.</summary>
    public string? ConnectionLogStream { get; init; }

    /// <summary>The Lambda function that judges each connection, or null.</summary>
    public string? ClientConnectHandlerArn { get; init; }

    /// <summary>Whether AWS keeps clients to the routes that they were given.</summary>
    public bool EnforcesClientRoutes { get; init; }

    /// <summary>The subnets that it ends in.</summary>
    public IReadOnlyList<ClientVpnAssociation> Associations { get; init; } = [];

    /// <summary>The routes, one for each network and subnet.</summary>
    public IReadOnlyList<ClientVpnRoute> Routes { get; init; } = [];

    /// <summary>Who may reach what.</summary>
    public IReadOnlyList<ClientVpnRule> AuthorizationRules { get; init; } = [];

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The id.</summary>
    public override string ToString() => ClientVpnEndpointId;
}
