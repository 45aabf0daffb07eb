using System.Management.Automation;
using System.Security;
using NetConnect.ClientVpn;
using NetConnect.ClientVpns;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Writes the files by which people connect to a Client VPN: one for each person, complete with certificate and key.</summary>
[Cmdlet(VerbsData.Export, "ClientVpnConfig", SupportsShouldProcess = true)]
[OutputType(typeof(ClientVpnConfig))]
public sealed class ExportClientVpnConfigCommand : RecordCmdlet<ClientVpnConfig>
{
    private readonly AuthorityFolders _authorities = new();
    private readonly ClientVpnConfigFiles _files = new();
    private readonly Dictionary<NetConnectSession, ClientVpnConfigExport> _exports = [];

    /// <summary>The endpoint, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientVpnIdCompleter))]
    public string ClientVpnEndpointId { get; set; } = "";

    /// <summary>The folder for the files, which are named after people; it is made for its owner alone where it is missing. A name that ends in .ovpn is that of
    /// one file.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The people. Where the endpoint asks nobody for a certificate it can be left out, for one file for everybody.</summary>
    [Parameter(Position = 2, ValueFromPipeline = true)]
    [UserNames]
    public string[] UserName { get; set; } = [];

    /// <summary>The folder of the authority that people's certificates are from, where the endpoint asks for them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? AuthorityPath { get; set; }

    /// <summary>The passphrase of the authority's keys, where they have one.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>Encrypts the key in the files with this passphrase, which the client asks for. Without it the key is in the clear, in a file that only its owner
    /// can read.</summary>
    [Parameter]
    [Alias("Encrypt")]
    [ValidateNotNull]
    public SecureString? KeyPassphrase { get; set; }

    /// <summary>Writes a random label before the endpoint's name, for clients that do not know remote-random-hostname, which is left out then.</summary>
    [Parameter]
    public SwitchParameter RandomHostPrefix { get; set; }

    /// <summary>Holds TCP connections through the tunnel to packets of at most so many bytes, for networks that lose larger ones; 0 turns it off.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int? Mssfix { get; set; }

    /// <summary>The question for a second factor, beside the password of Active Directory. Where AWS's file has one it stays without this.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StaticChallenge { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<ClientVpnConfig>>> PlanAsync)> Plans()
    {
        NetConnectSession session = ResolveSession();
        if (!_exports.TryGetValue(session, out ClientVpnConfigExport? export))
            _exports.Add(session, export = new ClientVpnConfigExport(session.Connection));
        string path = FileSystemPaths.Resolve(SessionState, Path);
        AuthorityFolder? authority = AuthorityPath is null ? null : _authorities.Open(SessionState, AuthorityPath);
        foreach (string? userName in UserName.Length == 0 ? new string?[] { null } : UserName)
        {
            if (FindPlace(path, userName) is not { } file)
                continue;
            var request = new ClientVpnConfigRequest
            {
                IdOrName = ClientVpnEndpointId,
                UserName = userName,
                Authority = authority,
                Passphrase = Passphrase,
                KeyPassphrase = KeyPassphrase,
                Path = file,
                Options = new ClientVpnConfigOptions { RandomHostPrefix = RandomHostPrefix, Mssfix = Mssfix, StaticChallenge = StaticChallenge },
            };
            // Keys are decrypted and files compared away from the pipeline thread.
            yield return (request.Path, ct => Task.Run(() => export.PlanAsync(request, ct), ct));
        }
    }

    // One name that gets no file leaves the others.
    private string? FindPlace(string path, string? userName)
    {
        try
        {
            return _files.Place(path, ClientVpnEndpointId, userName);
        }
        catch (NetConnectException error)
        {
            WriteError(error);
            return null;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _authorities.Dispose();
    }
}
