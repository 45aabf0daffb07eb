using System.Management.Automation;
using NetConnect.Addressing;
using NetConnect.ClientVpn;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Removes routes of Client VPN endpoints from every subnet.</summary>
[Cmdlet(VerbsCommon.Remove, "ClientVpnRoute", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientVpnEndpoint))]
public sealed class RemoveClientVpnRouteCommand : ClientVpnRemovalCmdlet
{
    /// <summary>The networks.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] DestinationCidrBlock { get; set; } = [];

    /// <summary>Keeps clients from reaching each other.</summary>
    [Parameter]
    public SwitchParameter ClientToClient { get; set; }

    private protected override Func<string, CancellationToken, Task<Plan<ClientVpnEndpoint>>> Change(INetworkConnection connection, OperationContext context)
    {
        var change = new ClientVpnRouteChange(connection, context);
        Cidr[] destinations = [.. DestinationCidrBlock.Select(Cidr.Parse)];
        bool clientToClient = ClientToClient;
        return (id, ct) => change.PlanRemoveAsync(id, destinations, clientToClient, ct);
    }
}
