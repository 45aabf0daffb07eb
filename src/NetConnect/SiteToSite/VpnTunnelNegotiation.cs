namespace NetConnect;

/// <summary>What the two ends of a tunnel have agreed on. What they have not agreed on, because they have not got that far, is null.</summary>
public sealed record VpnTunnelNegotiation
{
    /// <summary><c>ikev1</c> or <c>ikev2</c>.</summary>
    public string? IkeVersion { get; init; }

    /// <summary>The IKE cipher, as AWS names it: <c>AES256-GCM-16</c>.</summary>
    public string? Phase1EncryptionAlgorithm { get; init; }

    /// <summary>The IKE integrity algorithm: <c>SHA2-256</c>.</summary>
    public string? Phase1IntegrityAlgorithm { get; init; }

    /// <summary>The IKE Diffie-Hellman group.</summary>
    public int? Phase1DHGroup { get; init; }

    /// <summary>The ESP cipher.</summary>
    public string? Phase2EncryptionAlgorithm { get; init; }

    /// <summary>The ESP integrity algorithm.</summary>
    public string? Phase2IntegrityAlgorithm { get; init; }

    /// <summary>The ESP Diffie-Hellman group.</summary>
    public int? Phase2DHGroup { get; init; }

    /// <summary>Whether AWS's end is there: <c>available</c>, <c>pending</c> or <c>failed</c>.</summary>
    public string? ProvisioningStatus { get; init; }

    /// <summary>AWS's own words about that.</summary>
    public string? ProvisioningStatusReason { get; init; }

    /// <summary>The IKE version and the algorithms of both phases; the state of AWS's end where nothing is agreed.</summary>
    public override string ToString() => IkeVersion is null
        ? $"{ProvisioningStatus ?? "nothing agreed"}"
        : $"{IkeVersion} {Phase(Phase1EncryptionAlgorithm, Phase1IntegrityAlgorithm, Phase1DHGroup)}, {Phase(Phase2EncryptionAlgorithm, Phase2IntegrityAlgorithm, Phase2DHGroup)}";

    private static string Phase(string? encryption, string? integrity, int? group) =>
        encryption is null ? "no phase 2" : string.Join("/", new[] { encryption, integrity, group is null ? null : $"DH{group}" }.Where(part => part is not null));
}
