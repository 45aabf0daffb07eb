using System.Security;
using NetConnect.Addressing;

namespace NetConnect;

/// <summary>What the engine asks of one account in one Region about site-to-site VPNs.</summary>
/// <remarks>As with <see cref="IVpcApi"/>: reads made side by side may be answered by one call, finders answer null for what is not there, and a create whose
/// answer was lost throws <see cref="AnswerLostException"/>. EC2 does not page these lists, so each is one call.</remarks>
public interface IVpnApi
{
    /// <summary>All connections that EC2 still shows, deleted ones included.</summary>
    Task<IReadOnlyList<SiteToSiteVpn>> ListVpnsAsync(CancellationToken cancellationToken);

    /// <summary>The connection, or null.</summary>
    Task<SiteToSiteVpn?> FindVpnAsync(string vpnId, CancellationToken cancellationToken);

    /// <summary>All customer gateways that EC2 still shows.</summary>
    Task<IReadOnlyList<CustomerGateway>> ListCustomerGatewaysAsync(CancellationToken cancellationToken);

    /// <summary>All virtual private gateways that EC2 still shows.</summary>
    Task<IReadOnlyList<VpnGateway>> ListVpnGatewaysAsync(CancellationToken cancellationToken);

    /// <summary>The pre-shared key of each tunnel by outside address. A key kept in Secrets Manager comes back redacted, and is left out.</summary>
    Task<IReadOnlyDictionary<string, SecureString>> ListPreSharedKeysAsync(string vpnId, CancellationToken cancellationToken);

    /// <summary>Creates a customer gateway. EC2 gives the existing one for an identical request.</summary>
    Task<CustomerGateway> CreateCustomerGatewayAsync(
        string ipAddress, long bgpAsn, string? deviceName, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <summary>Creates a virtual private gateway.</summary>
    Task<VpnGateway> CreateVpnGatewayAsync(long? amazonSideAsn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <summary>Attaches a virtual private gateway to a VPC.</summary>
    Task AttachVpnGatewayAsync(string vpnGatewayId, string vpcId, CancellationToken cancellationToken);

    /// <summary>Detaches a virtual private gateway from a VPC; one that is already detached is success.</summary>
    Task DetachVpnGatewayAsync(string vpnGatewayId, string vpcId, CancellationToken cancellationToken);

    /// <summary>Creates a connection.</summary>
    Task<SiteToSiteVpn> CreateVpnAsync(VpnCreation creation, CancellationToken cancellationToken);

    /// <summary>Deletes a connection; one that is already gone is success.</summary>
    Task DeleteVpnAsync(string vpnId, CancellationToken cancellationToken);

    /// <summary>Deletes a customer gateway; one that is already gone is success.</summary>
    Task DeleteCustomerGatewayAsync(string customerGatewayId, CancellationToken cancellationToken);

    /// <summary>Deletes a virtual private gateway; one that is already gone is success.</summary>
    Task DeleteVpnGatewayAsync(string vpnGatewayId, CancellationToken cancellationToken);

    /// <summary>Makes a connection end at another gateway or device; what is null stays. Both tunnels go down. A lost answer is an
    /// <see cref="AnswerLostException"/>.</summary>
    Task ModifyVpnAsync(string vpnId, string? vpnGatewayId, string? transitGatewayId, string? customerGatewayId, CancellationToken cancellationToken);

    /// <summary>Changes options of a connection. Both tunnels go down. A lost answer is an <see cref="AnswerLostException"/>.</summary>
    Task ModifyVpnOptionsAsync(string vpnId, VpnOptionsChange options, CancellationToken cancellationToken);

    /// <summary>Adds a static route of a connection.</summary>
    Task CreateVpnRouteAsync(string vpnId, Cidr destination, CancellationToken cancellationToken);

    /// <summary>Removes a static route of a connection; one that is already gone is success.</summary>
    Task DeleteVpnRouteAsync(string vpnId, Cidr destination, CancellationToken cancellationToken);

    /// <summary>Lets a route table learn the routes of a virtual private gateway, or stops it.</summary>
    Task SetPropagationAsync(string routeTableId, string vpnGatewayId, bool enabled, CancellationToken cancellationToken);

    /// <summary>Changes the options of one tunnel, and where its key is kept unless that is null. It goes down for some minutes. A lost answer is an <see cref="AnswerLostException"/>.</summary>
    Task ModifyTunnelAsync(string vpnId, string outsideIpAddress, VpnTunnelOption options, string? preSharedKeyStorage, CancellationToken cancellationToken);

    /// <summary>What the ends of a tunnel have agreed on.</summary>
    Task<VpnTunnelNegotiation> GetTunnelNegotiationAsync(string vpnId, string outsideIpAddress, CancellationToken cancellationToken);

    /// <summary>What AWS has to do on a tunnel's endpoint.</summary>
    Task<VpnTunnelMaintenance> GetTunnelMaintenanceAsync(string vpnId, string outsideIpAddress, CancellationToken cancellationToken);

    /// <summary>Applies the maintenance that waits for a tunnel, which goes down for some minutes. A lost answer is an <see cref="AnswerLostException"/>.</summary>
    Task ReplaceTunnelAsync(string vpnId, string outsideIpAddress, CancellationToken cancellationToken);

    /// <summary>The kinds of device that AWS has a sample configuration for.</summary>
    Task<IReadOnlyList<VpnDeviceType>> ListDeviceTypesAsync(CancellationToken cancellationToken);

    /// <summary>AWS's own sample configuration of a device for a connection, with its pre-shared keys.</summary>
    Task<string> GetDeviceSampleAsync(string vpnId, VpnDeviceSample sample, CancellationToken cancellationToken);
}
