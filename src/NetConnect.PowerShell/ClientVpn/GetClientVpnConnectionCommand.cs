using System.Management.Automation;
using NetConnect.ClientVpn;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Gets who is connected to Client VPN endpoints, and who was within the last hour.</summary>
[Cmdlet(VerbsCommon.Get, "ClientVpnConnection")]
[OutputType(typeof(ClientVpnConnection))]
public sealed class GetClientVpnConnectionCommand : RecordCmdlet<IReadOnlyList<ClientVpnConnection>>
{
    /// <summary>The endpoints, by id or Name tag. All of the account and Region where none is given.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientVpnIdCompleter))]
    public string[] ClientVpnEndpointId { get; set; } = [];

    /// <summary>Only these people, by the name that they signed in with or else the name in their certificate, or by a pattern with wildcards.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[] UserName { get; set; } = [];

    /// <summary>Only open sessions: active ones, and those that AWS failed to end.</summary>
    [Parameter]
    public SwitchParameter Active { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<IReadOnlyList<ClientVpnConnection>>>> PlanAsync)> Plans()
    {
        var connections = new ClientVpnConnections(ResolveSession().Connection);
        Func<string, bool> isWanted = WildcardNames.Match(UserName);
        (bool everybody, bool active) = (UserName.Length == 0, Active);
        foreach (string? id in ClientVpnEndpointId.DefaultIfEmpty<string?>(null))
        {
            yield return ("", async ct => new Plan<IReadOnlyList<ClientVpnConnection>>(
                [.. (await connections.ListAsync(id, ct)).Where(one => (!active || one.IsLive()) && (everybody || isWanted(one.User ?? "")))]));
        }
    }
}
