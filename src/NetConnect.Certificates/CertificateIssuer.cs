using System.Security;
using NetConnect.ClientVpns;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using Org.BouncyCastle.X509.Extension;
using HexEncoder = Org.BouncyCastle.Utilities.Encoders.Hex;

namespace NetConnect.Certificates;

/// <summary>Certificates, revocation lists and keys by BouncyCastle, with the extensions that easy-rsa gives them.</summary>
internal sealed class CertificateIssuer : ICertificateIssuer
{
    private CertificateIssuer()
    {
    }

    public static ICertificateIssuer Instance { get; } = new CertificateIssuer();

    public byte[] CreateKey() => RsaKey.Create();

    public string IssueCertificate(CertificateTemplate template, byte[] key, CertificateSigner? signer)
    {
        SubjectPublicKeyInfo publicKey = RsaKey.PublicKey(key);
        X509Name subject = CertificateNames.Create(template.CommonName);
        var generator = new X509V3CertificateGenerator();
        generator.SetSerialNumber(new BigInteger(template.SerialNumber, 16));
        // The authority's own bytes: OpenSSL compares names by them, and a string may be written in two ways.
        X509Certificate? authority = signer is null ? null : Read(signer.CertificatePem);
        generator.SetIssuerDN(authority?.SubjectDN ?? subject);
        generator.SetSubjectDN(subject);
        generator.SetNotBefore(template.NotBefore);
        generator.SetNotAfter(template.NotAfter);
        generator.SetSubjectPublicKeyInfo(publicKey);
        AddExtensions(generator, template, publicKey, authority?.SubjectPublicKeyInfo ?? publicKey);
        return Pem.Write(Pem.Certificate, generator.Generate(RsaKey.Signature(signer?.Key ?? key)).GetEncoded());
    }

    public string IssueRevocationList(RevocationListTemplate template, CertificateSigner signer)
    {
        X509Certificate authority = Read(signer.CertificatePem);
        var generator = new X509V2CrlGenerator();
        generator.SetIssuerDN(authority.SubjectDN);
        generator.SetThisUpdate(template.ThisUpdate);
        generator.SetNextUpdate(template.NextUpdate);
        foreach ((string serialNumber, DateTime at) in template.Revoked)
            generator.AddCrlEntry(new BigInteger(serialNumber, 16), at, (X509Extensions?)null);
        generator.AddExtension(X509Extensions.AuthorityKeyIdentifier, critical: false, X509ExtensionUtilities.CreateAuthorityKeyIdentifier(authority.SubjectPublicKeyInfo));
        generator.AddExtension(X509Extensions.CrlNumber, critical: false, new CrlNumber(BigInteger.ValueOf(template.Number)));
        return Pem.Write(Pem.RevocationList, generator.Generate(RsaKey.Signature(signer.Key)).GetEncoded());
    }

    public CertificateFacts ReadCertificate(string pem)
    {
        X509Certificate certificate = Read(pem);
        IList<DerObjectIdentifier>? uses = certificate.GetExtendedKeyUsage();
        CertificateRole role = certificate.GetBasicConstraints() >= 0 ? CertificateRole.Authority
            : uses?.Contains(KeyPurposeID.id_kp_serverAuth) == true ? CertificateRole.Server
            : CertificateRole.Client;
        return new CertificateFacts(
            role,
            CertificateNames.CommonName(certificate.SubjectDN),
            Hex(certificate.SerialNumber),
            certificate.NotBefore.ToUniversalTime(),
            certificate.NotAfter.ToUniversalTime(),
            HexEncoder.ToHexString(DigestUtilities.CalculateDigest("SHA-256", certificate.GetEncoded())));
    }

    public bool IsSignedBy(string pem, string authorityPem)
    {
        try
        {
            Read(pem).Verify(Read(authorityPem).GetPublicKey());
            return true;
        }
        catch (GeneralSecurityException)
        {
            return false;
        }
    }

    public RevocationListFacts ReadRevocationList(string pem)
    {
        X509Crl list = Parse(pem, Pem.RevocationList, bytes => new X509CrlParser().ReadCrl(bytes));
        Asn1OctetString? number = list.GetExtensionValue(X509Extensions.CrlNumber);
        return new RevocationListFacts(
            list.IssuerDN.ToString(),
            number is null ? 0 : DerInteger.GetInstance(number.GetOctets()).LongValueExact,
            list.ThisUpdate.ToUniversalTime(),
            list.NextUpdate?.ToUniversalTime() ?? DateTime.MaxValue,
            [.. (list.GetRevokedCertificates() ?? Enumerable.Empty<X509CrlEntry>()).Select(entry => (Hex(entry.SerialNumber), entry.RevocationDate.ToUniversalTime()))]);
    }

    public string WriteKey(byte[] key, SecureString? passphrase) =>
        passphrase is null ? Pem.Write(Pem.PrivateKey, key) : Pem.Write(Pem.EncryptedPrivateKey, EncryptedKey.Encrypt(key, passphrase));

    public byte[]? ReadKey(string pem, SecureString? passphrase)
    {
        if (!Pem.Has(Pem.EncryptedPrivateKey, pem))
            return Pem.Read(Pem.PrivateKey, pem);
        return passphrase is null ? null : EncryptedKey.Decrypt(Pem.Read(Pem.EncryptedPrivateKey, pem), passphrase);
    }

    private static void AddExtensions(
        X509V3CertificateGenerator generator, CertificateTemplate template, SubjectPublicKeyInfo subject, SubjectPublicKeyInfo authority)
    {
        bool isAuthority = template.Role == CertificateRole.Authority;
        generator.AddExtension(X509Extensions.BasicConstraints, critical: isAuthority, new BasicConstraints(isAuthority));
        generator.AddExtension(X509Extensions.SubjectKeyIdentifier, critical: false, X509ExtensionUtilities.CreateSubjectKeyIdentifier(subject));
        generator.AddExtension(X509Extensions.AuthorityKeyIdentifier, critical: false, X509ExtensionUtilities.CreateAuthorityKeyIdentifier(authority));
        int usage = template.Role switch
        {
            CertificateRole.Authority => KeyUsage.KeyCertSign | KeyUsage.CrlSign,
            CertificateRole.Server => KeyUsage.DigitalSignature | KeyUsage.KeyEncipherment,
            _ => KeyUsage.DigitalSignature,
        };
        generator.AddExtension(X509Extensions.KeyUsage, critical: isAuthority, new KeyUsage(usage));
        if (isAuthority)
            return;
        // OpenVPN's remote-cert-tls wants the purpose beside the usage.
        KeyPurposeID purpose = template.Role == CertificateRole.Server ? KeyPurposeID.id_kp_serverAuth : KeyPurposeID.id_kp_clientAuth;
        generator.AddExtension(X509Extensions.ExtendedKeyUsage, critical: false, new ExtendedKeyUsage(purpose));
        if (template.Role == CertificateRole.Server)
        {
            generator.AddExtension(
                X509Extensions.SubjectAlternativeName, critical: false, new GeneralNames(new GeneralName(GeneralName.DnsName, template.CommonName)));
        }
    }

    private static X509Certificate Read(string pem) => Parse(pem, Pem.Certificate, bytes => new X509CertificateParser().ReadCertificate(bytes));

    private static T Parse<T>(string pem, string label, Func<byte[], T?> parse)
        where T : class
    {
        byte[] bytes = Pem.Read(label, pem);
        try
        {
            return parse(bytes) ?? throw new FormatException($"It is no {label}.");
        }
        catch (Exception error) when (error is GeneralSecurityException or IOException or ArgumentException or Asn1ParsingException)
        {
            throw new FormatException($"It is no {label}: {error.Message}", error);
        }
    }

    private static string Hex(BigInteger serialNumber) => serialNumber.ToString(16).PadLeft(32, '0');
}
