using System.Management.Automation;
using NetConnect.ClientVpns;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Gets the people of an authority, each with the present certificate and whether it is valid.</summary>
[Cmdlet(VerbsCommon.Get, "ClientVpnUser")]
[OutputType(typeof(ClientVpnUser))]
public sealed class GetClientVpnUserCommand : AuthorityCmdlet<IReadOnlyList<ClientVpnUser>>
{
    /// <summary>The folder of the authority.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Path")]
    [ValidateNotNullOrEmpty]
    public string AuthorityPath { get; set; } = "";

    /// <summary>The people, by name or by a pattern with wildcards. Everybody where none is given.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    public string[] Name { get; set; } = [];

    /// <summary>Only people with this status.</summary>
    [Parameter]
    public ClientVpnUserStatus? Status { get; set; }

    /// <summary>Every certificate of each person, those included that newer ones have replaced.</summary>
    [Parameter]
    public SwitchParameter IncludeReplaced { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<IReadOnlyList<ClientVpnUser>>>> PlanAsync)> Plans()
    {
        AuthorityFolder folder = Open(AuthorityPath);
        List<ClientVpnUser> all = Read(folder);
        IEnumerable<IReadOnlyList<ClientVpnUser>> lists = Name.Length == 0 ? [all] : Name.Select(name => Named(folder, all, name));
        foreach (IReadOnlyList<ClientVpnUser> users in lists)
            yield return ("", _ => Task.FromResult(new Plan<IReadOnlyList<ClientVpnUser>>([.. users.Where(user => Status is null || user.Status == Status)])));
    }

    private List<ClientVpnUser> Read(AuthorityFolder folder)
    {
        AuthorityIndex index = folder.GetIndex();
        IEnumerable<AuthorityEntry> entries = IncludeReplaced
            ? index.Clients.OrderBy(entry => entry.CommonName, StringComparer.OrdinalIgnoreCase)
            : AuthorityReading.Current(index, folder.Now);
        return [.. entries.Select(entry => AuthorityReading.ToModel(folder, entry))];
    }

    private List<ClientVpnUser> Named(AuthorityFolder folder, List<ClientVpnUser> all, string name)
    {
        var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
        List<ClientVpnUser> users = all.FindAll(user => pattern.IsMatch(user.Name));
        if (users.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteError(new NetConnectException(
                ErrorIds.ClientVpnUserNotFound, ErrorKind.NotFound, $"The authority in {folder.Path} has no certificate of {name}. Without -Name everybody is listed.", name));
        }
        return users;
    }
}
