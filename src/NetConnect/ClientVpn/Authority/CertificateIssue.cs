using System.Security;
using System.Security.Cryptography;

namespace NetConnect.ClientVpns;

/// <summary>A key and a certificate that an authority has signed for it, in memory until they are written.</summary>
internal sealed class CertificateIssue
{
    private readonly AuthorityFolder _folder;
    private readonly byte[] _key;
    private readonly string _certificatePem;

    /// <summary>Makes the key, which takes a processor some tenths of a second, and signs for it.</summary>
    public CertificateIssue(AuthorityFolder folder, CertificateSigner signer, CertificateRole role, string commonName, int days, DateTime authorityNotAfter)
    {
        _folder = folder;
        _key = folder.Issuer.CreateKey();
        CertificateTemplate template = Template(folder.Now, role, commonName, days);
        // Nothing is valid for longer than the authority that signed it.
        if (template.NotAfter > authorityNotAfter)
            template = template with { NotAfter = authorityNotAfter };
        _certificatePem = folder.Issuer.IssueCertificate(template, _key, signer);
    }

    /// <summary>What a certificate says that is valid from now on.</summary>
    public static CertificateTemplate Template(DateTime now, CertificateRole role, string commonName, int days) => new()
    {
        Role = role,
        CommonName = commonName,
        SerialNumber = NewSerialNumber(),
        NotBefore = now - AuthorityFolder.BackDating,
        NotAfter = now.AddDays(days),
    };

    /// <summary>Writes both files, and forgets the key.</summary>
    /// <returns>What the index is to say.</returns>
    public AuthorityEntry Write(SecureString? passphrase)
    {
        AuthorityEntry entry = AuthorityEntry.Of(_folder.Issuer.ReadCertificate(_certificatePem));
        _folder.Files.WriteIssued(entry.SerialNumber, _folder.Issuer.WriteKey(_key, passphrase), _certificatePem);
        Array.Clear(_key, 0, _key.Length);
        return entry;
    }

    // 16 bytes, of which the first makes the number positive and never shorter (RFC 5280, 4.1.2.2: positive, 20 bytes at most).
    private static string NewSerialNumber()
    {
        byte[] bytes = new byte[16];
        using (var random = RandomNumberGenerator.Create())
            random.GetBytes(bytes);
        bytes[0] = (byte)((bytes[0] & 0x3f) | 0x40);
        return string.Concat(bytes.Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
