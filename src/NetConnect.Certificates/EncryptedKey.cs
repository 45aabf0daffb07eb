using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;

namespace NetConnect.Certificates;

/// <summary>Private keys encrypted with a passphrase: PKCS#8 with PBES2, PBKDF2 over HMAC-SHA-256, and AES-256-CBC (RFC 8018), which OpenSSL, OpenVPN
/// and ssh-keygen read.</summary>
/// <remarks>BouncyCastle writes the structure; deriving and encrypting is the platform's, many times faster at this number of iterations.</remarks>
internal static class EncryptedKey
{
    // A hundred times OpenSSL's default; at more, a thousand keys made in one go would be an hour's work for Windows PowerShell.
    private const int Iterations = 200_000;
    private const int SaltLength = 16;
    private const int KeyLength = 32;
    private const int BlockLength = 16;

    public static byte[] Encrypt(byte[] key, SecureString passphrase)
    {
        byte[] salt = Random(SaltLength);
        byte[] vector = Random(BlockLength);
        using Aes aes = Cipher(passphrase, salt, Iterations, vector);
        using ICryptoTransform transform = aes.CreateEncryptor();
        var prf = new AlgorithmIdentifier(PkcsObjectIdentifiers.IdHmacWithSha256, DerNull.Instance);
        var parameters = new PbeS2Parameters(
            new KeyDerivationFunc(PkcsObjectIdentifiers.IdPbkdf2, new Pbkdf2Params(salt, Iterations, prf)),
            new EncryptionScheme(NistObjectIdentifiers.IdAes256Cbc, new DerOctetString(vector)));
        return new EncryptedPrivateKeyInfo(
            new AlgorithmIdentifier(PkcsObjectIdentifiers.IdPbeS2, parameters), transform.TransformFinalBlock(key, 0, key.Length)).GetDerEncoded();
    }

    /// <summary>The key, or null where the passphrase is not the right one.</summary>
    /// <exception cref="FormatException">It is encrypted in another way.</exception>
    public static byte[]? Decrypt(byte[] encrypted, SecureString passphrase)
    {
        EncryptedPrivateKeyInfo info;
        Pbkdf2Params derivation;
        PbeS2Parameters parameters;
        try
        {
            info = EncryptedPrivateKeyInfo.GetInstance(encrypted);
            parameters = PbeS2Parameters.GetInstance(info.EncryptionAlgorithm.Parameters);
            derivation = Pbkdf2Params.GetInstance(parameters.KeyDerivationFunc.Parameters);
        }
        catch (Exception error) when (error is ArgumentException or InvalidCastException or IOException)
        {
            throw new FormatException("It is no key that is encrypted with PBES2.", error);
        }
        if (!parameters.EncryptionScheme.Algorithm.Equals(NistObjectIdentifiers.IdAes256Cbc) || !derivation.Prf.Algorithm.Equals(PkcsObjectIdentifiers.IdHmacWithSha256))
            throw new FormatException("It is not encrypted with AES-256-CBC under a key of PBKDF2 with HMAC-SHA-256.");
        byte[] vector = Asn1OctetString.GetInstance(parameters.EncryptionScheme.Parameters).GetOctets();
        using Aes aes = Cipher(passphrase, derivation.GetSalt(), derivation.IterationCount.IntValueExact, vector);
        using ICryptoTransform transform = aes.CreateDecryptor();
        try
        {
            byte[] data = info.GetEncryptedData();
            byte[] key = transform.TransformFinalBlock(data, 0, data.Length);
            // One wrong passphrase in 256 leaves a padding that looks right; what it covers is no key.
            PrivateKeyInfo.GetInstance(key);
            return key;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException or IOException or InvalidCastException)
        {
            return null;
        }
    }

    private static Aes Cipher(SecureString passphrase, byte[] salt, int iterations, byte[] vector)
    {
        byte[] text = Bytes(passphrase);
        try
        {
            using var derivation = new Rfc2898DeriveBytes(text, salt, iterations, HashAlgorithmName.SHA256);
            var aes = Aes.Create();
            aes.Key = derivation.GetBytes(KeyLength);
            aes.IV = vector;
            return aes;
        }
        finally
        {
            Array.Clear(text, 0, text.Length);
        }
    }

    private static byte[] Bytes(SecureString passphrase)
    {
        IntPtr copy = Marshal.SecureStringToGlobalAllocUnicode(passphrase);
        char[] characters = new char[passphrase.Length];
        try
        {
            Marshal.Copy(copy, characters, 0, characters.Length);
            return Encoding.UTF8.GetBytes(characters);
        }
        finally
        {
            Array.Clear(characters, 0, characters.Length);
            Marshal.ZeroFreeGlobalAllocUnicode(copy);
        }
    }

    private static byte[] Random(int length)
    {
        byte[] bytes = new byte[length];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return bytes;
    }
}
