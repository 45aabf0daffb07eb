using System.Management.Automation;
using NetConnect.ClientVpn;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Keeps people from networks that they could reach through Client VPN endpoints.</summary>
[Cmdlet(VerbsSecurity.Revoke, "ClientVpnAccess", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientVpnEndpoint))]
public sealed class RevokeClientVpnAccessCommand : ClientVpnRemovalCmdlet
{
    /// <summary>The networks, as the authorization rules name them.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("AuthorizedCidrBlock")]
    public string[] DestinationCidrBlock { get; set; } = [];

    /// <summary>The groups that may no longer; where none is given, the rule for everybody goes, and those for groups stay.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupId")]
    public string[]? AccessGroupId { get; set; }

    private protected override Func<string, CancellationToken, Task<Plan<ClientVpnEndpoint>>> Change(INetworkConnection connection, OperationContext context)
    {
        var change = new ClientVpnAccessChange(connection, context);
        IReadOnlyCollection<ClientVpnAccess> access = ClientVpnAccess.Combine(DestinationCidrBlock, AccessGroupId);
        return (id, ct) => change.PlanRevokeAsync(id, access, ct);
    }
}
