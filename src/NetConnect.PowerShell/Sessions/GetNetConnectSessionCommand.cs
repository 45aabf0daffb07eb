using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>Tells whose session it is: the account, the ARN, the Region, and when its credentials expire.</summary>
/// <remarks>Without parameters it is the session that the other cmdlets would use here.</remarks>
[Cmdlet(VerbsCommon.Get, "NetConnectSession")]
[OutputType(typeof(NetConnectSession))]
public sealed class GetNetConnectSessionCommand : ConnectedCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken) =>
        WriteObject(await ResolveSession().IdentifyAsync(cancellationToken));
}
