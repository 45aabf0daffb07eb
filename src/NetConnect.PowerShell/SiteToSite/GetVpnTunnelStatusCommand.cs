using System.Management.Automation;
using NetConnect.Planning;
using NetConnect.SiteToSite;

namespace NetConnect.PowerShell;

/// <summary>Gets how the tunnels of site-to-site VPN connections stand, one object for each tunnel.</summary>
[Cmdlet(VerbsCommon.Get, "VpnTunnelStatus", DefaultParameterSetName = "All")]
[OutputType(typeof(VpnTunnelStatus))]
public sealed class GetVpnTunnelStatusCommand : RecordCmdlet<IReadOnlyList<VpnTunnelStatus>>
{
    /// <summary>The connections, by id or Name tag; all of the account and Region where none is given.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    [ArgumentCompleter(typeof(VpnIdCompleter))]
    public string[] VpnConnectionId { get; set; } = [];

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<IReadOnlyList<VpnTunnelStatus>>>> PlanAsync)> Plans()
    {
        NetConnectSession session = ResolveSession();
        var list = new VpnList(session.Connection);
        if (VpnConnectionId.Length == 0)
            yield return (session.ToString(), async ct => new Plan<IReadOnlyList<VpnTunnelStatus>>(await list.ListTunnelStatusAsync(null, ct)));
        foreach (string id in VpnConnectionId)
            yield return (id, async ct => new Plan<IReadOnlyList<VpnTunnelStatus>>(await list.ListTunnelStatusAsync(id, ct)));
    }
}
