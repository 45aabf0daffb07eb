using System.Collections;
using System.Management.Automation;
using NetConnect.Addressing;
using NetConnect.Peering;
using NetConnect.Planning;
using NetConnect.SiteToSite;

namespace NetConnect.PowerShell;

/// <summary>Changes a site-to-site VPN connection: static routes, propagation, tags, networks, its device, or the gateway that it ends at.</summary>
[Cmdlet(VerbsCommon.Set, "SiteToSiteVpn", SupportsShouldProcess = true)]
[OutputType(typeof(SiteToSiteVpn))]
public sealed class SetSiteToSiteVpnCommand : SiteToSiteVpnCmdlet
{
    /// <summary>The connections, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(VpnIdCompleter))]
    public string[] VpnConnectionId { get; set; } = [];

    /// <summary>The networks behind the device. Others stay unless -Prune is given.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[] StaticRoute { get; set; } = [];

    /// <summary>Lets the VPC's route tables learn the connection's routes: all of them, or those that -RouteTableId names; with :$false and -Prune none.</summary>
    [Parameter]
    public SwitchParameter PropagateRoutes { get; set; }

    /// <summary>The route tables of the VPC that learn the routes. Others stay as they are unless -Prune is given.</summary>
    [Parameter]
    public string[] RouteTableId { get; set; } = [];

    /// <summary>The transit gateway's route table, by id or Name tag, by which what comes from the device is routed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AssociationRouteTableId { get; set; }

    /// <summary>The transit gateway's route tables, by id or Name tag, that learn the connection's routes and get -StaticRoute.</summary>
    [Parameter]
    public string[] PropagationRouteTableId { get; set; } = [];

    /// <summary>Removes static routes and ends propagation that are not named, of each of the two that is.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Tags to set.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    /// <summary>The keys of tags to remove.</summary>
    [Parameter]
    public string[] RemoveTag { get; set; } = [];

    /// <summary>The virtual private gateway to move the connection to. Both tunnels go down.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? VpnGatewayId { get; set; }

    /// <summary>The transit gateway, by id or Name tag, to move the connection to. Both tunnels go down.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TransitGatewayIdCompleter))]
    public string? TransitGatewayId { get; set; }

    /// <summary>The address of the device. Its customer gateway is found, or made. Both tunnels go down.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CustomerGatewayIpAddress { get; set; }

    /// <summary>The BGP autonomous system number of the device. Both tunnels go down.</summary>
    [Parameter]
    public long? CustomerGatewayAsn { get; set; }

    /// <summary>The name that tells devices of equal address and number apart.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DeviceName { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<SiteToSiteVpn>>> PlanAsync)> Plans()
    {
        var request = new VpnChangeRequest
        {
            IdOrName = "",
            VpnGatewayId = VpnGatewayId,
            TransitGatewayId = TransitGatewayId,
            CustomerGatewayIpAddress = CustomerGatewayIpAddress,
            CustomerGatewayAsn = CustomerGatewayAsn,
            DeviceName = DeviceName,
            Options = Options,
            StaticRoutes = IsGiven(nameof(StaticRoute)) ? StaticRoute.Select(Cidr.Parse).Distinct().ToList() : null,
            Propagation = PropagateRoutes || RouteTableId.Length > 0
                ? new RouteTableSelection { RouteTableIds = RouteTableId.Select(id => ResourceId.Check("rtb", id)).ToList() }
                : null,
            PropagatesNowhere = !PropagateRoutes && RouteTableId.Length == 0 && PropagationRouteTableId.Length == 0
                && (IsGiven(nameof(PropagateRoutes)) || IsGiven(nameof(RouteTableId)) || IsGiven(nameof(PropagationRouteTableId))),
            AssociationRouteTable = AssociationRouteTableId,
            PropagationRouteTables = PropagationRouteTableId.Length > 0 ? PropagationRouteTableId : null,
            Prune = Prune,
            Tags = ToTags(Tag),
            RemovedTags = RemoveTag,
            NoWait = NoWait,
        };
        var change = new VpnChange(ResolveSession().Connection, Context(Timeout));
        foreach (string id in VpnConnectionId)
            yield return (id, ct => change.PlanAsync(request with { IdOrName = id }, ct));
    }

    private bool IsGiven(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);
}
