using NetConnect.Addressing;

namespace NetConnect.SiteToSite;

/// <summary>The gateways and connections of an account and Region, read side by side.</summary>
internal sealed class VpnWorld
{
    private VpnWorld(IReadOnlyList<CustomerGateway> customerGateways, IReadOnlyList<VpnGateway> vpnGateways, IReadOnlyList<SiteToSiteVpn> vpns)
    {
        CustomerGateways = customerGateways.Where(gateway => VpnStates.IsLive(gateway.State)).ToList();
        VpnGateways = vpnGateways.Where(gateway => VpnStates.IsLive(gateway.State)).ToList();
        Vpns = vpns;
    }

    public IReadOnlyList<CustomerGateway> CustomerGateways { get; }

    public IReadOnlyList<VpnGateway> VpnGateways { get; }

    /// <summary>All connections that EC2 shows, deleted ones included.</summary>
    public IReadOnlyList<SiteToSiteVpn> Vpns { get; }

    public static async Task<VpnWorld> ReadAsync(IVpnApi api, CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<CustomerGateway>> customerGateways = api.ListCustomerGatewaysAsync(cancellationToken);
        Task<IReadOnlyList<VpnGateway>> vpnGateways = api.ListVpnGatewaysAsync(cancellationToken);
        Task<IReadOnlyList<SiteToSiteVpn>> vpns = api.ListVpnsAsync(cancellationToken);
        await Task.WhenAll(customerGateways, vpnGateways, vpns).ConfigureAwait(false);
        return new VpnWorld(customerGateways.Result, vpnGateways.Result, vpns.Result);
    }

    /// <summary>The customer gateway of a device, or null.</summary>
    public CustomerGateway? FindCustomerGateway(string ipAddress, long bgpAsn, string? deviceName) => CustomerGateways.FirstOrDefault(gateway =>
        gateway.IpAddress == ipAddress && gateway.BgpAsn == bgpAsn && (deviceName is null || gateway.DeviceName == deviceName));

    /// <summary>The virtual private gateway of a VPC, or null. A VPC has one at most.</summary>
    public VpnGateway? FindVpnGateway(string vpcId) => VpnGateways.FirstOrDefault(gateway =>
        gateway.VpcId == vpcId && gateway.AttachmentState is VpnStates.Attached or VpnStates.Attaching);

    /// <summary>A virtual private gateway that a run before has made and not attached any more, or null: it is attached to nothing, and bears all of the tags that it
    /// was to get. Without tags nobody can tell whose it is.</summary>
    public VpnGateway? FindLooseVpnGateway(IReadOnlyDictionary<string, string> tags, long? amazonSideAsn) => VpnGateways.FirstOrDefault(gateway =>
        gateway.VpcId is null && tags.Count > 0 && !gateway.Tags.Lacks(tags) && (amazonSideAsn ?? gateway.AmazonSideAsn) == gateway.AmazonSideAsn);

    /// <summary>The live connections of a customer gateway.</summary>
    public IEnumerable<SiteToSiteVpn> ListVpns(CustomerGateway? customerGateway) => Vpns.Where(vpn =>
        VpnStates.IsLive(vpn.State) && customerGateway is not null && vpn.CustomerGatewayId == customerGateway.CustomerGatewayId);

    /// <summary>The inside CIDRs of the live ones of some connections that tunnels of others at the same gateway must not have.</summary>
    /// <remarks>IPv4 ones must differ on a virtual private gateway, IPv6 ones on a transit gateway (EC2 API reference, VpnTunnelOptionsSpecification).</remarks>
    public static IEnumerable<Cidr> InsideCidrsInUse(IEnumerable<SiteToSiteVpn> vpns) => vpns
        .Where(vpn => VpnStates.IsLive(vpn.State))
        .SelectMany(vpn => vpn.Tunnels.SelectMany(InsideCidrs).Where(cidr => cidr.IsIpv6 == vpn.TransitGatewayId is not null));

    /// <summary>The inside CIDRs of a tunnel, which its sibling must not have.</summary>
    public static IEnumerable<Cidr> InsideCidrs(VpnTunnel tunnel) =>
        new[] { tunnel.Options.TunnelInsideCidr, tunnel.Options.TunnelInsideIpv6Cidr }.OfType<string>().Select(Cidr.Parse);

    /// <summary>The VPC that a connection leads into, or null.</summary>
    public string? VpcId(SiteToSiteVpn vpn) =>
        VpnGateways.FirstOrDefault(gateway => gateway.VpnGatewayId == vpn.VpnGatewayId && gateway.AttachmentState == VpnStates.Attached)?.VpcId;

    /// <summary>A connection with what its gateways tell of it, and the route tables of the VPC or the transit gateway.</summary>
    public async Task<SiteToSiteVpn> CompleteAsync(SiteToSiteVpn vpn, INetworkConnection connection, CancellationToken cancellationToken)
    {
        CustomerGateway? customerGateway = CustomerGateways.FirstOrDefault(gateway => gateway.CustomerGatewayId == vpn.CustomerGatewayId);
        SiteToSiteVpn known = vpn with { CustomerGatewayIpAddress = customerGateway?.IpAddress, CustomerGatewayAsn = customerGateway?.BgpAsn };
        if (vpn.TransitGatewayId is not null)
            return (await TransitRouting.ReadAsync(vpn, connection.TransitGateways, cancellationToken).ConfigureAwait(false)).Complete(known);
        VpnGateway? vpnGateway = VpnGateways.FirstOrDefault(gateway => gateway.VpnGatewayId == vpn.VpnGatewayId);
        string? vpcId = VpcId(vpn);
        IReadOnlyList<RouteTable> tables = vpcId is null ? [] : await connection.Vpcs.ListRouteTablesAsync(vpcId, cancellationToken).ConfigureAwait(false);
        return known with
        {
            AmazonSideAsn = vpnGateway?.AmazonSideAsn,
            VpcId = vpcId,
            PropagatingRouteTableIds = tables
                .Where(table => table.PropagatingVpnGatewayIds.Contains(vpnGateway!.VpnGatewayId))
                .Select(table => table.RouteTableId)
                .ToList(),
        };
    }
}
