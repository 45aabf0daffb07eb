using System.Collections;
using System.Management.Automation;
using NetConnect.Addressing;
using NetConnect.Peering;
using NetConnect.Planning;
using NetConnect.SiteToSite;
using NetConnect.Waiting;

namespace NetConnect.PowerShell;

/// <summary>Creates a site-to-site VPN into a VPC, whole: gateways, connection, static routes and propagation, and waits until it is available.</summary>
[Cmdlet(VerbsCommon.New, "SiteToSiteVpn", SupportsShouldProcess = true)]
[OutputType(typeof(SiteToSiteVpn))]
public sealed class NewSiteToSiteVpnCommand : RecordCmdlet<SiteToSiteVpn>
{
    /// <summary>The VPC to join, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VpcIdCompleter))]
    public string VpcId { get; set; } = "";

    /// <summary>The public IPv4 address of the device at the other end.</summary>
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
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? AmazonSideAsn { get; set; }

    /// <summary>The networks behind the device. They make the connection a static one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[] StaticRoute { get; set; } = [];

    /// <summary>Makes a static connection, whose routes are given by hand instead of learnt by BGP.</summary>
    [Parameter]
    public SwitchParameter Static { get; set; }

    /// <summary>The options of the first and the second tunnel, from New-VpnTunnelOption.</summary>
    [Parameter]
    [ValidateCount(1, 2)]
    public VpnTunnelOption[] TunnelOption { get; set; } = [];

    /// <summary>The network behind the device that may use the tunnels.</summary>
    [Parameter]
    public string? LocalIpv4NetworkCidr { get; set; }

    /// <summary>The network on the AWS side that may use the tunnels.</summary>
    [Parameter]
    public string? RemoteIpv4NetworkCidr { get; set; }

    /// <summary>Where AWS keeps the pre-shared keys.</summary>
    [Parameter]
    [ValidateSet("Standard", "SecretsManager")]
    public string? PreSharedKeyStorage { get; set; }

    /// <summary>Lets the VPC's route tables learn the connection's routes: all of them, or those that -RouteTableId names.</summary>
    [Parameter]
    public SwitchParameter PropagateRoutes { get; set; }

    /// <summary>The route tables that learn the routes.</summary>
    [Parameter]
    public string[] RouteTableId { get; set; } = [];

    /// <summary>Tags for the connection, and for the gateways that have to be made.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    /// <summary>How long to wait for each state, in seconds. EC2 takes some minutes.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int Timeout { get; set; } = 2400;

    /// <summary>Gives the connection back before it is available.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<SiteToSiteVpn>>> PlanAsync)> Plans()
    {
        var request = new VpnRequest
        {
            VpcId = VpcId,
            CustomerGatewayIpAddress = CustomerGatewayIpAddress,
            CustomerGatewayAsn = CustomerGatewayAsn,
            DeviceName = DeviceName,
            AmazonSideAsn = AmazonSideAsn,
            IsStatic = Static || StaticRoute.Length > 0,
            StaticRoutes = StaticRoute.Select(Cidr.Parse).Distinct().ToList(),
            Propagation = PropagateRoutes || RouteTableId.Length > 0
                ? new RouteTableSelection { RouteTableIds = RouteTableId.Select(id => ResourceId.Check("rtb", id)).ToList() }
                : null,
            Tunnels = TunnelOption,
            LocalIpv4NetworkCidr = LocalIpv4NetworkCidr is null ? null : Cidr.Parse(LocalIpv4NetworkCidr),
            RemoteIpv4NetworkCidr = RemoteIpv4NetworkCidr is null ? null : Cidr.Parse(RemoteIpv4NetworkCidr),
            PreSharedKeyStorage = PreSharedKeyStorage,
            Tags = ToTags(Tag),
            NoWait = NoWait,
        };
        var operation = new NewVpn(ResolveSession().Connection, new OperationContext(SystemClock.Instance, TimeSpan.FromSeconds(Timeout), Progress));
        // Connections into one VPC share its gateway, which must not be made twice.
        return [(VpcId, ct => operation.PlanAsync(request, ct))];
    }
}
