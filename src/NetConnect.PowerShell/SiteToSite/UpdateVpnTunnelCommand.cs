using System.Management.Automation;
using NetConnect.Planning;
using NetConnect.SiteToSite;

namespace NetConnect.PowerShell;

/// <summary>Applies the maintenance that AWS has to do on tunnels, one tunnel after the other, and waits until each is up again.</summary>
[Cmdlet(VerbsData.Update, "VpnTunnel", SupportsShouldProcess = true)]
[OutputType(typeof(VpnTunnelStatus))]
public sealed class UpdateVpnTunnelCommand : TunnelChangeCmdlet
{
    private protected override Func<TunnelChangeRequest, CancellationToken, Task<Plan<IReadOnlyList<VpnTunnelStatus>>>> Planner(
        INetworkConnection connection, OperationContext context) => new TunnelChange(connection, context).PlanMaintenanceAsync;
}
