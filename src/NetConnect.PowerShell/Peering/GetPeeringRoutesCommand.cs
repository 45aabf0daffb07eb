using System.Management.Automation;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Shows how the routes of a peering stand on both sides: active, missing, blackhole, stale, in conflict, or more than is wanted.</summary>
[Cmdlet(VerbsCommon.Get, "PeeringRoutes")]
[OutputType(typeof(PeeringRoute))]
public sealed class GetPeeringRoutesCommand : PeeringRoutesCmdlet
{
    private protected override Func<CancellationToken, Task<Plan<IReadOnlyList<PeeringRoute>>>> Plan(PeeringRoutes routes, string peeringId, PeeringRouteRequest request) =>
        async ct => new Plan<IReadOnlyList<PeeringRoute>>(await routes.GetAsync(peeringId, request, ct));
}
