using System.Globalization;

namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>One option of a tunnel: how requests and answers name it, what it may be, and what it is when nobody said.</summary>
/// <remarks>From the API Reference, ModifyVpnTunnelOptionsSpecification and TunnelOption.</remarks>
internal sealed class TunnelOption
{
    public static readonly TunnelOption Phase1Lifetime = Number("Phase1LifetimeSeconds", 900, 28800, 28800);
    public static readonly TunnelOption Phase2Lifetime = Number("Phase2LifetimeSeconds", 900, 3600, 3600);
    public static readonly TunnelOption RekeyMargin = Number("RekeyMarginTimeSeconds", 60, 1800, 270);
    public static readonly TunnelOption RekeyFuzz = Number("RekeyFuzzPercentage", 0, 100, 100);
    public static readonly TunnelOption ReplayWindow = Number("ReplayWindowSize", 64, 2048, 1024);
    public static readonly TunnelOption DpdTimeout = Number("DPDTimeoutSeconds", 30, int.MaxValue, 40, "dpdTimeoutSeconds");
    public static readonly TunnelOption DpdAction = Word("DPDTimeoutAction", ["clear", "none", "restart"], "dpdTimeoutAction");
    public static readonly TunnelOption Startup = Word("StartupAction", ["add", "start"], "startupAction");
    public static readonly TunnelOption IkeVersions = Choice("IKEVersion", ["ikev1", "ikev2"], "ikeVersionSet");
    public static readonly TunnelOption Phase1Encryption = Choice("Phase1EncryptionAlgorithm", Ciphers);
    public static readonly TunnelOption Phase2Encryption = Choice("Phase2EncryptionAlgorithm", Ciphers);
    public static readonly TunnelOption Phase1Integrity = Choice("Phase1IntegrityAlgorithm", Hashes);
    public static readonly TunnelOption Phase2Integrity = Choice("Phase2IntegrityAlgorithm", Hashes);
    public static readonly TunnelOption Phase1Group = Choice("Phase1DHGroupNumber", Groups(2));
    public static readonly TunnelOption Phase2Group = Choice("Phase2DHGroupNumber", Groups(2, 5));

    public static readonly IReadOnlyList<TunnelOption> All =
    [
        Phase1Lifetime, Phase2Lifetime, RekeyMargin, RekeyFuzz, ReplayWindow, DpdTimeout, DpdAction, Phase1Encryption, Phase2Encryption,
        Phase1Integrity, Phase2Integrity, Phase1Group, Phase2Group, IkeVersions, Startup,
    ];

    /// <summary>The options that both ends must agree on.</summary>
    public static readonly IReadOnlyList<TunnelOption> Negotiated =
        [IkeVersions, Phase1Encryption, Phase1Integrity, Phase1Group, Phase2Encryption, Phase2Integrity, Phase2Group];

    /// <summary>Those of them that are for IPsec, not for IKE.</summary>
    public static readonly IReadOnlyList<TunnelOption> OfPhase2 = [Phase2Encryption, Phase2Integrity, Phase2Group];

    private TunnelOption(string parameter, string element)
    {
        Parameter = parameter;
        Element = element;
    }

    /// <summary>What requests call it; of a list, what they call one entry.</summary>
    public string Parameter { get; }

    public string Element { get; }

    /// <summary>Whether several values are allowed side by side.</summary>
    public bool IsList { get; private init; }

    /// <summary>The bounds of a number; null for words and lists.</summary>
    public (int Least, int Most)? Bounds { get; private init; }

    /// <summary>The words that are allowed, the weakest first; empty for numbers.</summary>
    public IReadOnlyList<string> Allowed { get; private init; } = [];

    /// <summary>The value or values that hold when nobody said: of a list, all of them.</summary>
    public IReadOnlyList<string> Default { get; private init; } = [];

    private static string[] Ciphers => ["AES128", "AES256", "AES128-GCM-16", "AES256-GCM-16"];

    private static string[] Hashes => ["SHA1", "SHA2-256", "SHA2-384", "SHA2-512"];

    public override string ToString() => Parameter;

    private static string[] Groups(params int[] low) => low.Concat(Enumerable.Range(14, 11)).Select(Text).ToArray();

    private static TunnelOption Number(string parameter, int least, int most, int usual, string? element = null) =>
        new(parameter, element ?? LowerFirst(parameter)) { Bounds = (least, most), Default = [Text(usual)] };

    private static TunnelOption Word(string parameter, string[] allowed, string element) =>
        new(parameter, element) { Allowed = allowed, Default = [allowed[0]] };

    private static TunnelOption Choice(string parameter, string[] allowed, string? element = null) =>
        new(parameter, element ?? LowerFirst(parameter) + "Set") { IsList = true, Allowed = allowed, Default = allowed };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
