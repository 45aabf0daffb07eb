using System.Security;

namespace NetConnect;

/// <summary>The options of one IPsec tunnel. What is null is left to AWS when a tunnel is made, and as it is when one is changed.</summary>
/// <remarks>Names and values are those of the EC2 API (ModifyVpnTunnelOptionsSpecification); the rules are checked by VpnTunnelOptionRules.</remarks>
public sealed record VpnTunnelOption
{
    /// <summary>The /30 within 169.254.0.0/16 whose first usable address is AWS's and second the device's.</summary>
    public string? TunnelInsideCidr { get; init; }

    /// <summary>The /126 within fd00::/8 of a tunnel that carries IPv6 (transit gateway only).</summary>
    public string? TunnelInsideIpv6Cidr { get; init; }

    /// <summary>The IKE versions allowed: <c>ikev1</c>, <c>ikev2</c>.</summary>
    public IReadOnlyList<string>? IkeVersions { get; init; }

    /// <summary>The phase 1 (IKE) ciphers allowed: <c>AES128</c>, <c>AES256</c>, <c>AES128-GCM-16</c>, <c>AES256-GCM-16</c>.</summary>
    public IReadOnlyList<string>? Phase1EncryptionAlgorithms { get; init; }

    /// <summary>The phase 1 integrity algorithms allowed: <c>SHA1</c>, <c>SHA2-256</c>, <c>SHA2-384</c>, <c>SHA2-512</c>.</summary>
    public IReadOnlyList<string>? Phase1IntegrityAlgorithms { get; init; }

    /// <summary>The phase 1 Diffie-Hellman groups allowed: 2, 14 to 24.</summary>
    public IReadOnlyList<int>? Phase1DHGroupNumbers { get; init; }

    /// <summary>How long an IKE association lives, in seconds (900 to 28,800).</summary>
    public int? Phase1LifetimeSeconds { get; init; }

    /// <summary>The phase 2 (ESP) ciphers allowed.</summary>
    public IReadOnlyList<string>? Phase2EncryptionAlgorithms { get; init; }

    /// <summary>The phase 2 integrity algorithms allowed.</summary>
    public IReadOnlyList<string>? Phase2IntegrityAlgorithms { get; init; }

    /// <summary>The phase 2 Diffie-Hellman groups allowed: 2, 5, 14 to 24.</summary>
    public IReadOnlyList<int>? Phase2DHGroupNumbers { get; init; }

    /// <summary>How long an ESP association lives, in seconds (900 to 3,600, and less than phase 1).</summary>
    public int? Phase2LifetimeSeconds { get; init; }

    /// <summary>How long before the end of phase 2 AWS renews it, in seconds (60 to half of phase 2).</summary>
    public int? RekeyMarginTimeSeconds { get; init; }

    /// <summary>By how many percent the margin varies at random (0 to 100).</summary>
    public int? RekeyFuzzPercentage { get; init; }

    /// <summary>The packets of the IKE replay window (64 to 2,048).</summary>
    public int? ReplayWindowSize { get; init; }

    /// <summary>How long a silent peer counts as alive, in seconds (30 or more).</summary>
    public int? DpdTimeoutSeconds { get; init; }

    /// <summary>What follows a silent peer: <c>clear</c>, <c>none</c>, <c>restart</c>.</summary>
    public string? DpdTimeoutAction { get; init; }

    /// <summary>Whether AWS begins the negotiation (<c>start</c>) or the device must (<c>add</c>).</summary>
    public string? StartupAction { get; init; }

    /// <summary>Whether AWS waits for the user before it replaces a tunnel endpoint.</summary>
    public bool? EnableTunnelLifecycleControl { get; init; }

    /// <summary>Whether AWS writes the tunnel's activity (IKE, DPD) to CloudWatch Logs.</summary>
    public bool? LogEnabled { get; init; }

    /// <summary>The ARN of the log group that gets the activity.</summary>
    public string? LogGroupArn { get; init; }

    /// <summary>How the activity is written: <c>json</c> or <c>text</c>.</summary>
    public string? LogOutputFormat { get; init; }

    /// <summary>Whether AWS writes what happens to the BGP session to CloudWatch Logs.</summary>
    public bool? BgpLogEnabled { get; init; }

    /// <summary>The ARN of the log group that gets the BGP log.</summary>
    public string? BgpLogGroupArn { get; init; }

    /// <summary>How the BGP log is written: <c>json</c> or <c>text</c>.</summary>
    public string? BgpLogOutputFormat { get; init; }

    /// <summary>Whether a pre-shared key is in this object.</summary>
    public bool HasPreSharedKey => PreSharedKey is not null;

    // Not public: on Linux and macOS CLIXML writes a SecureString readably.
    internal SecureString? PreSharedKey { get; init; }

    /// <summary>The pre-shared key, or null. No property shows it, so that neither a view nor CLIXML does.</summary>
    public SecureString? GetPreSharedKey() => PreSharedKey?.Copy();
}
