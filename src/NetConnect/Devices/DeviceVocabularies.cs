using NetConnect.SiteToSite;

namespace NetConnect.Devices;

/// <summary>The vocabularies side by side. Sources: the devices' own references, as named.</summary>
internal static class DeviceVocabularies
{
    // RFC 2409, 3526, 5903, 5114: the names of the groups in strongSwan; RouterOS has the same for those that it has.
    private static readonly Dictionary<int, string> s_groupNames = Map(
        (2, "modp1024"), (5, "modp1536"), (14, "modp2048"), (15, "modp3072"), (16, "modp4096"), (17, "modp6144"), (18, "modp8192"),
        (19, "ecp256"), (20, "ecp384"), (21, "ecp521"), (22, "modp1024s160"), (23, "modp2048s224"), (24, "modp2048s256"));

    /// <summary>AWS's own words, for formats that name no algorithms or hand them on.</summary>
    public static DeviceVocabulary Aws(string device) => new()
    {
        Device = device,
        Phase1Ciphers = VpnTunnelOptionValues.EncryptionAlgorithms.ToDictionary(name => name),
        Phase2Ciphers = VpnTunnelOptionValues.EncryptionAlgorithms.ToDictionary(name => name),
        Phase1Integrities = VpnTunnelOptionValues.IntegrityAlgorithms.ToDictionary(name => name),
        Phase2Integrities = VpnTunnelOptionValues.IntegrityAlgorithms.ToDictionary(name => name),
        Phase1Groups = VpnTunnelOptionValues.Phase2DHGroupNumbers.ToDictionary(number => number, number => $"{number}"),
        Phase2Groups = VpnTunnelOptionValues.Phase2DHGroupNumbers.ToDictionary(number => number, number => $"{number}"),
        HasIpv6Inside = true,
    };

    /// <summary>strongSwan documentation, "IKEv2 Cipher Suites".</summary>
    public static DeviceVocabulary StrongSwan(string device) => Same(
        device, Ciphers("aes128", "aes256", "aes128gcm16", "aes256gcm16"), Hashes("sha1", "sha256", "sha384", "sha512"), s_groupNames)
        with
    { HasIpv6Inside = true };

    /// <summary>ipsec.conf(5) of Libreswan 4; groups 2, 22, 23 and 24 are not built in, as algparse tells.</summary>
    public static DeviceVocabulary Libreswan { get; } = Same(
        "Libreswan",
        Ciphers("aes128", "aes256", "aes_gcm128", "aes_gcm256"),
        Hashes("sha1", "sha2_256", "sha2_384", "sha2_512"),
        Groups(number => $"dh{number}", 5, 14, 15, 16, 17, 18, 19, 20, 21)) with
    { HasIpv6Inside = true, Ikev2OnlyPhase2Groups = [19, 20, 21] };

    /// <summary>Cisco IOS XE 17 command reference, "crypto ikev2 proposal", "crypto ipsec transform-set" and "set pfs".</summary>
    public static DeviceVocabulary CiscoIos { get; } = Same(
        "Cisco IOS XE",
        Ciphers("aes-cbc-128", "aes-cbc-256", "aes-gcm-128", "aes-gcm-256"),
        Hashes("sha1", "sha256", "sha384", "sha512"),
        Groups(number => $"{number}", 2, 5, 14, 15, 16, 19, 20, 21, 24)) with
    {
        Phase2Ciphers = Ciphers("esp-aes 128", "esp-aes 256", "esp-gcm 128", "esp-gcm 256"),
        Phase2Integrities = Hashes("esp-sha-hmac", "esp-sha256-hmac", "esp-sha384-hmac", "esp-sha512-hmac"),
    };

    /// <summary>pfSense's IPsec settings, phase 1 and phase 2.</summary>
    public static DeviceVocabulary PfSense { get; } = Same(
        "pfSense",
        Ciphers("aes", "aes", "aes128gcm", "aes256gcm"),
        Hashes("sha1", "sha256", "sha384", "sha512"),
        Groups(number => $"{number}", 2, 5, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24)) with
    {
        Phase2Integrities = Hashes("hmac_sha1", "hmac_sha256", "hmac_sha384", "hmac_sha512"),
    };

    /// <summary>VyOS 1.4 documentation, "IPsec".</summary>
    public static DeviceVocabulary VyOs { get; } = Same(
        "VyOS",
        Ciphers("aes128", "aes256", "aes128gcm128", "aes256gcm128"),
        Hashes("sha1", "sha256", "sha384", "sha512"),
        Groups(number => $"{number}", 2, 5, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24));

    /// <summary>RouterOS 7 documentation, "IPsec". It has GCM in phase 2 only, and one hash per profile.</summary>
    public static DeviceVocabulary MikroTik { get; } = Same(
        "MikroTik RouterOS",
        Map(("AES128", "aes-128"), ("AES256", "aes-256")),
        Hashes("sha1", "sha256", "sha384", "sha512"),
        Groups(number => s_groupNames[number], 2, 5, 14, 15, 16, 17, 18, 19, 20, 21)) with
    {
        Phase2Ciphers = Ciphers("aes-128-cbc", "aes-256-cbc", "aes-128-gcm", "aes-256-gcm"),
        Phase2Integrities = Map(("SHA1", "sha1"), ("SHA2-256", "sha256"), ("SHA2-512", "sha512")),
    };

    /// <summary>Windows Server's Add-VpnS2SInterface with -CustomPolicy, which takes one value of each sort.</summary>
    public static DeviceVocabulary Rras { get; } = Same(
        "Windows Server RRAS",
        Ciphers("AES128", "AES256", "GCMAES128", "GCMAES256"),
        Map(("SHA1", "SHA1"), ("SHA2-256", "SHA256"), ("SHA2-384", "SHA384")),
        Map((2, "Group2"), (14, "Group14"), (19, "ECP256"), (20, "ECP384"), (24, "Group24"))) with
    {
        Phase2Integrities = Map(("SHA1", "SHA196"), ("SHA2-256", "SHA256128")),
        Phase2Groups = Map((2, "PFS2"), (14, "PFS2048"), (19, "ECP256"), (20, "ECP384"), (24, "PFS24")),
        HasIkev1 = false,
    };

    private static DeviceVocabulary Same(
        string device, Dictionary<string, string> ciphers, Dictionary<string, string> integrities, Dictionary<int, string> groups) => new()
        {
            Device = device,
            Phase1Ciphers = ciphers,
            Phase2Ciphers = ciphers,
            Phase1Integrities = integrities,
            Phase2Integrities = integrities,
            Phase1Groups = groups,
            Phase2Groups = groups,
        };

    private static Dictionary<string, string> Ciphers(string cbc128, string cbc256, string gcm128, string gcm256) =>
        Map(("AES128", cbc128), ("AES256", cbc256), ("AES128-GCM-16", gcm128), ("AES256-GCM-16", gcm256));

    private static Dictionary<string, string> Hashes(string sha1, string sha256, string sha384, string sha512) =>
        Map(("SHA1", sha1), ("SHA2-256", sha256), ("SHA2-384", sha384), ("SHA2-512", sha512));

    private static Dictionary<int, string> Groups(Func<int, string> word, params int[] numbers) =>
        numbers.ToDictionary(number => number, word);

    private static Dictionary<T, string> Map<T>(params (T Aws, string Word)[] words)
        where T : notnull => words.ToDictionary(word => word.Aws, word => word.Word);
}
