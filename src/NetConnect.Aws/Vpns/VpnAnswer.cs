using Amazon.EC2.Model;

namespace NetConnect.Aws.Vpns;

/// <summary>What DescribeVpnConnections told of all connections, mapped once for everybody: hundreds of waits may look at the same answer.</summary>
internal sealed class VpnAnswer(IReadOnlyList<VpnConnection> connections, string region)
{
    private readonly Lazy<IReadOnlyList<SiteToSiteVpn>> _vpns = new(() => connections.Select(vpn => vpn.ToModel(region)).ToList());

    /// <summary>As EC2 told it, keys included.</summary>
    public IReadOnlyList<VpnConnection> Connections => connections;

    /// <summary>As NetConnect shows it.</summary>
    public IReadOnlyList<SiteToSiteVpn> Vpns => _vpns.Value;
}
