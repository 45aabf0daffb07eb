using System.Collections;
using System.Management.Automation;
using NetConnect.ClientVpn;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Gets Client VPN endpoints with their subnets, routes and authorization rules, each in one object.</summary>
[Cmdlet(VerbsCommon.Get, "ClientVpn", DefaultParameterSetName = "Filter")]
[OutputType(typeof(ClientVpnEndpoint))]
public sealed class GetClientVpnCommand : RecordCmdlet<IReadOnlyList<ClientVpnEndpoint>>
{
    /// <summary>The endpoints, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    [ArgumentCompleter(typeof(ClientVpnIdCompleter))]
    public string[] ClientVpnEndpointId { get; set; } = [];

    /// <summary>Only endpoints with all of these tags.</summary>
    [Parameter(ParameterSetName = "Filter")]
    public Hashtable? Tag { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<IReadOnlyList<ClientVpnEndpoint>>>> PlanAsync)> Plans()
    {
        var list = new ClientVpnList(ResolveSession().Connection);
        IReadOnlyDictionary<string, string> tags = ToTags(Tag);
        if (ClientVpnEndpointId.Length == 0)
            yield return ("", async ct => new Plan<IReadOnlyList<ClientVpnEndpoint>>(await list.ListAsync(null, tags, ct)));
        foreach (string id in ClientVpnEndpointId)
            yield return (id, async ct => new Plan<IReadOnlyList<ClientVpnEndpoint>>(await list.ListAsync(id, tags, ct)));
    }
}
