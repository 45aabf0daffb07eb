using System.Management.Automation;
using NetConnect.ClientVpn;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Lets people reach networks through Client VPN endpoints.</summary>
[Cmdlet(VerbsSecurity.Grant, "ClientVpnAccess", SupportsShouldProcess = true)]
[OutputType(typeof(ClientVpnEndpoint))]
public sealed class GrantClientVpnAccessCommand : ExistingClientVpnCmdlet
{
    /// <summary>The networks.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("AuthorizedCidrBlock")]
    public string[] DestinationCidrBlock { get; set; } = [];

    /// <summary>The groups of the directory or identity provider that may; everybody where none is given.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupId")]
    public string[]? AccessGroupId { get; set; }

    /// <summary>A description of the new rules.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    private protected override Func<string, CancellationToken, Task<Plan<ClientVpnEndpoint>>> Change(INetworkConnection connection, OperationContext context)
    {
        var change = new ClientVpnAccessChange(connection, context);
        IReadOnlyCollection<ClientVpnAccess> access = ClientVpnAccess.Combine(DestinationCidrBlock, AccessGroupId);
        string? description = Description;
        return (id, ct) => change.PlanGrantAsync(id, access, description, ct);
    }
}
