using System.Security;

namespace NetConnect.ClientVpns;

/// <summary>The keys of an authority, for those who must hand them on: to ACM, or into a person's file. The authority's own key is never among them.</summary>
internal static class AuthoritySecrets
{
    /// <summary>The server's certificate on its way into ACM.</summary>
    /// <param name="folder">The authority.</param>
    /// <param name="passphrase">The passphrase of its keys; null where they have none.</param>
    public static CertificateImport ReadServer(AuthorityFolder folder, SecureString? passphrase)
    {
        AuthorityIndex index = folder.GetIndex();
        return new CertificateImport
        {
            CertificatePem = folder.GetCertificate(index.Server),
            ChainPem = folder.GetCertificate(index.Authority),
            PrivateKeyPem = ReadKey(folder, index.Server, passphrase),
        };
    }

    /// <summary>A person's certificate and its key, on their way into a file.</summary>
    /// <param name="folder">The authority.</param>
    /// <param name="entry">The certificate.</param>
    /// <param name="passphrase">The passphrase of the authority's keys; null where they have none.</param>
    /// <param name="newPassphrase">What encrypts the key; null leaves it in the clear.</param>
    /// <param name="present">The key as it was written before, which is given back where it is the same key under the same passphrase.</param>
    public static (string CertificatePem, string KeyPem) ReadUser(
        AuthorityFolder folder, AuthorityEntry entry, SecureString? passphrase, SecureString? newPassphrase, string? present = null)
    {
        byte[] key = folder.GetKey(entry, passphrase);
        try
        {
            return (folder.GetCertificate(entry), IsSame(folder, key, newPassphrase, present) ? present! : folder.Issuer.WriteKey(key, newPassphrase));
        }
        finally
        {
            Array.Clear(key, 0, key.Length);
        }
    }

    private static bool IsSame(AuthorityFolder folder, byte[] key, SecureString? passphrase, string? pem)
    {
        if (pem is null || passphrase is null || !Pem.Has(Pem.EncryptedPrivateKey, pem))
            return false;
        try
        {
            return folder.Issuer.ReadKey(pem, passphrase) is { } known && known.SequenceEqual(key);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static SecureString ReadKey(AuthorityFolder folder, AuthorityEntry entry, SecureString? passphrase)
    {
        byte[] key = folder.GetKey(entry, passphrase);
        var pem = new SecureString();
        foreach (char c in folder.Issuer.WriteKey(key, passphrase: null))
            pem.AppendChar(c);
        Array.Clear(key, 0, key.Length);
        pem.MakeReadOnly();
        return pem;
    }
}
