using System.Management.Automation;
using NetConnect.ClientVpn;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Removes Client VPN endpoints with everything that hangs on them: routes, authorization rules, subnets, and the endpoint itself.</summary>
[Cmdlet(VerbsCommon.Remove, "ClientVpn", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientVpnEndpoint))]
public sealed class RemoveClientVpnCommand : ClientVpnRemovalCmdlet
{
    private protected override Func<string, CancellationToken, Task<Plan<ClientVpnEndpoint>>> Change(INetworkConnection connection, OperationContext context) =>
        new ClientVpnRemoval(connection, context).PlanAsync;
}
