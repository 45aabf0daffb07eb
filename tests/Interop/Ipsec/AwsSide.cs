using NetConnect.Sandbox.Ec2.Vpn.Tunnels;

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

    private static readonly Dictionary<string, string> s_groups = new()
    {
        ["2"] = "modp1024",
        ["5"] = "modp1536",
        ["14"] = "modp2048",
        ["15"] = "modp3072",
        ["16"] = "modp4096",
        ["17"] = "modp6144",
        ["18"] = "modp8192",
        ["19"] = "ecp256",
        ["20"] = "ecp384",
        ["21"] = "ecp521",
        ["22"] = "modp1024s160",
        ["23"] = "modp2048s224",
        ["24"] = "modp2048s256",
    };

    /// <summary>Writes it.</summary>
    /// <param name="tunnel">The tunnel.</param>
    /// <param name="key">Another key than the tunnel's.</param>
    /// <param name="changed">An option that has another value than the tunnel's.</param>
    public static string Swanctl(LabTunnel tunnel, string? key = null, (TunnelOption Option, string Value)? changed = null)
    {
        IReadOnlyList<string> Allowed(TunnelOption option) => changed?.Option == option ? [changed.Value.Value] : tunnel.Allowed(option);
        IReadOnlyList<string> versions = Allowed(TunnelOption.IkeVersions);
        bool isIkev1 = !versions.Contains("ikev2");
        string phase1 = Proposals(
            Allowed(TunnelOption.Phase1Encryption), Allowed(TunnelOption.Phase1Integrity), Allowed(TunnelOption.Phase1Group), isIkev1, prf: "prf");
        string phase2 = Proposals(
            Allowed(TunnelOption.Phase2Encryption), Allowed(TunnelOption.Phase2Integrity), Allowed(TunnelOption.Phase2Group), isIkev1, prf: null);
        return $$"""
            connections {
              aws {
                version = {{(versions.Count == 2 ? 0 : isIkev1 ? 1 : 2)}}
                local_addrs = {{tunnel.Outside}}
                remote_addrs = {{LabVpn.Device}}
                proposals = {{phase1}}
                unique = replace
                local {
                  auth = psk
                  id = {{tunnel.Outside}}
                }
                remote {
                  auth = psk
                  id = {{LabVpn.Device}}
                }
                children {
                  aws {
                    local_ts = {{tunnel.AwsNetwork}}
                    remote_ts = {{tunnel.DeviceNetwork}}
                    esp_proposals = {{phase2}}
                  }
                }
              }
            }
            secrets {
              ike-aws {
                id-1 = {{LabVpn.Device}}
                secret = "{{key ?? tunnel.Key}}"
              }
            }
            """;
    }

    private static string Proposals(
        IEnumerable<string> ciphers, IEnumerable<string> integrities, IEnumerable<string> groups, bool isIkev1, string? prf)
    {
        string[] all = [.. ciphers.Order(StringComparer.Ordinal)];
        string[] cbc = [.. all.Where(name => !name.Contains("GCM", StringComparison.Ordinal)).Select(name => s_words[name])];
        string[] gcm = [.. all.Where(name => name.Contains("GCM", StringComparison.Ordinal)).Select(name => s_words[name])];
        string[] hashes = [.. integrities.Order(StringComparer.Ordinal).Select(name => s_words[name])];
        string[] dh = [.. groups.OrderBy(number => int.Parse(number, null)).Select(number => s_groups[number])];
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
