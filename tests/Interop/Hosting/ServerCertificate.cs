using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NetConnect.Interop.Tests.Hosting;

/// <summary>A self-signed authority that is a VPN server too, for clients that import it into ACM.</summary>
internal sealed class ServerCertificate : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);

    public ServerCertificate(string domain = "vpn.example.com")
    {
        var request = new CertificateRequest($"CN={domain}", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        Certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddDays(1));
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>A list of revoked certificates that is empty but for what is given, as PEM.</summary>
    public string RevocationList(params X509Certificate2[] revoked)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (X509Certificate2 certificate in revoked) list.AddEntry(certificate);
        return PemEncoding.WriteString("X509 CRL",
            list.Build(Certificate, 1, DateTimeOffset.UtcNow.AddDays(1), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <summary>Writes the certificate and its key where a client finds them, as server.crt and server.key.</summary>
    public void Write(ClientHome home)
    {
        home.Write("server.crt", Certificate.ExportCertificatePem());
        home.Write("server.key", _key.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }
}
