using NetConnect.SiteToSite;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>The tunnel options that are tried against a real daemon: every preset, version, cipher, hash and group.</summary>
internal static class IpsecOptionSets
{
    private const string Aes128 = "AES128";
    private const string Aes256 = "AES256";
    private const string Gcm128 = "AES128-GCM-16";
    private const string Gcm256 = "AES256-GCM-16";

    public static IReadOnlyDictionary<string, VpnTunnelOption> All { get; } = new Dictionary<string, VpnTunnelOption>
    {
        ["AWS's defaults"] = new(),
        ["preset Compatible"] = VpnTunnelPresets.Get("Compatible").Option,
        ["preset Recommended"] = VpnTunnelPresets.Get("Recommended").Option,
        ["preset CNSA"] = VpnTunnelPresets.Get("CNSA").Option,
        ["IKEv1 AES128 SHA1 group 2"] = Of("ikev1", Aes128, "SHA1", 2),
        ["IKEv1 AES256 SHA2-256 group 14"] = Of("ikev1", Aes256, "SHA2-256", 14),
        ["IKEv1 AES256 SHA2-512 group 16"] = Of("ikev1", Aes256, "SHA2-512", 16),
        ["IKEv1 AES256 SHA2-384 group 20"] = Of("ikev1", Aes256, "SHA2-384", 20),
        ["IKEv1 lists, GCM in phase 2"] = VpnTunnelPresets.Get("Compatible").Option with
        {
            IkeVersions = ["ikev1"],
            Phase1EncryptionAlgorithms = [Aes128, Aes256, Gcm256],
            Phase2EncryptionAlgorithms = [Gcm256],
        },
        ["IKEv2 AES128 SHA1 groups 2, 5"] = Of("ikev2", Aes128, "SHA1", 2) with { Phase2DHGroupNumbers = [5] },
        ["IKEv2 AES256 SHA2-384 group 15"] = Of("ikev2", Aes256, "SHA2-384", 15),
        ["IKEv2 AES256 SHA2-512 group 17"] = Of("ikev2", Aes256, "SHA2-512", 17),
        ["IKEv2 AES256 SHA2-512 group 18"] = Of("ikev2", Aes256, "SHA2-512", 18),
        ["IKEv2 AES128-GCM SHA2-256 group 19"] = Of("ikev2", Gcm128, "SHA2-256", 19),
        ["IKEv2 AES256-GCM SHA2-512 group 21"] = Of("ikev2", Gcm256, "SHA2-512", 21),
        ["IKEv2 AES128 SHA2-256 group 22"] = Of("ikev2", Aes128, "SHA2-256", 22),
        ["IKEv2 AES256 SHA2-256 group 23"] = Of("ikev2", Aes256, "SHA2-256", 23),
        ["IKEv2 AES256 SHA2-256 group 24"] = Of("ikev2", Aes256, "SHA2-256", 24),
        ["IKEv2 CBC in phase 1, GCM in phase 2"] = Of("ikev2", Aes256, "SHA2-256", 14) with { Phase2EncryptionAlgorithms = [Gcm128] },
        ["IKEv2 all there is, in lists"] = new()
        {
            IkeVersions = VpnTunnelOptionValues.IkeVersions,
            Phase1EncryptionAlgorithms = VpnTunnelOptionValues.EncryptionAlgorithms,
            Phase1IntegrityAlgorithms = VpnTunnelOptionValues.IntegrityAlgorithms,
            Phase1DHGroupNumbers = VpnTunnelOptionValues.Phase1DHGroupNumbers,
            Phase2EncryptionAlgorithms = VpnTunnelOptionValues.EncryptionAlgorithms,
            Phase2IntegrityAlgorithms = VpnTunnelOptionValues.IntegrityAlgorithms,
            Phase2DHGroupNumbers = VpnTunnelOptionValues.Phase2DHGroupNumbers,
        },
    };

    /// <summary>The command that gives a set, in a user's words.</summary>
    public static string Command(string optionSet)
    {
        const string Preset = "preset ";
        if (optionSet.StartsWith(Preset, StringComparison.Ordinal)) return $"New-VpnTunnelOption {optionSet[Preset.Length..]}";
        VpnTunnelOption options = All[optionSet];
        return "New-VpnTunnelOption"
            + Parameter("IkeVersion", options.IkeVersions)
            + Parameter("Phase1EncryptionAlgorithm", options.Phase1EncryptionAlgorithms)
            + Parameter("Phase1IntegrityAlgorithm", options.Phase1IntegrityAlgorithms)
            + Parameter("Phase1DHGroupNumber", options.Phase1DHGroupNumbers)
            + Parameter("Phase2EncryptionAlgorithm", options.Phase2EncryptionAlgorithms)
            + Parameter("Phase2IntegrityAlgorithm", options.Phase2IntegrityAlgorithms)
            + Parameter("Phase2DHGroupNumber", options.Phase2DHGroupNumbers);
    }

    private static string Parameter<T>(string name, IReadOnlyList<T>? values) => values is null ? "" : $" -{name} {string.Join(", ", values)}";

    private static VpnTunnelOption Of(string version, string cipher, string integrity, int dhGroup) => new()
    {
        IkeVersions = [version],
        Phase1EncryptionAlgorithms = [cipher],
        Phase1IntegrityAlgorithms = [integrity],
        Phase1DHGroupNumbers = [dhGroup],
        Phase2EncryptionAlgorithms = [cipher],
        Phase2IntegrityAlgorithms = [integrity],
        Phase2DHGroupNumbers = [dhGroup],
    };
}
