using NetConnect.Addressing;

namespace NetConnect.SiteToSite;

/// <summary>The values that EC2 allows in tunnel options (EC2 API reference, ModifyVpnTunnelOptionsSpecification).</summary>
internal static class VpnTunnelOptionValues
{
    /// <summary>The IKE versions. AWS allows both where none is given.</summary>
    public static IReadOnlyList<string> IkeVersions { get; } = ["ikev1", "ikev2"];

    /// <summary>The ciphers of either phase. AWS allows all where none is given.</summary>
    public static IReadOnlyList<string> EncryptionAlgorithms { get; } = ["AES128", "AES128-GCM-16", "AES256", "AES256-GCM-16"];

    /// <summary>The integrity algorithms of either phase. AWS allows all where none is given.</summary>
    public static IReadOnlyList<string> IntegrityAlgorithms { get; } = ["SHA1", "SHA2-256", "SHA2-384", "SHA2-512"];

    /// <summary>The Diffie-Hellman groups of phase 1, by number. AWS allows all where none is given.</summary>
    public static IReadOnlyList<int> Phase1DHGroupNumbers { get; } = [2, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24];

    /// <summary>The Diffie-Hellman groups of phase 2, by number. AWS allows all where none is given.</summary>
    public static IReadOnlyList<int> Phase2DHGroupNumbers { get; } = [2, 5, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24];

    /// <summary>What may follow a silent peer. The default is <c>clear</c>.</summary>
    public static IReadOnlyList<string> DpdTimeoutActions { get; } = ["clear", "none", "restart"];

    /// <summary>Who begins: the device (<c>add</c>, the default) or AWS (<c>start</c>).</summary>
    public static IReadOnlyList<string> StartupActions { get; } = ["add", "start"];

    /// <summary>How a log is written. The default is <c>json</c>.</summary>
    public static IReadOnlyList<string> LogOutputFormats { get; } = ["json", "text"];

    // What AWS takes where nothing is given; only what other options are measured against.
    internal const int DefaultPhase1LifetimeSeconds = 28800;
    internal const int DefaultPhase2LifetimeSeconds = 3600;
    internal const int DefaultRekeyMarginTimeSeconds = 270;
    internal const int DefaultRekeyFuzzPercentage = 100;
    internal const int DefaultReplayWindowSize = 1024;
    internal const int DefaultDpdTimeoutSeconds = 30;

    internal static Cidr InsideRange { get; } = Cidr.Parse("169.254.0.0/16");

    internal static Cidr InsideIpv6Range { get; } = Cidr.Parse("fd00::/8");

    /// <summary>The blocks of the inside range that AWS keeps for itself.</summary>
    internal static IReadOnlyList<Cidr> ReservedInside { get; } =
    [
        Cidr.Parse("169.254.0.0/30"),
        Cidr.Parse("169.254.1.0/30"),
        Cidr.Parse("169.254.2.0/30"),
        Cidr.Parse("169.254.3.0/30"),
        Cidr.Parse("169.254.4.0/30"),
        Cidr.Parse("169.254.5.0/30"),
        Cidr.Parse("169.254.169.252/30"),
    ];

    /// <summary>Whether a cipher protects integrity itself (RFC 4106, RFC 5282).</summary>
    internal static bool IsGcm(string algorithm) => algorithm.Contains("-GCM-");
}
