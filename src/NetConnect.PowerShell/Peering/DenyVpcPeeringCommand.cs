using System.Management.Automation;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Rejects a VPC peering request, as the owner of the accepting VPC.</summary>
[Cmdlet(VerbsLifecycle.Deny, "VpcPeering", SupportsShouldProcess = true)]
[OutputType(typeof(VpcPeering))]
public sealed class DenyVpcPeeringCommand : ExistingPeeringCmdlet
{
    private protected override Func<string, CancellationToken, Task<Plan<VpcPeering>>> Planner() =>
        new PeeringAnswer(Own, Peer, Context(timeoutSeconds: 0)).PlanRejectAsync;
}
