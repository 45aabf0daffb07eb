using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using NetConnect.Aws;

namespace NetConnect.PowerShell;

/// <summary>The sessions of one runspace: its default, and those already open, so that one command after another assumes a role
/// once.</summary>
/// <remarks>Parallel runspaces share nothing: a default set in one, or a profile changed for one, never reaches another.</remarks>
internal sealed class RunspaceSessions
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceSessions> s_byRunspace = new();

    private readonly ConditionalWeakTable<object, Func<SessionCredential>> _readers = new();
    private readonly Dictionary<SessionRequest, NetConnectSession> _open = [];
    private string _surroundings = "";

    /// <summary>Those of the runspace that runs this thread's pipeline.</summary>
    public static RunspaceSessions Current => s_byRunspace.GetValue(Runspace.DefaultRunspace, _ => new RunspaceSessions());

    /// <summary>The session of commands that name none, or null.</summary>
    public NetConnectSession? Default { get; set; }

    /// <summary>Opens a session, or gives the one already open for an equal request in equal surroundings.</summary>
    public NetConnectSession Open(SessionRequest request)
    {
        if (request.Source is { } source && request with { DefaultRegion = null } == new SessionRequest { Source = source })
            return source;
        string surroundings = Surroundings.Describe();
        if (surroundings != _surroundings)
        {
            _open.Clear();
            _surroundings = surroundings;
        }
        if (!_open.TryGetValue(request, out NetConnectSession? session))
            _open.Add(request, session = AwsSessions.Open(request));
        return session;
    }

    /// <summary>Reads an object's credentials. The same object gives the same function, so that requests made from it are
    /// equal.</summary>
    public Func<SessionCredential> ReaderOf(object credential, string origin) =>
        _readers.GetValue(CredentialReader.Unwrap(credential), value => CredentialReader.Create(value, origin));

    /// <summary>Forgets the default and every open session.</summary>
    public void Clear()
    {
        Default = null;
        _open.Clear();
    }
}
