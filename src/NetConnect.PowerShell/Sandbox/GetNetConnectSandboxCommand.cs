using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>Gives the sandbox that this runspace started; nothing where none runs.</summary>
[Cmdlet(VerbsCommon.Get, "NetConnectSandbox")]
[OutputType(typeof(NetConnectSandbox))]
public sealed class GetNetConnectSandboxCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (RunspaceSandbox.Current.Running is { } sandbox)
            WriteObject(sandbox);
    }
}
