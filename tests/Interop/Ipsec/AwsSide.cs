using NetConnect.SiteToSite;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>AWS's end of a tunnel as a swanctl.conf: what its options allow and nothing else, the lowest first.</summary>
/// <remarks>It shares no words with the exports, so that it cannot share their mistakes.</remarks>
internal static class AwsSide
{
    private static readonly Dictionary<string, string> s_words = new()
    {
        ["AES128"] = "aes128",
        ["AES256"] = "aes256",
        ["AES128-GCM-16"] = "aes128gcm16",
        ["AES256-GCM-16"] = "aes256gcm16",
        ["SHA1"] = "sha1",
        ["SHA2-256"] = "sha256",
        ["SHA2-384"] = "sha384",
        ["SHA2-512"] = "sha512",
    };

    private static readonly Dictionary<int, string> s_groups = new()
    {
        [2] = "modp1024",
        [5] = "modp1536",
        [14] = "modp2048",
        [15] = "modp3072",
        [16] = "modp4096",
        [17] = "modp6144",
        [18] = "modp8192",
        [19] = "ecp256",
        [20] = "ecp384",
        [21] = "ecp521",
        [22] = "modp1024s160",
        [23] = "modp2048s224",
        [24] = "modp2048s256",
    };

    public static string Swanctl(SiteToSiteVpn vpn, VpnTunnel tunnel, string key)
    {
        VpnTunnelOption options = tunnel.Options;
        IReadOnlyList<string> versions = options.IkeVersions ?? VpnTunnelOptionValues.IkeVersions;
        bool isIkev1 = !versions.Contains("ikev2");
        IReadOnlyList<int> phase1Groups = options.Phase1DHGroupNumbers ?? [2, .. Enumerable.Range(14, 11)];
        IReadOnlyList<int> phase2Groups = options.Phase2DHGroupNumbers ?? [2, 5, .. Enumerable.Range(14, 11)];
        string phase1 = Proposals(options.Phase1EncryptionAlgorithms, options.Phase1IntegrityAlgorithms, phase1Groups, isIkev1, prf: "prf");
        string phase2 = Proposals(options.Phase2EncryptionAlgorithms, options.Phase2IntegrityAlgorithms, phase2Groups, isIkev1, prf: null);
        return $$"""
            connections {
              aws {
                version = {{(versions.Count == 2 ? 0 : isIkev1 ? 1 : 2)}}
                local_addrs = {{tunnel.OutsideIpAddress}}
                remote_addrs = {{vpn.CustomerGatewayIpAddress}}
                proposals = {{phase1}}
                unique = replace
                local {
                  auth = psk
                  id = {{tunnel.OutsideIpAddress}}
                }
                remote {
                  auth = psk
                  id = {{vpn.CustomerGatewayIpAddress}}
                }
                children {
                  aws {
                    local_ts = {{vpn.RemoteIpv4NetworkCidr ?? "0.0.0.0/0"}}
                    remote_ts = {{vpn.LocalIpv4NetworkCidr ?? "0.0.0.0/0"}}
                    esp_proposals = {{phase2}}
                  }
                }
              }
            }
            secrets {
              ike-aws {
                id-1 = {{vpn.CustomerGatewayIpAddress}}
                secret = "{{key}}"
              }
            }
            """;
    }

    private static string Proposals(
        IReadOnlyList<string>? ciphers, IReadOnlyList<string>? integrities, IEnumerable<int> groups, bool isIkev1, string? prf)
    {
        string[] all = [.. (ciphers ?? VpnTunnelOptionValues.EncryptionAlgorithms).Order(StringComparer.Ordinal)];
        string[] cbc = [.. all.Where(name => !name.Contains("GCM", StringComparison.Ordinal)).Select(name => s_words[name])];
        string[] gcm = [.. all.Where(name => name.Contains("GCM", StringComparison.Ordinal)).Select(name => s_words[name])];
        IEnumerable<string> allowed = integrities ?? VpnTunnelOptionValues.IntegrityAlgorithms;
        string[] hashes = [.. allowed.Order(StringComparer.Ordinal).Select(name => s_words[name])];
        string[] dh = [.. groups.Order().Select(number => s_groups[number])];
        if (!isIkev1)
            return string.Join(',', new[]
            {
                cbc.Length == 0 ? "" : string.Join('-', [.. cbc, .. hashes, .. dh]),
                gcm.Length == 0 ? "" : string.Join('-', [.. gcm, .. prf is null ? [] : hashes.Select(hash => prf + hash), .. dh]),
            }.Where(proposal => proposal.Length > 0));
        // IKEv1 takes one algorithm of each sort from a proposal, and has no GCM in phase 1.
        IEnumerable<string> each =
            from cipher in prf is null ? cbc.Concat(gcm) : cbc
            from hash in gcm.Contains(cipher) ? [""] : hashes
            from dhGroup in dh
            select hash.Length == 0 ? $"{cipher}-{dhGroup}" : $"{cipher}-{hash}-{dhGroup}";
        return string.Join(',', each);
    }
}
