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

    /// <summary>The live connection of two gateways, or null. EC2 has one at most.</summary>
    public SiteToSiteVpn? FindVpn(string? customerGatewayId, string? vpnGatewayId) => Vpns.FirstOrDefault(vpn =>
        VpnStates.IsLive(vpn.State) && customerGatewayId is not null && vpn.CustomerGatewayId == customerGatewayId && vpn.VpnGatewayId == vpnGatewayId);

    /// <summary>The inside CIDRs of the tunnels of some live connections.</summary>
    public IReadOnlyList<Cidr> InsideCidrs(Func<SiteToSiteVpn, bool> of) => InsideCidrs(Vpns.Where(vpn => VpnStates.IsLive(vpn.State) && of(vpn)).SelectMany(vpn => vpn.Tunnels));

    /// <summary>The inside CIDRs of some tunnels.</summary>
    public static IReadOnlyList<Cidr> InsideCidrs(IEnumerable<VpnTunnel> tunnels) => tunnels
        .SelectMany(tunnel => new[] { tunnel.Options.TunnelInsideCidr, tunnel.Options.TunnelInsideIpv6Cidr })
        .OfType<string>()
        .Select(Cidr.Parse)
        .ToList();

    /// <summary>A connection with what its gateways and the VPC's route tables tell of it.</summary>
    public async Task<SiteToSiteVpn> CompleteAsync(SiteToSiteVpn vpn, IVpcApi vpcs, CancellationToken cancellationToken)
    {
        CustomerGateway? customerGateway = CustomerGateways.FirstOrDefault(gateway => gateway.CustomerGatewayId == vpn.CustomerGatewayId);
        VpnGateway? vpnGateway = VpnGateways.FirstOrDefault(gateway => gateway.VpnGatewayId == vpn.VpnGatewayId);
        string? vpcId = vpnGateway?.AttachmentState == VpnStates.Attached ? vpnGateway.VpcId : null;
        IReadOnlyList<RouteTable> tables = vpcId is null ? [] : await vpcs.ListRouteTablesAsync(vpcId, cancellationToken).ConfigureAwait(false);
        return vpn with
        {
            CustomerGatewayIpAddress = customerGateway?.IpAddress,
            CustomerGatewayAsn = customerGateway?.BgpAsn,
            AmazonSideAsn = vpnGateway?.AmazonSideAsn,
            VpcId = vpcId,
            PropagatingRouteTableIds = tables
                .Where(table => table.PropagatingVpnGatewayIds.Contains(vpnGateway!.VpnGatewayId))
                .Select(table => table.RouteTableId)
                .ToList(),
        };
    }
}
