using System.Management.Automation;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Removes a VPC peering whole: the routes on both sides first, then the peering, and waits until it is gone.</summary>
[Cmdlet(VerbsCommon.Remove, "VpcPeering", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ById)]
[OutputType(typeof(VpcPeering))]
public sealed class RemoveVpcPeeringCommand : PeeringCmdlet<VpcPeering>
{
    private const string ById = nameof(ById);
    private const string ByPair = nameof(ByPair);

    /// <summary>The peerings, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ById)]
    [ArgumentCompleter(typeof(PeeringIdCompleter))]
    public string[] VpcPeeringConnectionId { get; set; } = [];

    /// <summary>A VPC, by id or Name tag, whose peering with the other is removed; where they have none, nothing is done.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByPair)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VpcIdCompleter))]
    public string VpcId { get; set; } = "";

    /// <summary>The other VPC, by id or Name tag.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByPair)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PeerVpcIdCompleter))]
    public string PeerVpcId { get; set; } = "";

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

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<VpcPeering>>> PlanAsync)> Plans()
    {
        var removal = new PeeringRemoval(Own, Peer, Context(Timeout));
        (PeeringSides side, bool wait, bool passThru, string vpcId, string peerVpcId) = (Side, !NoWait, PassThru, VpcId, PeerVpcId);
        if (ParameterSetName == ByPair)
            yield return (PairKey(vpcId, peerVpcId), async ct => Shown(await removal.PlanAsync(vpcId, peerVpcId, side, wait, ct)));
        foreach (string id in VpcPeeringConnectionId)
            yield return (id, async ct => Shown(await removal.PlanAsync(id, side, wait, ct)));

        Plan<VpcPeering> Shown(Plan<VpcPeering> plan) => passThru ? plan : plan.WithoutResult();
    }
}
