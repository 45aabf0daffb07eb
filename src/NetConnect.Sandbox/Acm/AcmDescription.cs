using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Acm;

/// <summary>How certificates are written (ACM API Reference, CertificateDetail and CertificateSummary).</summary>
internal static class AcmDescription
{
    // More names than these are told by the details only (CertificateSummary).
    private const int MaxSummaryNames = 100;

    private static readonly (X509KeyUsageFlags Flag, string Name)[] s_usages =
    [
        (X509KeyUsageFlags.DigitalSignature, "DIGITAL_SIGNATURE"), (X509KeyUsageFlags.NonRepudiation, "NON_REPUDIATION"),
        (X509KeyUsageFlags.KeyEncipherment, "KEY_ENCIPHERMENT"), (X509KeyUsageFlags.DataEncipherment, "DATA_ENCIPHERMENT"),
        (X509KeyUsageFlags.KeyAgreement, "KEY_AGREEMENT"), (X509KeyUsageFlags.KeyCertSign, "CERTIFICATE_SIGNING"),
        (X509KeyUsageFlags.CrlSign, "CRL_SIGNING"), (X509KeyUsageFlags.EncipherOnly, "ENCIPHER_ONLY"),
        (X509KeyUsageFlags.DecipherOnly, "DECIPHER_ONLY"),
    ];

    private static readonly Dictionary<string, string> s_extendedUsages = new(StringComparer.Ordinal)
    {
        ["1.3.6.1.5.5.7.3.1"] = "TLS_WEB_SERVER_AUTHENTICATION",
        ["1.3.6.1.5.5.7.3.2"] = "TLS_WEB_CLIENT_AUTHENTICATION",
        ["1.3.6.1.5.5.7.3.3"] = "CODE_SIGNING",
        ["1.3.6.1.5.5.7.3.4"] = "EMAIL_PROTECTION",
        ["1.3.6.1.5.5.7.3.8"] = "TIME_STAMPING",
        ["1.3.6.1.5.5.7.3.9"] = "OCSP_SIGNING",
    };

    public static void WriteDetail(JsonAnswer node, AcmCertificate certificate, CertificateStore store) => WriteCommon(node, certificate, store)
        .Texts("SubjectAlternativeNames", certificate.Names)
        .Text("Serial", certificate.Serial).Text("Subject", certificate.Certificate.Subject)
        .Text("Issuer", certificate.Certificate.GetNameInfo(X509NameType.SimpleName, true))
        .Text("KeyAlgorithm", certificate.KeyAlgorithm.Replace("RSA_", "RSA-")).Text("SignatureAlgorithm", certificate.SignatureAlgorithm)
        .Texts("InUseBy", store.UsersOf(certificate).Select(endpoint => endpoint.Arn))
        .Set("KeyUsages", KeyUsages(certificate), (item, usage) => item.Text("Name", usage))
        .Set("ExtendedKeyUsages", ExtendedKeyUsages(certificate), (item, usage) => item.Text("Name", usage.Name).Text("OID", usage.Oid))
        .Node("Options", options => options.Text("CertificateTransparencyLoggingPreference", "DISABLED").Text("Export", "DISABLED"));

    public static void WriteSummary(JsonAnswer node, AcmCertificate certificate, CertificateStore store) => WriteCommon(node, certificate, store)
        .Texts("SubjectAlternativeNameSummaries", certificate.Names.Take(MaxSummaryNames))
        .Flag("HasAdditionalSubjectAlternativeNames", certificate.Names.Count() > MaxSummaryNames)
        .Text("KeyAlgorithm", certificate.KeyAlgorithm).Texts("KeyUsages", KeyUsages(certificate))
        .Texts("ExtendedKeyUsages", ExtendedKeyUsages(certificate).Select(usage => usage.Name))
        .Flag("InUse", store.UsersOf(certificate).Any()).Flag("Exported", false);

    public static IEnumerable<string> KeyUsages(AcmCertificate certificate) =>
        certificate.Certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } extension
            ? s_usages.Where(usage => extension.KeyUsages.HasFlag(usage.Flag)).Select(usage => usage.Name)
            : [];

    public static IEnumerable<(string Name, string Oid)> ExtendedKeyUsages(AcmCertificate certificate) =>
        certificate.Certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is { } extension
            ? extension.EnhancedKeyUsages.Cast<Oid>().Select(oid => oid.Value!)
                .Select(oid => (s_extendedUsages.TryGetValue(oid, out string? name) ? name : "CUSTOM", oid))
            : [];

    private static JsonAnswer WriteCommon(JsonAnswer node, AcmCertificate certificate, CertificateStore store) => node
        .Text("CertificateArn", certificate.Arn).Text("DomainName", certificate.DomainName.Length > 0 ? certificate.DomainName : null)
        .Text("Status", store.StatusOf(certificate)).Text("Type", "IMPORTED")
        // Nobody but its owner renews an imported certificate (ACM User Guide, "Managed certificate renewal").
        .Text("RenewalEligibility", "INELIGIBLE")
        .Time("NotBefore", certificate.Certificate.NotBefore).Time("NotAfter", certificate.Certificate.NotAfter)
        .Time("CreatedAt", certificate.Created).Time("ImportedAt", certificate.Imported);
}
