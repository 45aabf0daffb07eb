using System.Collections;
using System.Management.Automation;
using NetConnect.Planning;
using NetConnect.SiteToSite;
using NetConnect.Waiting;

namespace NetConnect.PowerShell;

/// <summary>Gets how the tunnels of site-to-site VPN connections stand, one object for each tunnel; waits until they are up or down, or watches them.</summary>
[Cmdlet(VerbsCommon.Get, "VpnTunnelStatus", DefaultParameterSetName = "Filter")]
[OutputType(typeof(VpnTunnelStatus))]
public sealed class GetVpnTunnelStatusCommand : RecordCmdlet<VpnTunnelReport>
{
    /// <summary>The connections, by id or Name tag; all of the account and Region where none is given.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    [ArgumentCompleter(typeof(VpnIdCompleter))]
    public string[] VpnConnectionId { get; set; } = [];

    /// <summary>Only connections into this VPC, by id or Name tag.</summary>
    [Parameter(ParameterSetName = "Filter")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VpcIdCompleter))]
    public string? VpcId { get; set; }

    /// <summary>Only connections of this virtual private gateway, transit gateway or customer gateway, by id.</summary>
    [Parameter(ParameterSetName = "Filter")]
    [ValidateNotNullOrEmpty]
    public string? GatewayId { get; set; }

    /// <summary>Only connections with all of these tags.</summary>
    [Parameter(ParameterSetName = "Filter")]
    public Hashtable? Tag { get; set; }

    /// <summary>Tells what the two ends agreed on: IKE version and algorithms. It costs one call for each tunnel.</summary>
    [Parameter]
    public SwitchParameter IncludeNegotiation { get; set; }

    /// <summary>Tells whether AWS has maintenance to do on the tunnel. It costs one call for each tunnel.</summary>
    [Parameter]
    public SwitchParameter IncludeMaintenance { get; set; }

    /// <summary>Waits until each tunnel is up, or down. One that is not by then is an error, and the others are shown.</summary>
    [Parameter]
    [ValidateSet("Up", "Down")]
    public string? Wait { get; set; }

    /// <summary>Shows what changes from now on, and nothing else, until Ctrl+C or the timeout.</summary>
    [Parameter]
    public SwitchParameter Watch { get; set; }

    /// <summary>How long to wait, or to watch, in seconds. Without it -Wait takes half an hour, and -Watch has no end.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Timeout { get; set; }

    /// <summary>How often -Watch looks, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int Interval { get; set; } = 10;

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<VpnTunnelReport>>> PlanAsync)> Plans()
    {
        if (Watch && Wait is not null)
            throw new NetConnectException(ErrorIds.InvalidParameter, ErrorKind.InvalidInput, "Give one of -Wait and -Watch, not both.");
        var query = new VpnTunnelQuery
        {
            Vpns = new VpnQuery { VpcId = VpcId, GatewayId = GatewayId, Tags = ToTags(Tag) },
            IncludeNegotiation = IncludeNegotiation,
            IncludeMaintenance = IncludeMaintenance,
        };
        Func<VpnTunnelQuery, CancellationToken, Task<VpnTunnelReport>> look = Look(new VpnTunnels(ResolveSession().Connection));
        IEnumerable<VpnTunnelQuery> queries = VpnConnectionId.Length == 0
            ? [query]
            : VpnConnectionId.Select(id => query with { Vpns = query.Vpns with { IdOrName = id } });
        foreach (VpnTunnelQuery one in queries)
            yield return ("", async ct => new Plan<VpnTunnelReport>(await look(one, ct)));
    }

    private protected override void Write(VpnTunnelReport result)
    {
        WriteObject(result.Tunnels, enumerateCollection: true);
        foreach (NetConnectException failure in result.Failures)
            WriteError(failure);
    }

    private Func<VpnTunnelQuery, CancellationToken, Task<VpnTunnelReport>> Look(VpnTunnels tunnels)
    {
        if (Wait is { } goal)
        {
            var context = Context(Timeout > 0 ? Timeout : 1800);
            return (query, ct) => tunnels.WaitAsync(query, goal.ToUpperInvariant(), context, ct);
        }
        if (!Watch)
            return tunnels.ListAsync;
        // Both come back to the pipeline thread, in the order in which they are told.
        IProgress<VpnTunnelStatus> changed = new Progress<VpnTunnelStatus>(WriteObject);
        IProgress<NetConnectException> failed = new Progress<NetConnectException>(WriteError);
        var watch = new VpnTunnelWatch(SystemClock.Instance, changed.Report, failed.Report)
        {
            Interval = TimeSpan.FromSeconds(Interval),
            Duration = Timeout > 0 ? TimeSpan.FromSeconds(Timeout) : null,
        };
        return async (query, ct) =>
        {
            await tunnels.WatchAsync(query, watch, ct);
            return new VpnTunnelReport([], []);
        };
    }
}
