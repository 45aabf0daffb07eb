using System.Collections;
using System.Management.Automation;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Gets VPC peerings with both of their sides.</summary>
[Cmdlet(VerbsCommon.Get, "VpcPeering", DefaultParameterSetName = "Id")]
[OutputType(typeof(VpcPeering))]
public sealed class GetVpcPeeringCommand : PeeringCmdlet<IReadOnlyList<VpcPeering>>
{
    /// <summary>The peerings, by id or Name tag; without it all that the other parameters select.</summary>
    /// <remarks>Optional and in the default set: a piped peering has VpcId as well, and must give itself rather than all peerings of that VPC.</remarks>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PeeringIdCompleter))]
    public string[] VpcPeeringConnectionId { get; set; } = [];

    /// <summary>Only peerings that have this VPC, by id or Name tag, on either side.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Filter")]
    [ArgumentCompleter(typeof(VpcIdCompleter))]
    public string? VpcId { get; set; }

    /// <summary>Only peerings in these states.</summary>
    [Parameter(ParameterSetName = "Filter")]
    [ValidateSet("initiating-request", "pending-acceptance", "provisioning", "active", "failed", "rejected", "expired", "deleting", "deleted")]
    public string[] Status { get; set; } = [];

    /// <summary>Only peerings with all of these tags.</summary>
    [Parameter(ParameterSetName = "Filter")]
    public Hashtable? Tag { get; set; }

    /// <summary>Dead ones too, which AWS goes on showing for hours or days.</summary>
    [Parameter(ParameterSetName = "Filter")]
    public SwitchParameter IncludeDeleted { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<IReadOnlyList<VpcPeering>>>> PlanAsync)> Plans()
    {
        var list = new PeeringList(Own, Peer);
        var query = new PeeringQuery { VpcId = VpcId, Statuses = Status, Tags = ToTags(Tag), IncludeDeleted = IncludeDeleted };
        IEnumerable<PeeringQuery> queries = VpcPeeringConnectionId.Length == 0 ? [query] : VpcPeeringConnectionId.Select(id => query with { IdOrName = id });
        foreach (PeeringQuery one in queries)
            yield return (one.IdOrName ?? "", async ct => new Plan<IReadOnlyList<VpcPeering>>(await list.ListAsync(one, ct)));
    }
}
