using System.Security;
using NetConnect.Certificates;
using NetConnect.ClientVpns;

namespace NetConnect.Tests.ClientVpn;

/// <summary>The real issuer with one key for everybody, because to make keys takes most of the time.</summary>
internal sealed class OneKeyIssuer : ICertificateIssuer
{
    private static readonly byte[] s_key = CertificateIssuer.Instance.CreateKey();

    public byte[] CreateKey() => [.. s_key];

    public string IssueCertificate(CertificateTemplate template, byte[] key, CertificateSigner? signer) =>
        CertificateIssuer.Instance.IssueCertificate(template, key, signer);

    public string IssueRevocationList(RevocationListTemplate template, CertificateSigner signer) =>
        CertificateIssuer.Instance.IssueRevocationList(template, signer);

    public CertificateFacts ReadCertificate(string pem) => CertificateIssuer.Instance.ReadCertificate(pem);

    public bool IsSignedBy(string pem, string authorityPem) => CertificateIssuer.Instance.IsSignedBy(pem, authorityPem);

    public RevocationListFacts ReadRevocationList(string pem) => CertificateIssuer.Instance.ReadRevocationList(pem);

    public string WriteKey(byte[] key, SecureString? passphrase) => CertificateIssuer.Instance.WriteKey(key, passphrase);

    public byte[]? ReadKey(string pem, SecureString? passphrase) => CertificateIssuer.Instance.ReadKey(pem, passphrase);
}
