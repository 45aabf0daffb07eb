using System.Management.Automation;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Removes the routes to a peering, on both sides; the peering stays.</summary>
[Cmdlet(VerbsCommon.Remove, "PeeringRoutes", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemovePeeringRoutesCommand : PeeringRoutesCmdlet
{
    private protected override Func<CancellationToken, Task<Plan<IReadOnlyList<PeeringRoute>>>> Plan(PeeringRoutes routes, string peeringId, PeeringRouteRequest request) =>
        ct => routes.PlanRemoveAsync(peeringId, request, ct);
}
