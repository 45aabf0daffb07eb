using NetConnect.Addressing;

namespace NetConnect;

/// <summary>The options of a connection that can be changed; what is null stays as it is. Names are those of ModifyVpnConnectionOptions.</summary>
public sealed record VpnOptionsChange
{
    /// <summary>The network behind the device that may use the tunnels.</summary>
    public Cidr? LocalIpv4NetworkCidr { get; init; }

    /// <summary>The network on the AWS side that may use the tunnels.</summary>
    public Cidr? RemoteIpv4NetworkCidr { get; init; }

    /// <summary>The IPv6 network behind the device that may use the tunnels.</summary>
    public Cidr? LocalIpv6NetworkCidr { get; init; }

    /// <summary>The IPv6 network on the AWS side that may use the tunnels.</summary>
    public Cidr? RemoteIpv6NetworkCidr { get; init; }

    /// <summary>What may pass through a tunnel: <c>standard</c> or <c>large</c>.</summary>
    public string? TunnelBandwidth { get; init; }

    /// <summary>What differs from a connection, each as name and value.</summary>
    internal IReadOnlyList<string> Differences(SiteToSiteVpn vpn)
    {
        List<string> differences = [];
        Compare(nameof(LocalIpv4NetworkCidr), LocalIpv4NetworkCidr?.ToString(), vpn.LocalIpv4NetworkCidr);
        Compare(nameof(RemoteIpv4NetworkCidr), RemoteIpv4NetworkCidr?.ToString(), vpn.RemoteIpv4NetworkCidr);
        Compare(nameof(LocalIpv6NetworkCidr), LocalIpv6NetworkCidr?.ToString(), vpn.LocalIpv6NetworkCidr);
        Compare(nameof(RemoteIpv6NetworkCidr), RemoteIpv6NetworkCidr?.ToString(), vpn.RemoteIpv6NetworkCidr);
        Compare(nameof(TunnelBandwidth), TunnelBandwidth, vpn.TunnelBandwidth);
        return differences;

        void Compare(string name, string? wanted, string? live)
        {
            if (wanted is not null && wanted != live)
                differences.Add($"{name} to {wanted}");
        }
    }
}
