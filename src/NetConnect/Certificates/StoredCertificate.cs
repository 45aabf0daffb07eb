namespace NetConnect;

/// <summary>A certificate in AWS Certificate Manager.</summary>
public sealed record StoredCertificate
{
    /// <summary>The ARN.</summary>
    public string CertificateArn { get; init; } = "";

    /// <summary>The domain name that it is for; empty where it has none.</summary>
    public string DomainName { get; init; } = "";

    /// <summary>The serial number as hexadecimal digits in lower case, without colons; null where it was only listed.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>When it expires (UTC).</summary>
    public DateTime? NotAfter { get; init; }

    /// <summary>The key as ACM names it, such as <c>RSA_2048</c> (describe) or <c>RSA-2048</c>.</summary>
    public string? KeyAlgorithm { get; init; }

    /// <summary>The ARN.</summary>
    public override string ToString() => CertificateArn;
}
