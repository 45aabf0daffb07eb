using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NetConnect.Sandbox.Tests.Acm;

/// <summary>Certificates and revocation lists by .NET's own tools, which the sandbox does not read them with.</summary>
internal static class TestCertificates
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>A self-signed certificate with its key.</summary>
    public static X509Certificate2 SelfSigned(string subject = "CN=vpn.example.com", int bits = 2048, DateTimeOffset? from = null,
        DateTimeOffset? to = null, params string[] names)
    {
        using var key = RSA.Create(bits);
        CertificateRequest request = Request(subject, key);
        if (names.Length > 0)
        {
            var alternatives = new SubjectAlternativeNameBuilder();
            foreach (string name in names) alternatives.AddDnsName(name);
            request.CertificateExtensions.Add(alternatives.Build());
        }
        return request.CreateSelfSigned(from ?? DateTimeOffset.UtcNow.AddDays(-1), to ?? DateTimeOffset.UtcNow.AddYears(10));
    }

    public static X509Certificate2 Elliptic()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        return new CertificateRequest("CN=vpn.example.com", key, HashAlgorithmName.SHA384)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
    }

    /// <summary>A certificate authority, whose lists and certificates the other methods make.</summary>
    public static X509Certificate2 Authority(string name = "Test CA")
    {
        using var key = RSA.Create(2048);
        CertificateRequest request = Request($"CN={name}", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0,
            critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(20));
    }

    /// <summary>A certificate of an authority for a person, or for a server; without its key.</summary>
    public static X509Certificate2 Issue(X509Certificate2 authority, string name, byte serial, bool isServer = false, TimeSpan? life = null)
    {
        using var key = RSA.Create(2048);
        CertificateRequest request = Request($"CN={name}", key);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(isServer
            ? ServerAuthentication : ClientAuthentication)], critical: false));
        return request.Create(authority, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow + (life ?? TimeSpan.FromDays(365)),
            [0x80, serial]);
    }

    /// <summary>A list of an authority, as PEM.</summary>
    public static string RevocationList(X509Certificate2 authority, TimeSpan? life = null, params X509Certificate2[] revoked)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (X509Certificate2 certificate in revoked) list.AddEntry(certificate);
        return Pem(list, authority, life);
    }

    /// <summary>A list with as many entries as are asked for.</summary>
    public static string LongRevocationList(X509Certificate2 authority, int entries)
    {
        var list = new CertificateRevocationListBuilder();
        for (int i = 1; i <= entries; i++) list.AddEntry([(byte)(0x40 | (i >> 16)), (byte)(i >> 8), (byte)i]);
        return Pem(list, authority, life: null);
    }

    public static string Key(X509Certificate2 certificate) => certificate.GetRSAPrivateKey()?.ExportPkcs8PrivateKeyPem()
        ?? certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem();

    private static string Pem(CertificateRevocationListBuilder list, X509Certificate2 authority, TimeSpan? life) =>
        PemEncoding.WriteString("X509 CRL", list.Build(authority, 1, DateTimeOffset.UtcNow + (life ?? TimeSpan.FromDays(30)),
            HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, DateTimeOffset.UtcNow.AddHours(-1)));

    private static CertificateRequest Request(string subject, RSA key) => new(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
