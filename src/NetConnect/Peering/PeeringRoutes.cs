using NetConnect.Planning;

namespace NetConnect.Peering;

/// <summary>The routes of an existing peering: shown, brought to what is wanted, or removed, on both sides.</summary>
public sealed class PeeringRoutes
{
    private readonly IVpcApi _own;
    private readonly IVpcApi _peer;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="own">The account and Region that look the peering up.</param>
    /// <param name="peer">The other side's account and Region; the same where one account holds both.</param>
    /// <param name="context">What it runs with.</param>
    public PeeringRoutes(IVpcApi own, IVpcApi peer, OperationContext context)
    {
        _own = own;
        _peer = peer;
        _context = context;
    }

    /// <summary>Reads how the routes stand. A side that is not reached is left out, unless it was asked for by itself.</summary>
    public async Task<IReadOnlyList<PeeringRoute>> GetAsync(string idOrName, PeeringRouteRequest request, CancellationToken cancellationToken)
    {
        PeeringEnds ends = await PeeringEnds.ReadAsync(_own, _peer, idOrName, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<PeeringEnd> meant = request.Sides == PeeringSides.Both ? ends.Reached.ToList() : ends.Get(request.Sides);
        return Routes(await PeeringRouteSurvey.ReadAsync(ends.Peering, meant, request, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Plans the routes that are missing, stale, in conflict or, with Prune, not wanted.</summary>
    public async Task<Plan<IReadOnlyList<PeeringRoute>>> PlanSetAsync(string idOrName, PeeringRouteRequest request, CancellationToken cancellationToken)
    {
        PeeringEnds ends = await PeeringEnds.ReadAsync(_own, _peer, idOrName, cancellationToken).ConfigureAwait(false);
        if (!ends.Peering.IsLive())
            throw PeeringStates.Ended(ends.Peering);
        string id = ends.Peering.VpcPeeringConnectionId;
        IReadOnlyList<(PeeringEnd, PeeringRoute)> survey = await PeeringRouteSurvey.ReadAsync(
            ends.Peering, ends.Get(request.Sides), request, cancellationToken).ConfigureAwait(false);
        List<PlanStep> steps = new PeeringRouteSteps(_context, _ => Task.FromResult(id), null).For(survey, request).ToList();
        // A route to a peering that nobody accepted yet is taken, and drops its packets until then.
        PeeringRouteState made = ends.Peering.Status == PeeringStates.Active ? PeeringRouteState.Active : PeeringRouteState.Blackhole;
        string[] warnings = made == PeeringRouteState.Active ? [] : [$"{id} is {ends.Peering.Status}: routes to it drop their packets until it is active."];
        return new Plan<IReadOnlyList<PeeringRoute>>(
            steps,
            _ => Task.FromResult<IReadOnlyList<PeeringRoute>?>(steps.Exists(step => step.IsDeclined) ? null : Made(Routes(survey), request, id, made)),
            warnings);
    }

    /// <summary>Plans the removal of every route to the peering from the chosen tables.</summary>
    public async Task<Plan<IReadOnlyList<PeeringRoute>>> PlanRemoveAsync(string idOrName, PeeringRouteRequest request, CancellationToken cancellationToken)
    {
        PeeringEnds ends = await PeeringEnds.ReadAsync(_own, _peer, idOrName, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<PeeringEnd> meant = ends.Get(request.Sides);
        IReadOnlyList<IReadOnlyList<RouteTable>> selected = await request.Tables.SelectAsync(
            meant.Select(end => end.Vpc).ToList(), cancellationToken).ConfigureAwait(false);
        List<PlanStep> steps = meant
            .Zip(selected, (end, tables) => PeeringRouteSteps.RemoveAll(end, ends.Peering.VpcPeeringConnectionId, tables, request.ExcludedCidrs))
            .SelectMany(removals => removals)
            .ToList();
        return new Plan<IReadOnlyList<PeeringRoute>>(steps, _ => Task.FromResult<IReadOnlyList<PeeringRoute>?>(null));
    }

    private static List<PeeringRoute> Routes(IReadOnlyList<(PeeringEnd End, PeeringRoute Route)> survey) => survey.Select(row => row.Route).ToList();

    private static List<PeeringRoute> Made(List<PeeringRoute> before, PeeringRouteRequest request, string peeringId, PeeringRouteState made) =>
        before.Where(route => route.State != PeeringRouteState.Extra || !request.Prune)
            .Select(route => route.State is PeeringRouteState.Extra or PeeringRouteState.Active or PeeringRouteState.Blackhole
                ? route
                : route with { State = made, Target = peeringId })
            .ToList();
}
