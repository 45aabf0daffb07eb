using System.Management.Automation;
using System.Security;
using NetConnect.Planning;
using NetConnect.SiteToSite;

namespace NetConnect.PowerShell;

/// <summary>Changes the pre-shared keys of a connection's tunnels, one tunnel after the other, hands each key on at once, and waits until the tunnel is up with it.</summary>
[Cmdlet(VerbsCommon.Reset, "VpnTunnelKey", SupportsShouldProcess = true, DefaultParameterSetName = "Generate")]
[OutputType(typeof(VpnTunnelKey))]
public sealed class ResetVpnTunnelKeyCommand : TunnelChangeCmdlet
{
    // Longer than any runbook may run, and shorter than anybody's interval of rotation.
    private static readonly TimeSpan s_keptFor = TimeSpan.FromDays(1);

    /// <summary>The new key: 8 to 64 letters, digits, periods and underscores, not beginning with 0. One is generated for each tunnel where none is given.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Given")]
    [ValidateNotNull]
    public SecureString? PreSharedKey { get; set; }

    /// <summary>Changes keys that were generated before this time, and those whose age is not known. One day ago where it is not given, so that a run after an interrupted one goes on.</summary>
    [Parameter(ParameterSetName = "Generate")]
    public DateTime? OlderThan { get; set; }

    private protected override Func<TunnelChangeRequest, CancellationToken, Task<Plan<IReadOnlyList<VpnTunnelStatus>>>> Planner(
        INetworkConnection connection, OperationContext context)
    {
        TaskScheduler pipeline = TaskScheduler.FromCurrentSynchronizationContext();
        var change = new TunnelKeyChange(connection, context, (key, ct) => Task.Factory.StartNew(() => WriteObject(key), ct, TaskCreationOptions.None, pipeline));
        SecureString? given = ParameterSetName == "Given" ? PreSharedKey?.Copy() : null;
        DateTime olderThan = OlderThan?.ToUniversalTime() ?? context.Clock.UtcNow - s_keptFor;
        return async (request, ct) => (await change.PlanAsync(request, given, olderThan, ct)).WithoutResult();
    }
}
