using NetConnect.Addressing;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.Tests.Peering;

/// <summary>An active peering of A and B whose routes are looked at, set or removed by A's account with B's credentials at hand.</summary>
public abstract class PeeringRoutesTest : PeeringTest
{
    private protected PeeringRoutesTest() => Existing();

    internal static Cidr[] Cidrs(params string[] texts) => texts.Select(Cidr.Parse).ToArray();

    internal PeeringRoutes Routes => new(OwnApi, PeerApi, Context);

    internal Task<Plan<IReadOnlyList<PeeringRoute>>> PlanSetAsync(PeeringRouteRequest request) =>
        Routes.PlanSetAsync(Pcx, request, CancellationToken.None);

    internal async Task<IReadOnlyList<PeeringRoute>?> SetAsync(PeeringRouteRequest? request = null) =>
        await ApplyAsync(await PlanSetAsync(request ?? new PeeringRouteRequest()));

    /// <summary>Each route as <c>table destination state</c>.</summary>
    internal async Task<IEnumerable<string>> GetAsync(PeeringRouteRequest? request = null) =>
        (await Routes.GetAsync(Pcx, request ?? new PeeringRouteRequest(), CancellationToken.None)).Select(route => route.ToString());
}
