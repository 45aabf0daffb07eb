namespace NetConnect;

/// <summary>An authority that signs the certificates of one Client VPN: its own, the server's, and one for each person. It is a folder.</summary>
/// <remarks>No property holds a key.</remarks>
public sealed record ClientVpnAuthority
{
    /// <summary>The folder.</summary>
    public string Path { get; init; } = "";

    /// <summary>The common name of the authority.</summary>
    public string Name { get; init; } = "";

    /// <summary>The DNS name in the server's certificate.</summary>
    public string ServerName { get; init; } = "";

    /// <summary>Whether the keys are encrypted with a passphrase, instead of being readable for their owner.</summary>
    public bool KeysAreEncrypted { get; init; }

    /// <summary>When the authority's own certificate expires (UTC).</summary>
    public DateTime NotAfter { get; init; }

    /// <summary>When the server's certificate expires (UTC).</summary>
    public DateTime ServerNotAfter { get; init; }

    /// <summary>The serial number of the server's certificate: hexadecimal digits in lower case, as in <see cref="StoredCertificate.SerialNumber"/>.</summary>
    public string ServerSerialNumber { get; init; } = "";

    /// <summary>The SHA-256 of the server's certificate: hexadecimal digits in lower case.</summary>
    public string ServerFingerprint { get; init; } = "";

    /// <summary>The server's certificate as PEM.</summary>
    public string ServerCertificatePem { get; init; } = "";

    /// <summary>The authority's certificate as PEM: the chain of the server's, and by which the endpoint knows people.</summary>
    public string ChainPem { get; init; } = "";

    /// <summary>When the revocation list expires (UTC), after which an endpoint refuses everybody; null where there is none.</summary>
    public DateTime? RevocationListNextUpdate { get; init; }

    /// <summary>How many people have a certificate that opens doors.</summary>
    public int UserCount { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
