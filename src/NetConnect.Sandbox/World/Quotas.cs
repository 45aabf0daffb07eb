namespace NetConnect.Sandbox.World;

/// <summary>An account's limits, with the defaults of a new AWS account (Amazon VPC User Guide, "Amazon VPC quotas").</summary>
internal sealed class Quotas
{
    public int VpcsPerRegion { get; set; } = 5;

    public int CidrsPerVpc { get; set; } = 5;

    public int SubnetsPerVpc { get; set; } = 200;

    public int RouteTablesPerVpc { get; set; } = 200;

    /// <summary>Not counting propagated routes; IPv4 and IPv6 are counted apart. It was 50 until June 2025.</summary>
    public int RoutesPerTable { get; set; } = 500;

    public int ActivePeeringsPerVpc { get; set; } = 50;

    public int OutstandingPeeringRequests { get; set; } = 25;

    public int SecurityGroupsPerRegion { get; set; } = 2500;

    public int RulesPerSecurityGroup { get; set; } = 60;

    public int InternetGatewaysPerRegion { get; set; } = 5;

    public int ElasticIpsPerRegion { get; set; } = 5;

    /// <summary>This and the next five: Site-to-Site VPN User Guide, "Site-to-Site VPN quotas".</summary>
    public int CustomerGatewaysPerRegion { get; set; } = 50;

    public int VpnGatewaysPerRegion { get; set; } = 5;

    public int VpnConnectionsPerRegion { get; set; } = 50;

    public int VpnConnectionsPerVpnGateway { get; set; } = 10;

    public int StaticRoutesPerVpnConnection { get; set; } = 100;

    /// <summary>Routes that a virtual private gateway takes over BGP; a device that announces more loses its session.</summary>
    public int DynamicRoutesPerVpnGateway { get; set; } = 100;

    /// <summary>Transit Gateways guide, "Quotas".</summary>
    public int TransitGatewaysPerRegion { get; set; } = 5;

    public int RouteTablesPerTransitGateway { get; set; } = 20;

    /// <summary>Routes that a transit gateway takes over BGP from one VPN connection.</summary>
    public int DynamicRoutesPerTransitGatewayVpn { get; set; } = 1000;

    /// <summary>This and the next two: Client VPN Administrator Guide, "Quotas".</summary>
    public int ClientVpnEndpointsPerRegion { get; set; } = 5;

    public int RulesPerClientVpnEndpoint { get; set; } = 200;

    public int RoutesPerClientVpnAssociation { get; set; } = 100;

    public int NetworkAclsPerVpc { get; set; } = 200;

    public int EntriesPerNetworkAcl { get; set; } = 20;
}
