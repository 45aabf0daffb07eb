namespace NetConnect.Peering;

/// <summary>What EC2 would refuse, or let fail, found before anything is written.</summary>
internal static class PeeringChecks
{
    public static void RefuseSameVpc(string vpcId, string peerVpcId)
    {
        if (vpcId == peerVpcId)
            throw new NetConnectException(ErrorIds.SameVpc, ErrorKind.InvalidInput, $"{vpcId} cannot be peered with itself. Give another VPC as -PeerVpcId.", vpcId);
    }

    /// <summary>EC2 lets the create succeed and the peering go to failed where any two CIDRs overlap, secondary and IPv6 ones included.</summary>
    public static void RefuseOverlap(VpcRouting own, VpcRouting peer)
    {
        IEnumerable<string> overlaps =
            from mine in own.Cidrs
            from theirs in peer.Cidrs
            where mine.Overlaps(theirs)
            select $"{mine} of {own.VpcId} and {theirs} of {peer.VpcId}";
        if (overlaps.FirstOrDefault() is { } first)
            throw new NetConnectException(
                ErrorIds.CidrOverlap,
                ErrorKind.Conflict,
                $"The VPCs cannot be peered because their addresses overlap: {first}. Overlapping VPCs need another way, such as PrivateLink or a NAT gateway.",
                own.VpcId);
    }
}
