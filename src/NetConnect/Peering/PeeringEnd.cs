using NetConnect.Addressing;

namespace NetConnect.Peering;

/// <summary>One side of a peering, with the credentials that may change it, and the CIDRs that wait behind the other side.</summary>
internal sealed class PeeringEnd
{
    public PeeringEnd(PeeringSides side, VpcRouting vpc, IEnumerable<Cidr> remoteCidrs)
    {
        Side = side;
        Vpc = vpc;
        RemoteCidrs = remoteCidrs.ToList();
    }

    public PeeringSides Side { get; }

    public VpcRouting Vpc { get; }

    public IVpcApi Api => Vpc.Api;

    public IReadOnlyList<Cidr> RemoteCidrs { get; }
}
