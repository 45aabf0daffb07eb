using System.Management.Automation;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet about existing peerings.</summary>
public abstract class ExistingPeeringCmdlet : PeeringCmdlet<VpcPeering>
{
    /// <summary>The peerings, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PeeringIdCompleter))]
    public string[] VpcPeeringConnectionId { get; set; } = [];

    private protected abstract Func<string, CancellationToken, Task<Plan<VpcPeering>>> Planner();

    private protected sealed override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<VpcPeering>>> PlanAsync)> Plans()
    {
        Func<string, CancellationToken, Task<Plan<VpcPeering>>> planAsync = Planner();
        foreach (string id in VpcPeeringConnectionId)
            yield return (id, ct => planAsync(id, ct));
    }
}
