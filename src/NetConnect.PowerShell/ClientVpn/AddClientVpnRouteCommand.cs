using System.Management.Automation;
using NetConnect.Addressing;
using NetConnect.ClientVpn;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Adds routes to Client VPN endpoints, the same on every subnet, and completes those that a subnet lacks. People have them when they connect the next time.</summary>
[Cmdlet(VerbsCommon.Add, "ClientVpnRoute", SupportsShouldProcess = true)]
[OutputType(typeof(ClientVpnEndpoint))]
public sealed class AddClientVpnRouteCommand : ExistingClientVpnCmdlet
{
    /// <summary>The networks beyond the VPC. Without one, and without -ClientToClient, routes that a subnet lacks are completed.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] DestinationCidrBlock { get; set; } = [];

    /// <summary>Lets clients reach each other.</summary>
    [Parameter]
    public SwitchParameter ClientToClient { get; set; }

    /// <summary>A description of the new routes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    private protected override Func<string, CancellationToken, Task<Plan<ClientVpnEndpoint>>> Change(INetworkConnection connection, OperationContext context)
    {
        var change = new ClientVpnRouteChange(connection, context);
        Cidr[] destinations = [.. DestinationCidrBlock.Select(Cidr.Parse)];
        bool clientToClient = ClientToClient;
        string? description = Description;
        return (id, ct) => change.PlanAddAsync(id, destinations, clientToClient, description, ct);
    }
}
