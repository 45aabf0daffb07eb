using System.Management.Automation;
using NetConnect.ClientVpn;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Takes subnets away from Client VPN endpoints, with the routes through them. People who are connected through them are cut off.</summary>
[Cmdlet(VerbsCommon.Remove, "ClientVpnSubnet", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientVpnEndpoint))]
public sealed class RemoveClientVpnSubnetCommand : ClientVpnRemovalCmdlet
{
    /// <summary>The subnets.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] SubnetId { get; set; } = [];

    private protected override Func<string, CancellationToken, Task<Plan<ClientVpnEndpoint>>> Change(INetworkConnection connection, OperationContext context)
    {
        var change = new ClientVpnSubnetChange(connection, context);
        string[] subnetIds = SubnetId;
        return (id, ct) => change.PlanRemoveAsync(id, subnetIds, ct);
    }
}
