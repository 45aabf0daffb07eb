namespace NetConnect.SiteToSite;

/// <summary>Sets of tunnel options by name, the same in both phases.</summary>
/// <remarks>AWS takes the lowest value that both ends allow, in whatever order the device lists them. So a set is only as strong as its weakest
/// value, and strength comes from what is left out.</remarks>
internal static class VpnTunnelPresets
{
    /// <summary>The sets, from the most reaching to the strictest.</summary>
    public static IReadOnlyList<VpnTunnelPreset> All { get; } =
    [
        new(
            "Compatible",
            "For old devices: IKEv1 and IKEv2; AES-128 and AES-256 (CBC); SHA-1 and SHA2-256; Diffie-Hellman groups 2 and 14. " +
            "SHA-1 and group 2 are weak, and are what is negotiated where the device still has them.",
            Both(["ikev1", "ikev2"], ["AES128", "AES256"], ["SHA1", "SHA2-256"], [2, 14])),
        new(
            "Recommended",
            "For devices of today: IKEv2 only; AES-256 (GCM and CBC); SHA2-256 and SHA2-384; Diffie-Hellman groups 14, 19 and 20. " +
            "AWS begins the negotiation and begins again after silence, so that a tunnel comes back by itself after maintenance.",
            Both(["ikev2"], ["AES256", "AES256-GCM-16"], ["SHA2-256", "SHA2-384"], [14, 19, 20]) with
            {
                StartupAction = "start",
                DpdTimeoutAction = "restart",
            }),
        new(
            "CNSA",
            "The Commercial National Security Algorithm Suite for IPsec (RFC 9206): IKEv2 only; AES-256 (GCM); SHA2-384; Diffie-Hellman " +
            "group 20 (P-384). AWS begins the negotiation and begins again after silence.",
            Both(["ikev2"], ["AES256-GCM-16"], ["SHA2-384"], [20]) with { StartupAction = "start", DpdTimeoutAction = "restart" }),
    ];

    /// <summary>The set of a name, whatever its case.</summary>
    /// <exception cref="NetConnectException">There is none of that name (<see cref="ErrorIds.VpnOptionInvalid"/>).</exception>
    public static VpnTunnelPreset Get(string name) =>
        All.FirstOrDefault(preset => string.Equals(preset.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw VpnTunnelOptionRules.Broken(
            "Preset", name, $"there are {string.Join(", ", All)}", "Give one of these, or the options one by one.");

    private static VpnTunnelOption Both(string[] versions, string[] encryption, string[] integrity, int[] groups) => new()
    {
        IkeVersions = versions,
        Phase1EncryptionAlgorithms = encryption,
        Phase1IntegrityAlgorithms = integrity,
        Phase1DHGroupNumbers = groups,
        Phase2EncryptionAlgorithms = encryption,
        Phase2IntegrityAlgorithms = integrity,
        Phase2DHGroupNumbers = groups,
    };
}
