using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>Makes a session the default of this runspace: cmdlets use it where they are told nothing else. Other runspaces do not see
/// it.</summary>
[Cmdlet(VerbsCommon.Set, "NetConnectSession", SupportsShouldProcess = true, DefaultParameterSetName = SessionSet)]
[OutputType(typeof(NetConnectSession))]
public sealed class SetNetConnectSessionCommand : AsyncCmdlet
{
    private const string SessionSet = "Session";
    private const string ClearSet = "Clear";

    /// <summary>The session from New-NetConnectSession.</summary>
    [Parameter(ParameterSetName = SessionSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public NetConnectSession? Session { get; set; }

    /// <summary>Returns the session.</summary>
    [Parameter(ParameterSetName = SessionSet)]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Forgets the default, and the sessions that commands opened on the way.</summary>
    [Parameter(ParameterSetName = ClearSet, Mandatory = true)]
    public SwitchParameter Clear { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        RunspaceSessions sessions = RunspaceSessions.Current;
        if (Clear && ShouldProcess("this runspace", "Forget the default session"))
            sessions.Clear();
        else if (Session is not null && ShouldProcess(Session.ToString(), "Make it the default session of this runspace"))
            sessions.Default = Session;
        if (PassThru)
            WriteObject(Session);
        return Task.CompletedTask;
    }
}
