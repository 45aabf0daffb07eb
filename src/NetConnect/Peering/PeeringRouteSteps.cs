using NetConnect.Addressing;
using NetConnect.Planning;

namespace NetConnect.Peering;

/// <summary>Turns a survey of routes into the steps that bring them to what is wanted.</summary>
internal sealed class PeeringRouteSteps
{
    private readonly OperationContext _context;
    private readonly Func<CancellationToken, Task<string>> _readyAsync;
    private readonly PlanStep[] _after;

    /// <summary>Creates the maker of steps.</summary>
    /// <param name="context">What the operation runs with.</param>
    /// <param name="readyAsync">Gives the peering's id once routes to it make sense.</param>
    /// <param name="after">The step that must come first, or null.</param>
    public PeeringRouteSteps(OperationContext context, Func<CancellationToken, Task<string>> readyAsync, PlanStep? after)
    {
        _context = context;
        _readyAsync = readyAsync;
        _after = after is null ? [] : [after];
    }

    /// <summary>The missing steps.</summary>
    /// <param name="survey">How the routes stand.</param>
    /// <param name="request">What is wanted.</param>
    /// <exception cref="NetConnectException">Routes to other live targets stand in the way (<see cref="ErrorIds.RouteConflict"/>).</exception>
    public IEnumerable<PlanStep> For(IReadOnlyList<(PeeringEnd End, PeeringRoute Route)> survey, PeeringRouteRequest request)
    {
        RefuseConflicts(survey.Select(row => row.Route).Where(route => !request.Replace && route.State == PeeringRouteState.Conflict).ToList());
        return survey.Select(row => Step(row.End, row.Route, request.Prune)).OfType<PlanStep>();
    }

    private PlanStep? Step(PeeringEnd end, PeeringRoute route, bool prune)
    {
        Cidr destination = Cidr.Parse(route.DestinationCidrBlock);
        string table = Describe(route.RouteTableId, route.RouteTableName, route.IsMain, end);
        return route.State switch
        {
            PeeringRouteState.Missing => Add(),
            // A propagated route cannot be replaced, only preceded by a static one.
            PeeringRouteState.Stale or PeeringRouteState.Conflict when route.IsPropagated => Add(),
            PeeringRouteState.Stale or PeeringRouteState.Conflict => Change(
                $"Replace route {destination}, now to {route.Target}", (id, ct) => end.Api.ReplaceRouteAsync(route.RouteTableId, destination, id, ct)),
            PeeringRouteState.Extra when prune => Remove(end, table, route.RouteTableId, destination),
            _ => null,
        };

        PlanStep Add() => Change($"Add route {destination} to the peering", (id, ct) => AddAsync(end, route, destination, id, ct));

        PlanStep Change(string action, Func<string, CancellationToken, Task> change) => new(
            action,
            table,
            async cancellationToken =>
            {
                string id = await _readyAsync(cancellationToken).ConfigureAwait(false);
                await _context.WhenVisibleAsync(ct => change(id, ct), cancellationToken).ConfigureAwait(false);
            },
            _after);
    }

    // A route that appeared since the plan, or was made by a try whose answer was lost, is success where it is the wanted one.
    private static async Task AddAsync(PeeringEnd end, PeeringRoute route, Cidr destination, string peeringId, CancellationToken cancellationToken)
    {
        try
        {
            await end.Api.CreateRouteAsync(route.RouteTableId, destination, peeringId, cancellationToken).ConfigureAwait(false);
        }
        catch (NetConnectException error) when (error.ErrorId == ErrorIds.RouteConflict)
        {
            IReadOnlyList<RouteTable> tables = await end.Api.ListRouteTablesAsync(end.Vpc.VpcId, cancellationToken).ConfigureAwait(false);
            RouteTable? table = tables.FirstOrDefault(table => table.RouteTableId == route.RouteTableId);
            string? target = table is null ? null : PeeringRouteSurvey.FindRoute(table, destination)?.Target;
            if (target != peeringId)
                RefuseConflicts([route with { Target = target ?? "another target" }]);
        }
    }

    /// <summary>The steps that remove the routes to a peering from some tables of a side, but for those within excluded CIDRs.</summary>
    public static IEnumerable<PlanStep> RemoveAll(PeeringEnd end, string peeringId, IEnumerable<RouteTable> tables, IReadOnlyCollection<Cidr> excluded) =>
        from table in tables
        from route in table.Routes.OrderBy(route => route.Destination?.IsIpv6).ThenBy(route => route.Destination?.ToString(), StringComparer.Ordinal)
        where route.Target == peeringId && route.Destination is { } destination && !excluded.Any(cidr => cidr.Contains(destination))
        select Remove(end, Describe(table.RouteTableId, table.Name, table.IsMain, end), table.RouteTableId, route.Destination!.Value);

    private static PlanStep Remove(PeeringEnd end, string target, string routeTableId, Cidr destination) => new(
        $"Remove route {destination} to the peering",
        target,
        cancellationToken => end.Api.DeleteRouteAsync(routeTableId, destination, cancellationToken));

    private static string Describe(string routeTableId, string? name, bool isMain, PeeringEnd end) =>
        $"{routeTableId}{(name is null ? "" : $" {name}")}{(isMain ? " (main)" : "")} of {end.Vpc}";

    private static void RefuseConflicts(List<PeeringRoute> conflicts)
    {
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
