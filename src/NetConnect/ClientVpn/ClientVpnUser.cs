namespace NetConnect;

/// <summary>A person with a certificate for a Client VPN.</summary>
public sealed record ClientVpnUser
{
    /// <summary>The name: the common name of the certificate.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether the certificate opens doors.</summary>
    public ClientVpnUserStatus Status { get; init; }

    /// <summary>The serial number: hexadecimal digits in lower case.</summary>
    public string SerialNumber { get; init; } = "";

    /// <summary>The SHA-256 of the certificate: hexadecimal digits in lower case.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>From when it is valid (UTC).</summary>
    public DateTime NotBefore { get; init; }

    /// <summary>When it expires (UTC).</summary>
    public DateTime NotAfter { get; init; }

    /// <summary>When it was revoked (UTC), or null.</summary>
    public DateTime? RevokedAt { get; init; }

    /// <summary>The folder of the authority that signed it.</summary>
    public string AuthorityPath { get; init; } = "";

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
