namespace NetConnect;

// Those of Client VPNs.
public static partial class VpnFindingCodes
{
    // The endpoint and its subnets
    /// <summary>Something of the endpoint is being made or removed.</summary>
    public const string EndpointChanging = nameof(EndpointChanging);
    /// <summary>The endpoint ends in no subnet.</summary>
    public const string NoSubnet = nameof(NoSubnet);
    /// <summary>AWS could not associate a subnet.</summary>
    public const string SubnetFailed = nameof(SubnetFailed);
    /// <summary>All subnets are in one Availability Zone.</summary>
    public const string OneZone = nameof(OneZone);

    // Routes and rules
    /// <summary>AWS could not make a route.</summary>
    public const string RouteFailed = nameof(RouteFailed);
    /// <summary>One subnet leads to a network, another does not.</summary>
    public const string UnevenRoutes = nameof(UnevenRoutes);
    /// <summary>The endpoint has a route that no rule lets anybody use.</summary>
    public const string RouteWithoutRule = nameof(RouteWithoutRule);
    /// <summary>The VPC got a block after its subnets were associated, and no route leads there.</summary>
    public const string LaterVpcCidr = nameof(LaterVpcCidr);
    /// <summary>The clients' addresses overlap a block of the VPC.</summary>
    public const string ClientCidrOverlaps = nameof(ClientCidrOverlaps);
    /// <summary>The split tunnel has a route for everything.</summary>
    public const string SplitTunnelDefaultRoute = nameof(SplitTunnelDefaultRoute);
    /// <summary>Clients send everything into the tunnel, and the endpoint leads to some networks only.</summary>
    public const string NoDefaultRoute = nameof(NoDefaultRoute);
    /// <summary>The route table of an associated subnet does not lead on to where the endpoint sends traffic.</summary>
    public const string SubnetHasNoRoute = nameof(SubnetHasNoRoute);
    /// <summary>No rule lets anybody reach anything.</summary>
    public const string NoRules = nameof(NoRules);
    /// <summary>AWS could not make a rule.</summary>
    public const string RuleFailed = nameof(RuleFailed);
    /// <summary>A rule lets people reach a network that no route leads to.</summary>
    public const string RuleWithoutRoute = nameof(RuleWithoutRoute);
    /// <summary>A rule for a part of a network takes it from people whom a rule for the whole lets in.</summary>
    public const string ShadowedRule = nameof(ShadowedRule);

    // Security groups
    /// <summary>The security groups of the endpoint let nothing out to a network that it leads to.</summary>
    public const string SecurityGroupBlocks = nameof(SecurityGroupBlocks);
    /// <summary>No security group of the VPC lets in what comes from the endpoint.</summary>
    public const string NobodyLetsIn = nameof(NobodyLetsIn);

    // Certificates
    /// <summary>A certificate has expired.</summary>
    public const string CertificateExpired = nameof(CertificateExpired);
    /// <summary>A certificate expires soon.</summary>
    public const string CertificateExpiring = nameof(CertificateExpiring);
    /// <summary>A certificate of the endpoint is not in ACM any more.</summary>
    public const string CertificateMissing = nameof(CertificateMissing);
    /// <summary>The endpoint's revocation list has expired: nobody can connect.</summary>
    public const string RevocationListExpired = nameof(RevocationListExpired);
    /// <summary>The endpoint's revocation list expires soon.</summary>
    public const string RevocationListExpiring = nameof(RevocationListExpiring);
    /// <summary>Somebody whom the authority has revoked is not on the endpoint's list.</summary>
    public const string RevocationListOutdated = nameof(RevocationListOutdated);
    /// <summary>The endpoint's revocation list is of another authority than the folder that was named.</summary>
    public const string OtherAuthority = nameof(OtherAuthority);
}
