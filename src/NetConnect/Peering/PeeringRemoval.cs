using NetConnect.Planning;

namespace NetConnect.Peering;

/// <summary>Removes a peering whole: the routes to it on both sides first, so that none is left as a blackhole, then the peering.</summary>
public sealed class PeeringRemoval
{
    private readonly IVpcApi _own;
    private readonly IVpcApi _peer;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="own">The account and Region that look the peering up and delete it.</param>
    /// <param name="peer">The other side's account and Region; the same where one account holds both.</param>
    /// <param name="context">What it runs with.</param>
    public PeeringRemoval(IVpcApi own, IVpcApi peer, OperationContext context)
    {
        _own = own;
        _peer = peer;
        _context = context;
    }

    /// <summary>Plans the removal of a peering.</summary>
    /// <param name="idOrName">The peering, an id or a Name tag.</param>
    /// <param name="sides">The sides whose routes are removed; the peering goes for both.</param>
    /// <param name="wait">Whether to wait until the peering is gone.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>A plan that gives the peering in its last state.</returns>
    public async Task<Plan<VpcPeering>> PlanAsync(string idOrName, PeeringSides sides, bool wait, CancellationToken cancellationToken) =>
        Plan(await PeeringEnds.ReadAsync(_own, _peer, idOrName, cancellationToken).ConfigureAwait(false), sides, wait);

    /// <summary>Plans the removal of the peering of two VPCs, whichever asked for it. Where they have none there is nothing to do.</summary>
    /// <param name="vpcId">A VPC, an id or a Name tag.</param>
    /// <param name="peerVpcId">The other VPC, an id or a Name tag.</param>
    /// <param name="sides">The sides whose routes are removed; the peering goes for both.</param>
    /// <param name="wait">Whether to wait until the peering is gone.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>A plan that gives the peering in its last state.</returns>
    public async Task<Plan<VpcPeering>> PlanAsync(string vpcId, string peerVpcId, PeeringSides sides, bool wait, CancellationToken cancellationToken)
    {
        vpcId = await VpcName.ResolveAsync(_own, vpcId, cancellationToken).ConfigureAwait(false);
        peerVpcId = await VpcName.ResolveAsync(_peer, peerVpcId, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<VpcPeering> peerings = await _own.ListPeeringsAsync(vpcId, peerVpcId, cancellationToken).ConfigureAwait(false);
        return (peerings.FirstOrDefault(PeeringStates.IsLive) ?? peerings.FirstOrDefault(one => one.Status == PeeringStates.Deleting)) is { } peering
            ? Plan(await PeeringEnds.ReadAsync(_own, _peer, peering, cancellationToken).ConfigureAwait(false), sides, wait)
            : new Plan<VpcPeering>([], _ => Task.FromResult<VpcPeering?>(null));
    }

    // A peering that is already dead still loses the routes that point at it.
    private Plan<VpcPeering> Plan(PeeringEnds ends, PeeringSides sides, bool wait)
    {
        string id = ends.Peering.VpcPeeringConnectionId;
        List<PlanStep> steps = ends.Get(sides).SelectMany(end => PeeringRouteSteps.RemoveAll(end, id, end.Vpc.Tables, [])).ToList();
        bool delete = ends.Peering.IsLive();
        if (delete)
        {
            IVpcApi deleter = Deleter(ends);
            steps.Add(new PlanStep(
                "Delete the VPC peering",
                $"{id} between {ends.Peering.Requester} and {ends.Peering.Accepter}",
                ct => deleter.DeletePeeringAsync(id, ct),
                [.. steps]));
        }
        return new Plan<VpcPeering>(steps, async ct =>
        {
            if (steps.Exists(step => step.IsDeclined))
                return null;
            // A run that was cut while it waited goes on waiting.
            VpcPeering? last = wait && (delete || ends.Peering.Status == PeeringStates.Deleting) ? await _context.WaitUntilGoneAsync(_own, id, ct).ConfigureAwait(false) : ends.Peering;
            return last ?? ends.Peering with { Status = PeeringStates.Deleted };
        });
    }

    // While nobody has accepted, only the requester may delete; the accepter rejects instead (VPC Peering Guide).
    private IVpcApi Deleter(PeeringEnds ends)
    {
        bool pending = ends.Peering.Status is PeeringStates.PendingAcceptance or PeeringStates.Initiating;
        if (pending && ends.Requester is null)
            throw new NetConnectException(
                ErrorIds.NotPeeringOwner,
                ErrorKind.Denied,
                $"{ends.Peering} is not accepted yet, and only its requester {ends.Peering.Requester} can delete it. Use Deny-VpcPeering to reject it instead.",
                ends.Peering.VpcPeeringConnectionId);
        return pending ? ends.Requester!.Api : _own;
    }
}
