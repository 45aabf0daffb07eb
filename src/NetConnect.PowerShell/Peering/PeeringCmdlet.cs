namespace NetConnect.PowerShell;

/// <summary>A cmdlet about VPC peerings.</summary>
/// <typeparam name="T">What one record gives.</typeparam>
public abstract class PeeringCmdlet<T> : PeerConnectedCmdlet<T>
    where T : class
{
    private protected IVpcApi Own => ResolveSession().Connection.Vpcs;

    private protected IVpcApi Peer => ResolvePeerSession().Connection.Vpcs;

    // The same link, whichever side is named first.
    private protected static string PairKey(string vpcId, string peerVpcId) =>
        string.CompareOrdinal(vpcId, peerVpcId) < 0 ? $"{vpcId} {peerVpcId}" : $"{peerVpcId} {vpcId}";
}
