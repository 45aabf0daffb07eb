using System.Management.Automation;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Removes a VPC peering whole: the routes on both sides first, then the peering, and waits until it is gone.</summary>
[Cmdlet(VerbsCommon.Remove, "VpcPeering", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(VpcPeering))]
public sealed class RemoveVpcPeeringCommand : ExistingPeeringCmdlet
{
    /// <summary>The sides whose routes are removed. The peering itself goes for both.</summary>
    [Parameter]
    public PeeringSides Side { get; set; } = PeeringSides.Both;

    /// <summary>How long to wait for the peering to be gone, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int Timeout { get; set; } = 300;

    /// <summary>Does not wait until the peering is gone.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <summary>Gives the removed peering in its last state.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override Func<string, CancellationToken, Task<Plan<VpcPeering>>> Planner()
    {
        var removal = new PeeringRemoval(Own, Peer, Context(Timeout));
        (PeeringSides side, bool wait, bool passThru) = (Side, !NoWait, PassThru);
        return async (id, ct) =>
        {
            Plan<VpcPeering> plan = await removal.PlanAsync(id, side, wait, ct);
            return passThru ? plan : plan.WithoutResult();
        };
    }
}
