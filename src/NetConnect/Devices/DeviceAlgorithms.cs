using NetConnect.SiteToSite;

namespace NetConnect.Devices;

/// <summary>What a device proposes to a tunnel: what the tunnel allows and the device has, the strongest first.</summary>
/// <remarks>AWS takes the lowest value of both lists in whatever order they come. Where the tunnel's options leave all open, AWS allows all,
/// and the device proposes only what is strong: otherwise AES-128, SHA-1 and a group of 1,024 bits would be negotiated.</remarks>
internal sealed class DeviceAlgorithms(DeviceVocabulary vocabulary, VpnTunnel tunnel, int ikeVersion, List<string> notes)
{
    private static readonly string[] s_ciphers = ["AES256-GCM-16", "AES256", "AES128-GCM-16", "AES128"];
    private static readonly string[] s_integrities = ["SHA2-512", "SHA2-384", "SHA2-256", "SHA1"];
    private static readonly int[] s_groups = [20, 21, 19, 16, 17, 18, 15, 14, 24, 23, 22, 5, 2];

    private static readonly string[] s_strongCiphers = ["AES256-GCM-16", "AES256"];
    private static readonly string[] s_strongIntegrities = ["SHA2-512", "SHA2-384", "SHA2-256"];
    private static readonly int[] s_strongGroups = [20, 19, 16, 14];

    // GCM exists in phase 1 of IKEv2 only (RFC 5282).
    private IReadOnlyList<string> Phase1Ciphers =>
        ikeVersion == 2 ? s_ciphers : [.. s_ciphers.Where(name => !VpnTunnelOptionValues.IsGcm(name))];

    private IReadOnlyDictionary<int, string> Phase2Groups => ikeVersion == 2
        ? vocabulary.Phase2Groups
        : vocabulary.Phase2Groups
            .Where(word => !vocabulary.Ikev2OnlyPhase2Groups.Contains(word.Key))
            .ToDictionary(word => word.Key, word => word.Value);

    private VpnTunnelOption Options => tunnel.Options;

    public DeviceSuite Phase1() => new(
        Choose("phase 1 encryption", Options.Phase1EncryptionAlgorithms, s_strongCiphers, Phase1Ciphers, vocabulary.Phase1Ciphers),
        Choose("phase 1 integrity", Options.Phase1IntegrityAlgorithms, s_strongIntegrities, s_integrities, vocabulary.Phase1Integrities),
        Choose("phase 1 Diffie-Hellman group", Options.Phase1DHGroupNumbers, s_strongGroups, s_groups, vocabulary.Phase1Groups));

    public DeviceSuite Phase2()
    {
        IReadOnlyList<DeviceAlgorithm> ciphers =
            Choose("phase 2 encryption", Options.Phase2EncryptionAlgorithms, s_strongCiphers, s_ciphers, vocabulary.Phase2Ciphers);
        // GCM needs no integrity algorithm: the device may lack all that the tunnel allows.
        IReadOnlyList<DeviceAlgorithm> integrities = ciphers.All(cipher => cipher.IsGcm)
            ? []
            : Choose("phase 2 integrity", Options.Phase2IntegrityAlgorithms, s_strongIntegrities, s_integrities, vocabulary.Phase2Integrities);
        return new(
            ciphers,
            integrities,
            Choose("phase 2 Diffie-Hellman group", Options.Phase2DHGroupNumbers, s_strongGroups, s_groups, Phase2Groups));
    }

    private List<DeviceAlgorithm> Choose<T>(
        string sort, IReadOnlyList<T>? allowed, IReadOnlyList<T> strong, IReadOnlyList<T> strongestFirst, IReadOnlyDictionary<T, string> words)
        where T : notnull
    {
        IReadOnlyList<T> wanted = allowed ?? strong;
        List<DeviceAlgorithm> chosen =
        [
            .. strongestFirst.Where(value => wanted.Contains(value) && words.ContainsKey(value))
                .Select(value => new DeviceAlgorithm($"{value}", words[value])),
        ];
        if (chosen.Count == 0)
            throw DeviceTunnelReader.NotCapable(
                tunnel,
                $"{vocabulary.Device} has no {sort} for IKEv{ikeVersion} that tunnel {tunnel.OutsideIpAddress} allows " +
                $"({string.Join(", ", wanted)})",
                $"It has {string.Join(", ", words.Keys)}: allow one of these with Set-VpnTunnelOption.");
        List<T> missing = [.. wanted.Where(value => !words.ContainsKey(value))];
        if (allowed is not null && missing.Count > 0)
            notes.Add($"{tunnel.OutsideIpAddress}: {vocabulary.Device} lacks {sort} {string.Join(", ", missing)}, which is left out.");
        return chosen;
    }
}
