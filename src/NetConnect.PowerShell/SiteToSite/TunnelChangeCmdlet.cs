using System.Management.Automation;
using NetConnect.Planning;
using NetConnect.SiteToSite;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet that changes tunnels one after the other, each only while the other one is up.</summary>
public abstract class TunnelChangeCmdlet : RecordCmdlet<IReadOnlyList<VpnTunnelStatus>>
{
    /// <summary>The connections, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(VpnIdCompleter))]
    public string[] VpnConnectionId { get; set; } = [];

    /// <summary>The tunnel, by the address of its AWS end; both, one after the other, where none is given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? OutsideIpAddress { get; set; }

    /// <summary>Changes a tunnel even while the other one is down, which cuts the connection.</summary>
    [Parameter]
    public SwitchParameter AllowOutage { get; set; }

    /// <summary>How long to wait for a tunnel to be up again, in seconds. AWS takes some minutes.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int Timeout { get; set; } = 1800;

    /// <summary>Does not wait until a changed tunnel is up again.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <summary>What makes the plan for one connection. It takes the parameters' values now.</summary>
    private protected abstract Func<TunnelChangeRequest, CancellationToken, Task<Plan<IReadOnlyList<VpnTunnelStatus>>>> Planner(
        INetworkConnection connection, OperationContext context);

    private protected sealed override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<IReadOnlyList<VpnTunnelStatus>>>> PlanAsync)> Plans()
    {
        var context = Context(Timeout);
        Func<TunnelChangeRequest, CancellationToken, Task<Plan<IReadOnlyList<VpnTunnelStatus>>>> planAsync = Planner(ResolveSession().Connection, context);
        var request = new TunnelChangeRequest { IdOrName = "", OutsideIpAddress = OutsideIpAddress, AllowOutage = AllowOutage, Wait = !NoWait };
        foreach (string id in VpnConnectionId)
            yield return (id, ct => planAsync(request with { IdOrName = id }, ct));
    }
}
