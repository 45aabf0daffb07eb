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
            PrivateKeyPem = ReadKey(folder, index.Server, passphrase, newPassphrase: null),
        };
    }

    /// <summary>A person's certificate that is valid, and its key.</summary>
    /// <param name="folder">The authority.</param>
    /// <param name="name">The person.</param>
    /// <param name="passphrase">The passphrase of the authority's keys; null where they have none.</param>
    /// <param name="newPassphrase">What encrypts the key; null leaves it in the clear.</param>
    /// <exception cref="NetConnectException">Nobody of that name has a valid certificate (<see cref="ErrorIds.ClientVpnUserNotFound"/>).</exception>
    public static (ClientVpnUser User, string CertificatePem, SecureString KeyPem) ReadUser(
        AuthorityFolder folder, string name, SecureString? passphrase, SecureString? newPassphrase)
    {
        AuthorityEntry entry = folder.GetIndex().FindValid(name, folder.Now) ?? throw new NetConnectException(
            ErrorIds.ClientVpnUserNotFound,
            ErrorKind.NotFound,
            $"The authority in {folder.Path} has no valid certificate of {name}. New-ClientVpnUser makes one; Get-ClientVpnUser tells who was revoked.",
            name);
        return (AuthorityReading.ToModel(folder, entry), folder.GetCertificate(entry), ReadKey(folder, entry, passphrase, newPassphrase));
    }

    private static SecureString ReadKey(AuthorityFolder folder, AuthorityEntry entry, SecureString? passphrase, SecureString? newPassphrase)
    {
        byte[] key = folder.GetKey(entry, passphrase);
        var pem = new SecureString();
        foreach (char c in folder.Issuer.WriteKey(key, newPassphrase))
            pem.AppendChar(c);
        Array.Clear(key, 0, key.Length);
        pem.MakeReadOnly();
        return pem;
    }
}
