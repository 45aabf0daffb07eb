namespace NetConnect;

/// <summary>Every code of a <see cref="VpnFinding"/>. Each is explained in the help of Test-SiteToSiteVpn or Test-ClientVpn; renaming one is a breaking change.</summary>
public static partial class VpnFindingCodes
{
    // Everywhere
    /// <summary>Something could not be looked at.</summary>
    public const string NotExamined = nameof(NotExamined);

    // Tunnels
    /// <summary>A tunnel is not up.</summary>
    public const string TunnelDown = nameof(TunnelDown);
    /// <summary>One tunnel is up, the other is not.</summary>
    public const string OneTunnelUp = nameof(OneTunnelUp);
    /// <summary>IPsec is up, the BGP session over it is not.</summary>
    public const string BgpDown = nameof(BgpDown);
    /// <summary>IKE is up, IPsec is not.</summary>
    public const string Phase2Down = nameof(Phase2Down);
    /// <summary>A tunnel is down, and AWS waits for the device to begin.</summary>
    public const string AwsDoesNotInitiate = nameof(AwsDoesNotInitiate);
    /// <summary>BGP is established, and no route has come over it.</summary>
    public const string NoRoutesLearnt = nameof(NoRoutesLearnt);
    /// <summary>AWS's end of a tunnel could not be made, or is being made.</summary>
    public const string TunnelNotProvisioned = nameof(TunnelNotProvisioned);
    /// <summary>AWS waits to replace the endpoint of a tunnel.</summary>
    public const string PendingMaintenance = nameof(PendingMaintenance);
    /// <summary>The connection is being made or changed.</summary>
    public const string ConnectionChanging = nameof(ConnectionChanging);
    /// <summary>Both ends have the same autonomous system number.</summary>
    public const string EqualAsn = nameof(EqualAsn);

    // Causes, from the log, from AWS's reason, or from options that can never agree
    /// <summary>The two ends have different keys, or do not know each other's identity.</summary>
    public const string KeyMismatch = nameof(KeyMismatch);
    /// <summary>The two ends have no algorithms in common.</summary>
    public const string ProposalMismatch = nameof(ProposalMismatch);
    /// <summary>The two ends name different networks.</summary>
    public const string TrafficSelectorMismatch = nameof(TrafficSelectorMismatch);
    /// <summary>The device does not answer.</summary>
    public const string PeerSilent = nameof(PeerSilent);
    /// <summary>The device closes what was established.</summary>
    public const string DeviceCloses = nameof(DeviceCloses);
    /// <summary>The device has another autonomous system number than its customer gateway.</summary>
    public const string BgpAsnMismatch = nameof(BgpAsnMismatch);
    /// <summary>The device announces more routes than AWS takes.</summary>
    public const string BgpPrefixLimit = nameof(BgpPrefixLimit);
    /// <summary>AWS does not take a route that the device announces.</summary>
    public const string BgpRouteDenied = nameof(BgpRouteDenied);

    // Routes
    /// <summary>The virtual private gateway is attached to no VPC.</summary>
    public const string GatewayNotAttached = nameof(GatewayNotAttached);
    /// <summary>A static connection has no route.</summary>
    public const string NoStaticRoutes = nameof(NoStaticRoutes);
    /// <summary>A route table leads nothing to the gateway.</summary>
    public const string NoRoute = nameof(NoRoute);
    /// <summary>A route table leads some networks to the gateway, and not this one.</summary>
    public const string MissingRoute = nameof(MissingRoute);
    /// <summary>A route to something else takes the traffic of a network behind the device.</summary>
    public const string RouteOverridden = nameof(RouteOverridden);
    /// <summary>A network behind the device overlaps the VPC.</summary>
    public const string OverlapsVpc = nameof(OverlapsVpc);
    /// <summary>Another connection of the gateway leads to the same network.</summary>
    public const string OverlapsOtherVpn = nameof(OverlapsOtherVpn);
    /// <summary>A network lies outside of those that the connection lets through.</summary>
    public const string OutsideTrafficSelector = nameof(OutsideTrafficSelector);

    // Transit gateways
    /// <summary>The attachment to the transit gateway is not available.</summary>
    public const string AttachmentNotAvailable = nameof(AttachmentNotAvailable);
    /// <summary>No route table of the transit gateway routes what comes from the device.</summary>
    public const string NoAssociation = nameof(NoAssociation);
    /// <summary>No route table of the transit gateway leads to the connection.</summary>
    public const string NoTransitRoute = nameof(NoTransitRoute);
    /// <summary>A route of the transit gateway drops traffic to or from the device.</summary>
    public const string BlackholeTransitRoute = nameof(BlackholeTransitRoute);
    /// <summary>A VPC at the transit gateway reaches the connection, and what comes back does not find the VPC.</summary>
    public const string NoReturnRoute = nameof(NoReturnRoute);
    /// <summary>A VPC at the transit gateway does not send the device's networks there.</summary>
    public const string VpcHasNoRoute = nameof(VpcHasNoRoute);

    // Quotas
    /// <summary>A quota is reached, or nearly so.</summary>
    public const string Quota = nameof(Quota);
}
