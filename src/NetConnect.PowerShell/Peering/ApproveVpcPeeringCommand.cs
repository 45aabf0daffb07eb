using System.Management.Automation;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Accepts a VPC peering request, as the owner of the accepting VPC, and waits until the peering is active.</summary>
[Cmdlet(VerbsLifecycle.Approve, "VpcPeering", SupportsShouldProcess = true)]
[OutputType(typeof(VpcPeering))]
public sealed class ApproveVpcPeeringCommand : ExistingPeeringCmdlet
{
    /// <summary>How long to wait for the peering to be active, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int Timeout { get; set; } = 300;

    /// <summary>Gives the peering back before it is active.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    private protected override Func<string, CancellationToken, Task<Plan<VpcPeering>>> Planner()
    {
        var answer = new PeeringAnswer(Own, Peer, Context(Timeout));
        bool wait = !NoWait;
        return (id, ct) => answer.PlanAcceptAsync(id, wait, ct);
    }
}
