using System.Management.Automation;
using NetConnect.Planning;
using NetConnect.SiteToSite;

namespace NetConnect.PowerShell;

/// <summary>Changes the options of a connection's tunnels, one tunnel after the other, and waits until each is up again.</summary>
[Cmdlet(VerbsCommon.Set, "VpnTunnelOption", SupportsShouldProcess = true, DefaultParameterSetName = "Storage")]
[OutputType(typeof(VpnTunnelStatus))]
public sealed class SetVpnTunnelOptionCommand : TunnelChangeCmdlet
{
    /// <summary>The options, from New-VpnTunnelOption. What is not set in them stays as it is.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Option")]
    [ValidateNotNull]
    public VpnTunnelOption? TunnelOption { get; set; }

    /// <summary>Where AWS keeps the pre-shared keys: in the VPN service itself, or in Secrets Manager, from where EC2 no longer tells them.</summary>
    [Parameter(ParameterSetName = "Option")]
    [Parameter(Mandatory = true, ParameterSetName = "Storage")]
    [ValidateSet("Standard", "SecretsManager")]
    public string? PreSharedKeyStorage { get; set; }

    private protected override Func<TunnelChangeRequest, CancellationToken, Task<Plan<IReadOnlyList<VpnTunnelStatus>>>> Planner(
        INetworkConnection connection, OperationContext context)
    {
        var change = new TunnelChange(connection, context);
        VpnTunnelOption options = TunnelOption ?? new VpnTunnelOption();
        string? storage = PreSharedKeyStorage;
        return (request, ct) => change.PlanOptionsAsync(request, options, storage, ct);
    }
}
