using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Math;

namespace NetConnect.Certificates;

/// <summary>RSA keys as PKCS#8 in DER, made and used by the platform.</summary>
/// <remarks>BouncyCastle reads and writes the structures only: as key objects it would test the primes again each time it meets one, and it makes keys and
/// signatures several times slower.</remarks>
internal static class RsaKey
{
    private const int KeySize = 2048;

    private static AlgorithmIdentifier Algorithm => new(PkcsObjectIdentifiers.RsaEncryption, DerNull.Instance);

    /// <summary>Makes a key.</summary>
    public static byte[] Create()
    {
        using RSA rsa = Platform();
        rsa.KeySize = KeySize;
        RSAParameters key = rsa.ExportParameters(includePrivateParameters: true);
        var structure = new RsaPrivateKeyStructure(
            Number(key.Modulus!), Number(key.Exponent!), Number(key.D!), Number(key.P!), Number(key.Q!), Number(key.DP!), Number(key.DQ!), Number(key.InverseQ!));
        return new PrivateKeyInfo(Algorithm, structure).GetDerEncoded();
    }

    /// <summary>The public half of a key, as it stands in a certificate.</summary>
    public static SubjectPublicKeyInfo PublicKey(byte[] key)
    {
        RsaPrivateKeyStructure structure = Structure(key);
        return new SubjectPublicKeyInfo(Algorithm, new RsaPublicKeyStructure(structure.Modulus, structure.PublicExponent));
    }

    /// <summary>Signs with a key: RSA with SHA-256 (PKCS #1 v1.5).</summary>
    public static ISignatureFactory Signature(byte[] key) => new SignatureFactory(key);

    private static byte[] Sign(byte[] key, byte[] data)
    {
        RsaPrivateKeyStructure structure = Structure(key);
        int size = structure.Modulus.ToByteArrayUnsigned().Length;
        using RSA rsa = Platform();
        rsa.ImportParameters(new RSAParameters
        {
            Modulus = Bytes(structure.Modulus, size),
            Exponent = structure.PublicExponent.ToByteArrayUnsigned(),
            D = Bytes(structure.PrivateExponent, size),
            P = Bytes(structure.Prime1, size / 2),
            Q = Bytes(structure.Prime2, size / 2),
            DP = Bytes(structure.Exponent1, size / 2),
            DQ = Bytes(structure.Exponent2, size / 2),
            InverseQ = Bytes(structure.Coefficient, size / 2),
        });
        return rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static RsaPrivateKeyStructure Structure(byte[] key) => RsaPrivateKeyStructure.GetInstance(PrivateKeyInfo.GetInstance(key).ParsePrivateKey());

    private static BigInteger Number(byte[] bytes) => new(1, bytes);

    // The platform wants every part in its full length.
    private static byte[] Bytes(BigInteger number, int size)
    {
        byte[] bytes = number.ToByteArrayUnsigned();
        byte[] padded = new byte[size];
        bytes.CopyTo(padded, size - bytes.Length);
        return padded;
    }

#if NET
    private static RSA Platform() => RSA.Create();
#else
    // RSA.Create gives one here that may not know SHA-256.
    private static RSACng Platform() => new();
#endif

    private sealed class SignatureFactory(byte[] key) : ISignatureFactory
    {
        public object AlgorithmDetails => new AlgorithmIdentifier(PkcsObjectIdentifiers.Sha256WithRsaEncryption, DerNull.Instance);

        public IStreamCalculator<IBlockResult> CreateCalculator() => new Calculator(key);
    }

    // Gathers what is to be signed.
    private sealed class Calculator(byte[] key) : MemoryStream, IStreamCalculator<IBlockResult>, IBlockResult
    {
        public Stream Stream => this;

        public IBlockResult GetResult() => this;

        public byte[] Collect() => Sign(key, ToArray());

        public int Collect(byte[] buf, int off)
        {
            byte[] signature = Collect();
            signature.CopyTo(buf, off);
            return signature.Length;
        }

        public int GetMaxResultLength() => KeySize / 8;

#if NET
        public int Collect(Span<byte> output)
        {
            byte[] signature = Collect();
            signature.CopyTo(output);
            return signature.Length;
        }
#endif
    }
}
