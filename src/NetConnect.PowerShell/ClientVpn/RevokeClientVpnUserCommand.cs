using System.Management.Automation;
using NetConnect.ClientVpns;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Revokes all certificates of people, and gives endpoints the list that says so: one list and one import, however many people.</summary>
[Cmdlet(VerbsSecurity.Revoke, "ClientVpnUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientVpnUser))]
public sealed class RevokeClientVpnUserCommand : RevocationCmdlet<IReadOnlyList<ClientVpnUser>>
{
    private readonly Dictionary<AuthorityFolder, (List<string> Names, HashSet<string> EndpointIds)> _gathered = [];

    /// <summary>The people.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = [];

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<IReadOnlyList<ClientVpnUser>>>> PlanAsync)> Plans()
    {
        AuthorityFolder folder = Open();
        if (!_gathered.TryGetValue(folder, out (List<string> Names, HashSet<string> EndpointIds) gathered))
            _gathered.Add(folder, gathered = ([], []));
        gathered.EndpointIds.UnionWith(ClientVpnEndpointId);
        foreach (string name in Name)
        {
            try
            {
                UserRevocation.Find(folder, name);
                gathered.Names.Add(name);
            }
            catch (NetConnectException error) when (error.ErrorId == ErrorIds.ClientVpnUserNotFound)
            {
                WriteError(error);
            }
        }
        return [];
    }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<IReadOnlyList<ClientVpnUser>>>> PlanAsync)> LastPlans()
    {
        foreach ((AuthorityFolder folder, (List<string> names, HashSet<string> endpointIds)) in _gathered.Select(pair => (pair.Key, pair.Value)))
        {
            if (names.Count == 0)
                continue;
            var revocation = new UserRevocation(folder, Passphrase);
            RevocationListImport? import = Import(folder, [.. endpointIds]);
            yield return (folder.Path, ct => revocation.PlanAsync(names, import, ct));
        }
    }
}
