using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Acm;

/// <summary>An imported certificate.</summary>
internal sealed class AcmCertificate
{
    private const string AlternativeNames = "2.5.29.17";
    private const int DnsName = 0x82;

    private static readonly Regex s_domain = new("^(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$", RegexOptions.CultureInvariant);

    public required string Arn { get; init; }

    public required DateTime Created { get; init; }

    /// <summary>When it, or the one in whose place it is, came in last.</summary>
    public required DateTime Imported { get; init; }

    /// <summary>The certificate alone, as PEM.</summary>
    public required string Body { get; init; }

    /// <summary>The certificates above it, as PEM, or null.</summary>
    public string? Chain { get; init; }

    /// <summary>The certificates above it.</summary>
    public IReadOnlyList<X509Certificate2> Above { get; init; } = [];

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    public required X509Certificate2 Certificate { get; init; }

    /// <summary>The first DNS name, or the common name where it looks like one; else empty.</summary>
    public string DomainName => Certificate.GetNameInfo(X509NameType.DnsName, false) is { Length: > 0 } name && s_domain.IsMatch(name) ? name : "";

    /// <summary>All names that it is for.</summary>
    public IEnumerable<string> Names => DomainName.Length == 0 ? DnsNames : DnsNames.Prepend(DomainName).Distinct(StringComparer.Ordinal);

    public string Serial => string.Join(":", Enumerable.Range(0, Certificate.SerialNumber.Length / 2)
        .Select(i => Certificate.SerialNumber.Substring(i * 2, 2).ToLowerInvariant()));

    /// <summary>As ListCertificates names it, such as <c>RSA_2048</c>.</summary>
    public string KeyAlgorithm => Certificate.GetRSAPublicKey() is { } rsa ? $"RSA_{rsa.KeySize}" : Certificate.GetECDsaPublicKey()?.KeySize switch
    {
        384 => "EC_secp384r1",
        521 => "EC_secp521r1",
        _ => "EC_prime256v1",
    };

    /// <summary>As DescribeCertificate names it, such as <c>SHA256WITHRSA</c>.</summary>
    public string SignatureAlgorithm => Certificate.SignatureAlgorithm.Value switch
    {
        "1.2.840.113549.1.1.5" => "SHA1WITHRSA",
        "1.2.840.113549.1.1.12" => "SHA384WITHRSA",
        "1.2.840.113549.1.1.13" => "SHA512WITHRSA",
        "1.2.840.10045.4.3.2" => "SHA256WITHECDSA",
        "1.2.840.10045.4.3.3" => "SHA384WITHECDSA",
        "1.2.840.10045.4.3.4" => "SHA512WITHECDSA",
        _ => "SHA256WITHRSA",
    };

    private List<string> DnsNames
    {
        get
        {
            var found = new List<string>();
            if (Certificate.Extensions[AlternativeNames] is not { } extension) return found;
            DerReader names = new DerReader(extension.RawData).Read(DerReader.Sequence);
            while (!names.IsAtEnd)
            {
                bool isDns = names.Tag == DnsName;
                byte[] name = names.Read(names.Tag).Content;
                if (isDns) found.Add(Encoding.ASCII.GetString(name));
            }
            return found;
        }
    }
}
