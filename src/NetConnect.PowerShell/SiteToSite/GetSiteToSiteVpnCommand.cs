using System.Collections;
using System.Management.Automation;
using NetConnect.Planning;
using NetConnect.SiteToSite;

namespace NetConnect.PowerShell;

/// <summary>Gets site-to-site VPN connections with their gateways, tunnels, routes and propagation, without any secret unless it is asked for.</summary>
[Cmdlet(VerbsCommon.Get, "SiteToSiteVpn", DefaultParameterSetName = "Filter")]
[OutputType(typeof(SiteToSiteVpn))]
public sealed class GetSiteToSiteVpnCommand : RecordCmdlet<IReadOnlyList<SiteToSiteVpn>>
{
    /// <summary>The connections, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    [ArgumentCompleter(typeof(VpnIdCompleter))]
    public string[] VpnConnectionId { get; set; } = [];

    /// <summary>Only connections into this VPC.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Filter")]
    [ArgumentCompleter(typeof(VpcIdCompleter))]
    public string? VpcId { get; set; }

    /// <summary>Only connections to this transit gateway, by id or Name tag.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Filter")]
    [ArgumentCompleter(typeof(TransitGatewayIdCompleter))]
    public string? TransitGatewayId { get; set; }

    /// <summary>Only connections with all of these tags.</summary>
    [Parameter(ParameterSetName = "Filter")]
    public Hashtable? Tag { get; set; }

    /// <summary>Deleted ones too, which AWS goes on showing for a while.</summary>
    [Parameter(ParameterSetName = "Filter")]
    public SwitchParameter IncludeDeleted { get; set; }

    /// <summary>Reads the pre-shared keys, too. The method GetPreSharedKey() of each tunnel's Options gives them; no property, view or CLIXML does.</summary>
    [Parameter]
    public SwitchParameter IncludeSecret { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<IReadOnlyList<SiteToSiteVpn>>>> PlanAsync)> Plans()
    {
        var list = new VpnList(ResolveSession().Connection);
        var query = new VpnQuery { VpcId = VpcId, TransitGatewayId = TransitGatewayId, Tags = ToTags(Tag), IncludeDeleted = IncludeDeleted, IncludeSecret = IncludeSecret };
        IEnumerable<VpnQuery> queries = VpnConnectionId.Length == 0 ? [query] : VpnConnectionId.Select(id => query with { IdOrName = id });
        foreach (VpnQuery one in queries)
            yield return (one.IdOrName ?? "", ct => list.PlanAsync(one, ct));
    }
}
