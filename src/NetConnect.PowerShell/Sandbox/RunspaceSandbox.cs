using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace NetConnect.PowerShell;

/// <summary>The sandbox that a runspace started.</summary>
internal sealed class RunspaceSandbox
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceSandbox> s_byRunspace = new();

    /// <summary>That of the runspace that runs this thread's pipeline.</summary>
    public static RunspaceSandbox Current => s_byRunspace.GetValue(Runspace.DefaultRunspace, _ => new RunspaceSandbox());

    /// <summary>The sandbox, or null while none runs.</summary>
    public NetConnectSandbox? Running { get; set; }

    /// <summary>Stops it, and forgets the runspace's session where it belongs to it.</summary>
    public void Stop()
    {
        if (Running is not { } sandbox)
            return;
        Running = null;
        sandbox.Server.Stop();
        RunspaceSessions sessions = RunspaceSessions.Current;
        if (sessions.Default?.EndpointUrl == sandbox.Endpoint)
            sessions.Clear();
    }
}
