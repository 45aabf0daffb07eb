using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NetConnect.Interop.Tests.Hosting;

/// <summary>A self-signed authority that is a VPN server too, for clients that import it into ACM.</summary>
internal sealed class ServerCertificate : IDisposable
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private readonly RSA _key = RSA.Create(2048);

    public ServerCertificate(string domain = "vpn.example.com", TimeSpan? life = null)
    {
        var request = new CertificateRequest($"CN={domain}", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(domain);
        names.AddDnsName($"*.{domain}");
        request.CertificateExtensions.Add(names.Build());
        Certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow + (life ?? TimeSpan.FromDays(1)));
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>A list that revokes nothing, as PEM.</summary>
    public string RevocationList() => PemEncoding.WriteString("X509 CRL", new CertificateRevocationListBuilder()
        .Build(Certificate, 1, DateTimeOffset.UtcNow.AddDays(1), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>Writes the certificate and its key where a client finds them.</summary>
    public void Write(ClientHome home, string name = "server")
    {
        home.Write($"{name}.crt", Certificate.ExportCertificatePem());
        home.Write($"{name}.key", _key.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }
}
