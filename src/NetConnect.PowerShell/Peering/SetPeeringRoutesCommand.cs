using System.Management.Automation;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Brings the routes of a peering to what they should be, on both sides.</summary>
[Cmdlet(VerbsCommon.Set, "PeeringRoutes", SupportsShouldProcess = true)]
[OutputType(typeof(PeeringRoute))]
public sealed class SetPeeringRoutesCommand : PeeringRoutesCmdlet
{
    /// <summary>Points routes that have another live target at the peering.</summary>
    [Parameter]
    public SwitchParameter Replace { get; set; }

    /// <summary>Removes routes to the peering that are not among the wanted ones.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    private protected override Func<CancellationToken, Task<Plan<IReadOnlyList<PeeringRoute>>>> Plan(PeeringRoutes routes, string peeringId, PeeringRouteRequest request)
    {
        PeeringRouteRequest wanted = request with { Replace = Replace, Prune = Prune };
        return ct => routes.PlanSetAsync(peeringId, wanted, ct);
    }
}
