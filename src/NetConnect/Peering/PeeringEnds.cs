using NetConnect.Addressing;

namespace NetConnect.Peering;

/// <summary>An existing peering, and those of its sides that the given credentials reach.</summary>
internal sealed class PeeringEnds
{
    private PeeringEnds(VpcPeering peering, VpcRouting? requester, VpcRouting? accepter)
    {
        Peering = peering;
        // A side that cannot be read is known by what the peering itself tells of it, which EC2 does while it is active.
        IEnumerable<Cidr> ofRequester = requester?.Cidrs ?? peering.Requester.Cidrs;
        IEnumerable<Cidr> ofAccepter = accepter?.Cidrs ?? peering.Accepter.Cidrs;
        Requester = requester is null ? null : new PeeringEnd(PeeringSides.Requester, requester, ofAccepter);
        Accepter = accepter is null ? null : new PeeringEnd(PeeringSides.Accepter, accepter, ofRequester);
    }

    public VpcPeering Peering { get; }

    public PeeringEnd? Requester { get; }

    public PeeringEnd? Accepter { get; }

    /// <summary>The sides that can be read and changed.</summary>
    public IEnumerable<PeeringEnd> Reached => new[] { Requester, Accepter }.OfType<PeeringEnd>();

    /// <summary>Reads the peering, then the VPC of each side with whichever credentials own it.</summary>
    /// <param name="own">The first credentials.</param>
    /// <param name="peer">The credentials of the other side; equal to the first where one account holds both.</param>
    /// <param name="idOrName">The peering.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<PeeringEnds> ReadAsync(IVpcApi own, IVpcApi peer, string idOrName, CancellationToken cancellationToken) =>
        await ReadAsync(own, peer, await PeeringName.GetAsync(own, idOrName, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Reads the VPC of each side of a peering.</summary>
    public static async Task<PeeringEnds> ReadAsync(IVpcApi own, IVpcApi peer, VpcPeering peering, CancellationToken cancellationToken)
    {
        Task<VpcRouting?> requester = FindAsync(peering.Requester);
        Task<VpcRouting?> accepter = FindAsync(peering.Accepter);
        await Task.WhenAll(requester, accepter).ConfigureAwait(false);
        return new PeeringEnds(peering, requester.Result, accepter.Result);

        // Not by account id, which would cost each session a call to STS: a VPC's tables are shown to its owner alone.
        async Task<VpcRouting?> FindAsync(VpcPeeringSide side)
        {
            IVpcApi[] inOrder = side.Region == own.Region || side.Region != peer.Region ? [own, peer] : [peer, own];
            foreach (IVpcApi api in inOrder.Distinct())
            {
                if (await VpcRouting.FindAsync(api.InRegion(side.Region), side.VpcId, cancellationToken).ConfigureAwait(false) is { } found)
                    return found;
            }
            return null;
        }
    }

    /// <summary>The ends of the sides that are meant.</summary>
    /// <exception cref="NetConnectException">A side is in an account that no given credentials reach (<see cref="ErrorIds.OtherSideNotReachable"/>).</exception>
    public IReadOnlyList<PeeringEnd> Get(PeeringSides sides)
    {
        var ends = new List<PeeringEnd>();
        if (sides.HasFlag(PeeringSides.Requester))
            ends.Add(Requester ?? throw NotReachable(Peering.Requester, PeeringSides.Accepter));
        if (sides.HasFlag(PeeringSides.Accepter))
            ends.Add(Accepter ?? throw NotReachable(Peering.Accepter, PeeringSides.Requester));
        return ends;
    }

    private NetConnectException NotReachable(VpcPeeringSide side, PeeringSides other) => new(
        ErrorIds.OtherSideNotReachable,
        ErrorKind.Denied,
        $"{side} of {Peering} is not reached by the given credentials. Give those of its owner (-PeerRoleArn or -PeerProfileName), or -Side {other} to leave it alone.",
        Peering.VpcPeeringConnectionId);
}
