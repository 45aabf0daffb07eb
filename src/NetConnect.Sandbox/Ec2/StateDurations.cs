namespace NetConnect.Sandbox.Ec2;

/// <summary>
/// How long changes of state usually take here: as many steps as in AWS, so that clients must wait in the right places, but seconds
/// where AWS takes minutes. Lifetimes (c1 of the peering guide) are AWS's own.
/// </summary>
internal static class StateDurations
{
    public static readonly TimeSpan VpcCreation = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan CidrAssociation = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan PeeringInitiation = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan PeeringProvisioning = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan PeeringDeletion = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan NatGatewayCreation = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan NatGatewayDeletion = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan PrefixListChange = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan VpnGatewayChange = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan VpnGatewayAttachment = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan VpnGatewayDetachment = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan VpnConnectionCreation = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan VpnConnectionDeletion = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan VpnConnectionChange = TimeSpan.FromSeconds(4);
    public static readonly TimeSpan VpnStaticRoute = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan TunnelReplacement = TimeSpan.FromSeconds(8);
    public static readonly TimeSpan TunnelNegotiation = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan TunnelBgp = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan TransitGatewayChange = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan TransitGatewayAttachment = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan TransitGatewayAssociation = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan ClientVpnAssociation = TimeSpan.FromSeconds(8);
    public static readonly TimeSpan ClientVpnDisassociation = TimeSpan.FromSeconds(6);
    public static readonly TimeSpan ClientVpnRoute = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan ClientVpnRule = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan ClientVpnEndpointDeletion = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan ClientVpnRevocationList = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan ClientVpnTermination = TimeSpan.FromMilliseconds(500);

    public static readonly TimeSpan DeadResource = TimeSpan.FromHours(1);
    public static readonly TimeSpan DeadNatGateway = TimeSpan.FromHours(1);
    public static readonly TimeSpan PeeringRequestLifetime = TimeSpan.FromDays(7);
    public static readonly TimeSpan DeadPeeringShort = TimeSpan.FromHours(2);
    public static readonly TimeSpan DeadPeeringLong = TimeSpan.FromDays(2);
}
