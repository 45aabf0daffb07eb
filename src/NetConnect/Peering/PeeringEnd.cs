using NetConnect.Addressing;

namespace NetConnect.Peering;

/// <summary>One side of a peering, with the credentials that may change it, and the CIDRs of the other side that it can reach.</summary>
internal sealed class PeeringEnd
{
    public PeeringEnd(PeeringSides side, VpcRouting vpc, IEnumerable<Cidr> remoteCidrs)
    {
        Side = side;
        Vpc = vpc;
        // IPv6 crosses a peering only where both VPCs have it (VPC Peering Guide, "Update your route tables").
        bool hasIpv6 = vpc.Cidrs.Any(cidr => cidr.IsIpv6);
        RemoteCidrs = remoteCidrs.Where(cidr => hasIpv6 || !cidr.IsIpv6).ToList();
    }

    public PeeringSides Side { get; }

    public VpcRouting Vpc { get; }

    public IVpcApi Api => Vpc.Api;

    public IReadOnlyList<Cidr> RemoteCidrs { get; }
}
