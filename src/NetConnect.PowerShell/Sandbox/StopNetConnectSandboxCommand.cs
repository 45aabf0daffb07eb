using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>Stops the sandbox of this runspace and forgets its session. What was made in it is gone.</summary>
[Cmdlet(VerbsLifecycle.Stop, "NetConnectSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class StopNetConnectSandboxCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        RunspaceSandbox runspace = RunspaceSandbox.Current;
        if (runspace.Running is { } sandbox && ShouldProcess(sandbox.ToString(), "Stop the sandbox"))
            runspace.Stop();
    }
}
