namespace NetConnect;

/// <summary>A file by which a person's OpenVPN client connects to a Client VPN endpoint.</summary>
/// <remarks>No property holds what is in the file.</remarks>
public sealed record ClientVpnConfig
{
    /// <summary>The endpoint.</summary>
    public string ClientVpnEndpointId { get; init; } = "";

    /// <summary>The Name tag of the endpoint, or null.</summary>
    public string? EndpointName { get; init; }

    /// <summary>The person; null in a file that is for everybody, because the endpoint knows people by their password or identity provider.</summary>
    public string? UserName { get; init; }

    /// <summary>The file.</summary>
    public string Path { get; init; } = "";

    /// <summary>The serial number of the certificate in it: hexadecimal digits in lower case; null where it has none.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The SHA-256 of the certificate in it: hexadecimal digits in lower case; null where it has none.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>When the certificate in it expires (UTC); null where it has none.</summary>
    public DateTime? NotAfter { get; init; }

    /// <summary>Whether the key in it is encrypted, so that the client asks for its passphrase.</summary>
    public bool KeyIsEncrypted { get; init; }

    /// <summary>The path of the file.</summary>
    public override string ToString() => Path;
}
