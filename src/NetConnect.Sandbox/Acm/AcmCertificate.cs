using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace NetConnect.Sandbox.Acm;

/// <summary>An imported certificate.</summary>
internal sealed class AcmCertificate
{
    private static readonly Regex s_domain = new("^(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$", RegexOptions.CultureInvariant);

    public required string Arn { get; init; }

    public required DateTime Imported { get; init; }

    /// <summary>The certificate alone, as PEM.</summary>
    public required string Body { get; init; }

    /// <summary>The certificates above it, as PEM, or null.</summary>
    public string? Chain { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    public required X509Certificate2 Certificate { get; init; }

    /// <summary>The first DNS name, or the common name where it looks like one; else empty.</summary>
    public string DomainName => Certificate.GetNameInfo(X509NameType.DnsName, false) is { Length: > 0 } name && s_domain.IsMatch(name) ? name : "";

    public string Serial => string.Join(":", Enumerable.Range(0, Certificate.SerialNumber.Length / 2)
        .Select(i => Certificate.SerialNumber.Substring(i * 2, 2).ToLowerInvariant()));

    /// <summary>As DescribeCertificate names it, such as <c>RSA_2048</c>.</summary>
    public string KeyAlgorithm => Certificate.GetRSAPublicKey() is { } rsa ? $"RSA_{rsa.KeySize}" : "EC_prime256v1";
}
