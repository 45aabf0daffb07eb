using System.Security;

namespace NetConnect;

/// <summary>A certificate on its way into AWS Certificate Manager.</summary>
public sealed record CertificateImport
{
    /// <summary>The certificate alone, as PEM.</summary>
    public required string CertificatePem { get; init; }

    /// <summary>Its key as unencrypted PKCS#8 PEM.</summary>
    public required SecureString PrivateKeyPem { get; init; }

    /// <summary>The certificates of those who signed it, as PEM; null where there are none.</summary>
    public string? ChainPem { get; init; }

    /// <summary>The certificate that it replaces; null for a new one.</summary>
    public string? CertificateArn { get; init; }

    /// <summary>The tags of a new one.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
