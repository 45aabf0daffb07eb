using NetConnect.Planning;

namespace NetConnect.Peering;

/// <summary>The routes of an existing peering: shown, brought to what is wanted, or removed, on both sides.</summary>
public sealed class PeeringRoutes
{
    private readonly IVpcApi _own;
    private readonly IVpcApi _peer;
    private readonly PeeringContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="own">The account and Region that look the peering up.</param>
    /// <param name="peer">The other side's account and Region; the same where one account holds both.</param>
    /// <param name="context">What it runs with.</param>
    public PeeringRoutes(IVpcApi own, IVpcApi peer, PeeringContext context)
    {
        _own = own;
        _peer = peer;
        _context = context;
    }

    /// <summary>Reads how the routes stand. A side that is not reached is left out, unless it was asked for by itself.</summary>
    public async Task<IReadOnlyList<PeeringRoute>> GetAsync(string idOrName, PeeringRouteRequest request, CancellationToken cancellationToken)
    {
        PeeringEnds ends = await PeeringEnds.ReadAsync(_own, _peer, idOrName, cancellationToken).ConfigureAwait(false);
        IEnumerable<PeeringEnd> meant = request.Sides == PeeringSides.Both ? ends.Reached : ends.Get(request.Sides);
        return await SurveyAsync(ends.Peering, meant, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Plans the routes that are missing, stale, in conflict or, with Prune, not wanted.</summary>
    public async Task<Plan<IReadOnlyList<PeeringRoute>>> PlanSetAsync(string idOrName, PeeringRouteRequest request, CancellationToken cancellationToken)
    {
        PeeringEnds ends = await PeeringEnds.ReadAsync(_own, _peer, idOrName, cancellationToken).ConfigureAwait(false);
        if (!ends.Peering.IsLive())
            throw PeeringStates.Ended(ends.Peering);
        string id = ends.Peering.VpcPeeringConnectionId;
        IReadOnlyList<PeeringEnd> meant = ends.Get(request.Sides);
        IReadOnlyList<PlanStep> steps = await new PeeringRouteSteps(_context, _ => Task.FromResult(id), null)
            .ForAllAsync(ends.Peering, meant, request, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<PeeringRoute> before = await SurveyAsync(ends.Peering, meant, request, cancellationToken).ConfigureAwait(false);
        // A route to a peering that nobody accepted yet is taken, and drops its packets until then.
        PeeringRouteState made = ends.Peering.Status == PeeringStates.Active ? PeeringRouteState.Active : PeeringRouteState.Blackhole;
        string[] warnings = made == PeeringRouteState.Active ? [] : [$"{id} is {ends.Peering.Status}: routes to it drop their packets until it is active."];
        return new Plan<IReadOnlyList<PeeringRoute>>(
            steps,
            _ => Task.FromResult<IReadOnlyList<PeeringRoute>?>(steps.Any(step => step.IsDeclined) ? null : Made(before, request, id, made)),
            warnings);
    }

    /// <summary>Plans the removal of every route to the peering from the chosen tables.</summary>
    public async Task<Plan<IReadOnlyList<PeeringRoute>>> PlanRemoveAsync(string idOrName, PeeringRouteRequest request, CancellationToken cancellationToken)
    {
        PeeringEnds ends = await PeeringEnds.ReadAsync(_own, _peer, idOrName, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<PeeringEnd> meant = ends.Get(request.Sides);
        request.Tables.RefuseUnknown(meant.Select(end => end.Vpc));
        var steps = new List<PlanStep>();
        foreach (PeeringEnd end in meant)
        {
            IReadOnlyList<RouteTable> tables = await request.Tables.SelectAsync(end.Vpc, cancellationToken).ConfigureAwait(false);
            steps.AddRange(PeeringRouteSteps.RemoveAll(end, ends.Peering.VpcPeeringConnectionId, tables, request.ExcludedCidrs));
        }
        return new Plan<IReadOnlyList<PeeringRoute>>(steps, _ => Task.FromResult<IReadOnlyList<PeeringRoute>?>(null));
    }

    private static async Task<IReadOnlyList<PeeringRoute>> SurveyAsync(
        VpcPeering peering, IEnumerable<PeeringEnd> ends, PeeringRouteRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<PeeringRoute>[] surveys = await Task.WhenAll(
            ends.Select(end => PeeringRouteSurvey.SurveyAsync(peering, end, request, cancellationToken))).ConfigureAwait(false);
        return surveys.SelectMany(survey => survey).ToList();
    }

    private static List<PeeringRoute> Made(IReadOnlyList<PeeringRoute> before, PeeringRouteRequest request, string peeringId, PeeringRouteState made) =>
        before.Where(route => route.State != PeeringRouteState.Extra || !request.Prune)
            .Select(route => route.State is PeeringRouteState.Extra or PeeringRouteState.Active or PeeringRouteState.Blackhole
                ? route
                : route with { State = made, Target = peeringId })
            .ToList();
}
