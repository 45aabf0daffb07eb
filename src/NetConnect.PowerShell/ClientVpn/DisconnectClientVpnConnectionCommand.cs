using System.Management.Automation;
using NetConnect.ClientVpn;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Ends sessions with Client VPN endpoints, and waits until they have ended.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "ClientVpnConnection", SupportsShouldProcess = true, DefaultParameterSetName = "Id")]
[OutputType(typeof(ClientVpnConnection))]
public sealed class DisconnectClientVpnConnectionCommand : RecordCmdlet<IReadOnlyList<ClientVpnConnection>>
{
    /// <summary>The sessions.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    [ValidateNotNullOrEmpty]
    public string[] ConnectionId { get; set; } = [];

    /// <summary>The people whose sessions end, by the name that they signed in with or else the name in their certificate, or by a pattern with wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "User")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] UserName { get; set; } = [];

    /// <summary>The endpoint, by id or Name tag. Without it the sessions are looked for in all of the account and Region.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientVpnIdCompleter))]
    public string? ClientVpnEndpointId { get; set; }

    /// <summary>How long to wait for the end of each session, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int Timeout { get; set; } = 300;

    /// <summary>Gives the sessions in their last state.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<IReadOnlyList<ClientVpnConnection>>>> PlanAsync)> Plans()
    {
        var disconnection = new ClientVpnDisconnection(ResolveSession().Connection, Context(Timeout));
        string? endpointId = ClientVpnEndpointId;
        bool passThru = PassThru;
        foreach (string id in ConnectionId)
            yield return (id, ct => EndAsync(disconnection.PlanAsync(id, endpointId, ct)));
        if (UserName.Length > 0)
        {
            Func<string, bool> isWanted = WildcardNames.Match(UserName);
            yield return (endpointId ?? "*", ct => EndAsync(disconnection.PlanAsync(isWanted, endpointId, ct)));
        }

        async Task<Plan<IReadOnlyList<ClientVpnConnection>>> EndAsync(Task<Plan<IReadOnlyList<ClientVpnConnection>>> plan) =>
            passThru ? await plan : (await plan).WithoutResult();
    }
}
