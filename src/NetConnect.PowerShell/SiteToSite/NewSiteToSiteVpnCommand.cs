using System.Collections;
using System.Management.Automation;
using NetConnect.Addressing;
using NetConnect.Peering;
using NetConnect.Planning;
using NetConnect.SiteToSite;

namespace NetConnect.PowerShell;

/// <summary>Creates a site-to-site VPN into a VPC or onto a transit gateway, whole: gateways, connection, routes and propagation, and waits until it is
/// available.</summary>
[Cmdlet(VerbsCommon.New, "SiteToSiteVpn", DefaultParameterSetName = Vpc, SupportsShouldProcess = true)]
[OutputType(typeof(SiteToSiteVpn))]
public sealed class NewSiteToSiteVpnCommand : SiteToSiteVpnCmdlet
{
    private const string Vpc = "Vpc";
    private const string TransitGateway = "TransitGateway";

    /// <summary>The VPC to join, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = Vpc)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VpcIdCompleter))]
    public string? VpcId { get; set; }

    /// <summary>The transit gateway to join, by id or Name tag.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = TransitGateway)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TransitGatewayIdCompleter))]
    public string? TransitGatewayId { get; set; }

    /// <summary>The address of the device at the other end: a public IPv4 one, or of the kind that -OutsideIpAddressType says.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string CustomerGatewayIpAddress { get; set; } = "";

    /// <summary>The BGP autonomous system number of the device.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long CustomerGatewayAsn { get; set; } = 65000;

    /// <summary>The name that tells devices of equal address and number apart.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DeviceName { get; set; }

    /// <summary>The BGP autonomous system number of the AWS end, where a virtual private gateway has to be made.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = Vpc)]
    public long? AmazonSideAsn { get; set; }

    /// <summary>The networks behind the device. They make the connection a static one. A transit gateway has them in its route tables.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[] StaticRoute { get; set; } = [];

    /// <summary>Makes a static connection, whose routes are given by hand instead of learnt by BGP.</summary>
    [Parameter]
    public SwitchParameter Static { get; set; }

    /// <summary>The options of the first and the second tunnel, from New-VpnTunnelOption.</summary>
    [Parameter]
    [ValidateCount(1, 2)]
    public VpnTunnelOption[] TunnelOption { get; set; } = [];

    /// <summary>What the tunnels carry; IPv6 on a transit gateway only.</summary>
    [Parameter]
    [ValidateSet("ipv4", "ipv6")]
    public string? TunnelInsideIpVersion { get; set; }

    /// <summary>The outside addresses of the tunnels and the device; other than PublicIpv4 on a transit gateway only.</summary>
    [Parameter]
    [ValidateSet("PublicIpv4", "PrivateIpv4", "Ipv6")]
    public string? OutsideIpAddressType { get; set; }

    /// <summary>The Direct Connect attachment that carries a VPN with private outside addresses.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TransportTransitGatewayAttachmentId { get; set; }

    /// <summary>Lets the tunnels take AWS's own network from the edge location next to the device; on a transit gateway only.</summary>
    [Parameter]
    public SwitchParameter EnableAcceleration { get; set; }

    /// <summary>Where AWS keeps the pre-shared keys.</summary>
    [Parameter]
    [ValidateSet("Standard", "SecretsManager")]
    public string? PreSharedKeyStorage { get; set; }

    /// <summary>Lets the VPC's route tables learn the connection's routes: all of them, or those that -RouteTableId names.</summary>
    [Parameter(ParameterSetName = Vpc)]
    public SwitchParameter PropagateRoutes { get; set; }

    /// <summary>The route tables of the VPC that learn the routes.</summary>
    [Parameter(ParameterSetName = Vpc)]
    public string[] RouteTableId { get; set; } = [];

    /// <summary>The transit gateway's route table, by id or Name tag, by which what comes from the device is routed; the gateway's default one where none is
    /// given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TransitGateway)]
    [ValidateNotNullOrEmpty]
    public string? AssociationRouteTableId { get; set; }

    /// <summary>The transit gateway's route tables, by id or Name tag, that learn the connection's routes and get -StaticRoute; the gateway's default one where
    /// none is given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = TransitGateway)]
    public string[] PropagationRouteTableId { get; set; } = [];

    /// <summary>Tags for the connection, and for the gateways that have to be made.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<SiteToSiteVpn>>> PlanAsync)> Plans()
    {
        VpnOptionsChange options = Options;
        var request = new VpnRequest
        {
            VpcId = ParameterSetName == Vpc ? VpcId : null,
            TransitGatewayId = ParameterSetName == TransitGateway ? TransitGatewayId : null,
            CustomerGatewayIpAddress = CustomerGatewayIpAddress,
            CustomerGatewayAsn = CustomerGatewayAsn,
            DeviceName = DeviceName,
            AmazonSideAsn = AmazonSideAsn,
            IsStatic = Static || StaticRoute.Length > 0,
            StaticRoutes = StaticRoute.Select(Cidr.Parse).Distinct().ToList(),
            Propagation = PropagateRoutes || RouteTableId.Length > 0
                ? new RouteTableSelection { RouteTableIds = RouteTableId.Select(id => ResourceId.Check("rtb", id)).ToList() }
                : null,
            AssociationRouteTable = AssociationRouteTableId,
            PropagationRouteTables = PropagationRouteTableId,
            Tunnels = TunnelOption,
            LocalIpv4NetworkCidr = options.LocalIpv4NetworkCidr,
            RemoteIpv4NetworkCidr = options.RemoteIpv4NetworkCidr,
            LocalIpv6NetworkCidr = options.LocalIpv6NetworkCidr,
            RemoteIpv6NetworkCidr = options.RemoteIpv6NetworkCidr,
            TunnelInsideIpVersion = TunnelInsideIpVersion,
            TunnelBandwidth = options.TunnelBandwidth,
            OutsideIpAddressType = OutsideIpAddressType,
            TransportTransitGatewayAttachmentId = TransportTransitGatewayAttachmentId,
            EnableAcceleration = EnableAcceleration.IsPresent || MyInvocation.BoundParameters.ContainsKey(nameof(EnableAcceleration)) ? EnableAcceleration.ToBool() : null,
            PreSharedKeyStorage = PreSharedKeyStorage,
            Tags = ToTags(Tag),
            NoWait = NoWait,
        };
        var operation = new NewVpn(ResolveSession().Connection, Context(Timeout));
        // Connections into one VPC share its gateway, which must not be made twice; so does a device its own on all connections to a transit gateway.
        return [(request.VpcId ?? $"{request.TransitGatewayId} {request.CustomerGatewayIpAddress}", ct => operation.PlanAsync(request, ct))];
    }
}
