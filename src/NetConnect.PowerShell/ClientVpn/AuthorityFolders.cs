using System.Management.Automation;
using NetConnect.Certificates;
using NetConnect.ClientVpns;
using NetConnect.Waiting;

namespace NetConnect.PowerShell;

/// <summary>The authorities that one command works on: each is opened once, and its key forgotten with the command.</summary>
internal sealed class AuthorityFolders : IDisposable
{
    private readonly Dictionary<string, AuthorityFolder> _open = [];

    public AuthorityFolder Open(SessionState session, string path)
    {
        string folder = Path.GetFullPath(FileSystemPaths.Resolve(session, path)).TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        if (!_open.TryGetValue(folder, out AuthorityFolder? authority))
            _open.Add(folder, authority = new AuthorityFolder(folder, CertificateIssuer.Instance, SystemClock.Instance));
        return authority;
    }

    public void Dispose()
    {
        foreach (AuthorityFolder authority in _open.Values)
            authority.Dispose();
    }
}
