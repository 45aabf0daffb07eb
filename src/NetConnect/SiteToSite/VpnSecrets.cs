using System.Security;

namespace NetConnect.SiteToSite;

/// <summary>Pre-shared keys read beside a connection, where they are wanted.</summary>
internal static class VpnSecrets
{
    /// <summary>The connection with the keys in its tunnels' options, as far as EC2 tells them.</summary>
    public static async Task<SiteToSiteVpn> AddAsync(IVpnApi api, SiteToSiteVpn vpn, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, SecureString> keys = await api.ListPreSharedKeysAsync(vpn.VpnConnectionId, cancellationToken).ConfigureAwait(false);
        return vpn with
        {
            Tunnels = vpn.Tunnels
                .Select(tunnel => keys.TryGetValue(tunnel.OutsideIpAddress, out SecureString? key)
                    ? tunnel with { Options = tunnel.Options with { PreSharedKey = key } }
                    : tunnel)
                .ToList(),
        };
    }

    /// <summary>One warning for each tunnel whose key EC2 does not tell.</summary>
    /// <param name="vpn">The connection with the keys that are told.</param>
    /// <param name="tunnels">The tunnels that matter.</param>
    /// <param name="consequence">What follows, as a sentence.</param>
    public static IReadOnlyList<string> Warnings(SiteToSiteVpn vpn, IEnumerable<VpnTunnel> tunnels, string consequence) => tunnels
        .Where(tunnel => !tunnel.Options.HasPreSharedKey)
        .Select(tunnel => $"PreSharedKeyRedacted: AWS does not tell the key of tunnel {tunnel} of {vpn}, as with keys in Secrets Manager. {consequence}".TrimEnd())
        .ToList();
}
