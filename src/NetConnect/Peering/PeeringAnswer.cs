using NetConnect.Planning;

namespace NetConnect.Peering;

/// <summary>Accepts or rejects a request, as the owner of the accepting VPC.</summary>
public sealed class PeeringAnswer
{
    private readonly IVpcApi _own;
    private readonly IVpcApi _peer;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="own">The account and Region that look the peering up.</param>
    /// <param name="peer">The other side's account, which answers where the accepting VPC is its; the same where there is none.</param>
    /// <param name="context">What it runs with.</param>
    public PeeringAnswer(IVpcApi own, IVpcApi peer, OperationContext context)
    {
        _own = own;
        _peer = peer;
        _context = context;
    }

    /// <summary>Plans to accept the request and wait until it is active; one that is accepted already needs nothing.</summary>
    public async Task<Plan<VpcPeering>> PlanAcceptAsync(string idOrName, bool wait, CancellationToken cancellationToken)
    {
        VpcPeering peering = await PeeringName.GetAsync(_own, idOrName, cancellationToken).ConfigureAwait(false);
        if (!peering.IsLive())
            throw PeeringStates.Ended(peering);
        IVpcApi api = await AccepterAsync(peering, cancellationToken).ConfigureAwait(false);
        var underway = new PeeringUnderway(_context, peering);
        PlanStep[] steps = IsPending(peering)
            ? [new PlanStep("Accept the VPC peering", Describe(peering), ct => underway.AcceptAsync(api, ct))]
            : [];
        return new Plan<VpcPeering>(
            steps,
            async ct => wait && !steps.Any(step => step.IsDeclined) ? await underway.WhenActiveAsync(api, ct).ConfigureAwait(false) : underway.Current);
    }

    /// <summary>Plans to reject the request; one that is rejected already needs nothing.</summary>
    public async Task<Plan<VpcPeering>> PlanRejectAsync(string idOrName, CancellationToken cancellationToken)
    {
        VpcPeering peering = await PeeringName.GetAsync(_own, idOrName, cancellationToken).ConfigureAwait(false);
        if (!IsPending(peering) && peering.Status != PeeringStates.Rejected)
            throw peering.IsLive()
                ? new NetConnectException(ErrorIds.PeeringStateConflict, ErrorKind.Conflict, $"{peering} is {peering.Status} and can no longer be rejected. Use Remove-VpcPeering.", peering.VpcPeeringConnectionId)
                : PeeringStates.Ended(peering);
        IVpcApi api = await AccepterAsync(peering, cancellationToken).ConfigureAwait(false);
        PlanStep[] steps = IsPending(peering)
            ? [new PlanStep("Reject the VPC peering", Describe(peering), ct => api.RejectPeeringAsync(peering.VpcPeeringConnectionId, ct))]
            : [];
        return new Plan<VpcPeering>(
            steps,
            _ => Task.FromResult<VpcPeering?>(steps.Any(step => step.IsDeclined) ? peering : peering with { Status = PeeringStates.Rejected, StatusMessage = null }));
    }

    // The accepter's Region is the peering's. Only an owner is shown a VPC's tables.
    private async Task<IVpcApi> AccepterAsync(VpcPeering peering, CancellationToken cancellationToken)
    {
        IVpcApi own = _own.InRegion(peering.Accepter.Region);
        IVpcApi peer = _peer.InRegion(peering.Accepter.Region);
        return own == peer || (await peer.ListRouteTablesAsync(peering.Accepter.VpcId, cancellationToken).ConfigureAwait(false)).Count == 0 ? own : peer;
    }

    private static bool IsPending(VpcPeering peering) => peering.Status is PeeringStates.PendingAcceptance or PeeringStates.Initiating;

    private static string Describe(VpcPeering peering) => $"{peering} from {peering.Requester} to {peering.Accepter}";
}
