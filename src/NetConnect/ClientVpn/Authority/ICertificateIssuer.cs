using System.Security;

namespace NetConnect.ClientVpns;

/// <summary>What the engine asks of a library of certificates. NetConnect.Certificates implements it.</summary>
/// <remarks>Everything is made in memory. Private keys are PKCS#8 in DER; whoever has one clears it after use.</remarks>
internal interface ICertificateIssuer
{
    /// <summary>Makes an RSA key of 2048 bits, the longest that Client VPN takes (Administrator Guide, mutual authentication).</summary>
    byte[] CreateKey();

    /// <summary>Signs a certificate.</summary>
    /// <param name="template">What it says.</param>
    /// <param name="key">The key that it is for.</param>
    /// <param name="signer">The authority; null lets the key sign for itself.</param>
    /// <returns>The certificate as PEM.</returns>
    string IssueCertificate(CertificateTemplate template, byte[] key, CertificateSigner? signer);

    /// <summary>Signs a revocation list.</summary>
    /// <returns>The list as PEM.</returns>
    string IssueRevocationList(RevocationListTemplate template, CertificateSigner signer);

    /// <summary>Reads a certificate.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    CertificateFacts ReadCertificate(string pem);

    /// <summary>Whether an authority has signed a certificate.</summary>
    bool IsSignedBy(string pem, string authorityPem);

    /// <summary>Reads a revocation list.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    RevocationListFacts ReadRevocationList(string pem);

    /// <summary>Writes a key as PKCS#8 PEM, encrypted where there is a passphrase.</summary>
    string WriteKey(byte[] key, SecureString? passphrase);

    /// <summary>Reads a key from PKCS#8 PEM.</summary>
    /// <returns>The key, or null where the passphrase is missing or is not the right one.</returns>
    /// <exception cref="FormatException">It is no such key.</exception>
    byte[]? ReadKey(string pem, SecureString? passphrase);
}
