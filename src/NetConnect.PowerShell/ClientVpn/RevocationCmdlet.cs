using System.Management.Automation;
using System.Security;
using NetConnect.ClientVpns;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet that changes an authority's revocation list, and gives it to endpoints where they are named.</summary>
/// <typeparam name="T">What one thing gives.</typeparam>
public abstract class RevocationCmdlet<T> : RecordCmdlet<T>
    where T : class
{
    private readonly AuthorityFolders _authorities = new();

    /// <summary>The folder of the authority.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Path")]
    [ValidateNotNullOrEmpty]
    public string AuthorityPath { get; set; } = "";

    /// <summary>The endpoints that get the list, by id or Name tag. Each import ends all sessions of its endpoint; clients connect again by themselves.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientVpnIdCompleter))]
    public string[] ClientVpnEndpointId { get; set; } = [];

    /// <summary>The passphrase of the authority's keys, where they have one.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    private protected AuthorityFolder Open() => _authorities.Open(SessionState, AuthorityPath);

    private protected RevocationListImport? Import(AuthorityFolder folder, IReadOnlyList<string> endpointIds) =>
        endpointIds.Count == 0 ? null : new RevocationListImport(folder, ResolveSession().Connection, endpointIds);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _authorities.Dispose();
    }
}
