using System.Management.Automation;
using NetConnect.ClientVpn;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Lets Client VPN endpoints end in more subnets, and gives these the routes that the others have.</summary>
[Cmdlet(VerbsCommon.Add, "ClientVpnSubnet", SupportsShouldProcess = true)]
[OutputType(typeof(ClientVpnEndpoint))]
public sealed class AddClientVpnSubnetCommand : ExistingClientVpnCmdlet
{
    /// <summary>The subnets, one of each Availability Zone, all of one VPC.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] SubnetId { get; set; } = [];

    private protected override Func<string, CancellationToken, Task<Plan<ClientVpnEndpoint>>> Change(INetworkConnection connection, OperationContext context)
    {
        var change = new ClientVpnSubnetChange(connection, context);
        string[] subnetIds = SubnetId;
        return (id, ct) => change.PlanAddAsync(id, subnetIds, ct);
    }
}
