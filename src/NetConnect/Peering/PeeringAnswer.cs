using NetConnect.Planning;

namespace NetConnect.Peering;

/// <summary>Accepts or rejects a request, as the owner of the accepting VPC.</summary>
public sealed class PeeringAnswer
{
    private readonly IVpcApi _accepter;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="accepter">The account of the accepting VPC; its Region is taken from the peering.</param>
    /// <param name="context">What it runs with.</param>
    public PeeringAnswer(IVpcApi accepter, OperationContext context)
    {
        _accepter = accepter;
        _context = context;
    }

    /// <summary>Plans to accept the request and wait until it is active; one that is accepted already needs nothing.</summary>
    public async Task<Plan<VpcPeering>> PlanAcceptAsync(string idOrName, bool wait, CancellationToken cancellationToken)
    {
        VpcPeering peering = await PeeringName.GetAsync(_accepter, idOrName, cancellationToken).ConfigureAwait(false);
        if (!peering.IsLive())
            throw PeeringStates.Ended(peering);
        IVpcApi api = _accepter.InRegion(peering.Accepter.Region);
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
        VpcPeering peering = await PeeringName.GetAsync(_accepter, idOrName, cancellationToken).ConfigureAwait(false);
        if (!IsPending(peering) && peering.Status != PeeringStates.Rejected)
            throw peering.IsLive()
                ? new NetConnectException(ErrorIds.PeeringStateConflict, ErrorKind.Conflict, $"{peering} is {peering.Status} and can no longer be rejected. Use Remove-VpcPeering.", peering.VpcPeeringConnectionId)
                : PeeringStates.Ended(peering);
        IVpcApi api = _accepter.InRegion(peering.Accepter.Region);
        PlanStep[] steps = IsPending(peering)
            ? [new PlanStep("Reject the VPC peering", Describe(peering), ct => api.RejectPeeringAsync(peering.VpcPeeringConnectionId, ct))]
            : [];
        return new Plan<VpcPeering>(
            steps,
            _ => Task.FromResult<VpcPeering?>(steps.Any(step => step.IsDeclined) ? peering : peering with { Status = PeeringStates.Rejected, StatusMessage = null }));
    }

    private static bool IsPending(VpcPeering peering) => peering.Status is PeeringStates.PendingAcceptance or PeeringStates.Initiating;

    private static string Describe(VpcPeering peering) => $"{peering} from {peering.Requester} to {peering.Accepter}";
}
