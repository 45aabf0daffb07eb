namespace NetConnect.ClientVpns;

/// <summary>What a certificate is to say.</summary>
internal sealed record CertificateTemplate
{
    /// <summary>What it is for.</summary>
    public required CertificateRole Role { get; init; }

    /// <summary>The common name; a server's is its DNS name, and its SAN as well.</summary>
    public required string CommonName { get; init; }

    /// <summary>The serial number: 32 hexadecimal digits in lower case.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>From when it is valid (UTC).</summary>
    public required DateTime NotBefore { get; init; }

    /// <summary>Until when it is valid (UTC).</summary>
    public required DateTime NotAfter { get; init; }
}
