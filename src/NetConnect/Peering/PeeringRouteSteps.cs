using NetConnect.Addressing;
using NetConnect.Planning;

namespace NetConnect.Peering;

/// <summary>Turns a survey into the steps that bring the routes to what is wanted.</summary>
internal static class PeeringRouteSteps
{
    /// <summary>Surveys the sides and lists the missing steps.</summary>
    /// <param name="peering">The peering; null while it is still to be made.</param>
    /// <param name="ends">The sides.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="readyAsync">Gives the peering's id once routes to it make sense.</param>
    /// <param name="after">The step that must come first, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NetConnectException">Routes to other live targets stand in the way (<see cref="ErrorIds.RouteConflict"/>).</exception>
    public static async Task<IReadOnlyList<PlanStep>> ForAllAsync(
        VpcPeering? peering, IReadOnlyCollection<PeeringEnd> ends, PeeringRouteRequest request, Func<CancellationToken, Task<string>> readyAsync, PlanStep? after,
        CancellationToken cancellationToken)
    {
        request.Tables.RefuseUnknown(ends.Select(end => end.Vpc));
        IReadOnlyList<PeeringRoute>[] surveys = await Task.WhenAll(
            ends.Select(end => PeeringRouteSurvey.SurveyAsync(peering, end, request, cancellationToken))).ConfigureAwait(false);
        RefuseConflicts(surveys.SelectMany(survey => survey).ToList(), request);
        return ends.Zip(surveys, (end, survey) => For(end, survey, request, readyAsync, after)).SelectMany(steps => steps).ToList();
    }

    private static IEnumerable<PlanStep> For(
        PeeringEnd end, IReadOnlyList<PeeringRoute> survey, PeeringRouteRequest request, Func<CancellationToken, Task<string>> readyAsync, PlanStep? after)
    {
        PlanStep[] before = after is null ? [] : [after];
        foreach (PeeringRoute route in survey)
        {
            Cidr destination = Cidr.Parse(route.DestinationCidrBlock);
            string table = Describe(route.RouteTableId, route.RouteTableName, route.IsMain, end);
            switch (route.State)
            {
                case PeeringRouteState.Missing:
                case PeeringRouteState.Stale or PeeringRouteState.Conflict when route.IsPropagated:
                    yield return new PlanStep($"Add route {destination} to the peering", table, AddAsync, before);
                    break;
                case PeeringRouteState.Stale or PeeringRouteState.Conflict:
                    yield return new PlanStep($"Replace route {destination}, now to {route.Target}", table, ReplaceAsync, before);
                    break;
                case PeeringRouteState.Extra when request.Prune:
                    yield return Remove(end, table, route.RouteTableId, destination);
                    break;
            }

            async Task AddAsync(CancellationToken cancellationToken)
            {
                string id = await readyAsync(cancellationToken).ConfigureAwait(false);
                await end.Api.CreateRouteAsync(route.RouteTableId, destination, id, cancellationToken).ConfigureAwait(false);
            }

            async Task ReplaceAsync(CancellationToken cancellationToken)
            {
                string id = await readyAsync(cancellationToken).ConfigureAwait(false);
                await end.Api.ReplaceRouteAsync(route.RouteTableId, destination, id, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The steps that remove every route to a peering from some tables of a side.</summary>
    public static IEnumerable<PlanStep> RemoveAll(PeeringEnd end, string peeringId, IEnumerable<RouteTable> tables) =>
        from table in tables
        from route in table.Routes
        where route.Target == peeringId && route.Destination is not null
        select Remove(end, Describe(table.RouteTableId, table.Name, table.IsMain, end), table.RouteTableId, route.Destination!.Value);

    private static PlanStep Remove(PeeringEnd end, string target, string routeTableId, Cidr destination) => new(
        $"Remove route {destination} to the peering",
        target,
        cancellationToken => end.Api.DeleteRouteAsync(routeTableId, destination, cancellationToken));

    private static string Describe(string routeTableId, string? name, bool isMain, PeeringEnd end) =>
        $"{routeTableId}{(name is null ? "" : $" {name}")}{(isMain ? " (main)" : "")} of {end.Vpc}";

    private static void RefuseConflicts(IReadOnlyList<PeeringRoute> survey, PeeringRouteRequest request)
    {
        List<PeeringRoute> conflicts = survey.Where(route => route.State == PeeringRouteState.Conflict && !request.Replace).ToList();
        if (conflicts.Count == 0)
            return;
        string list = string.Join(", ", conflicts.Select(route => $"{route.DestinationCidrBlock} in {route.RouteTableId} goes to {route.Target}"));
        throw new NetConnectException(
            ErrorIds.RouteConflict,
            ErrorKind.Conflict,
            $"Routes to other targets stand in the way: {list}. Use -Replace to point them at the peering, or -ExcludeCidr to leave them.",
            conflicts[0].RouteTableId);
    }
}
