namespace NetConnect.ClientVpns;

/// <summary>An authority that signs: its certificate and its key.</summary>
internal sealed class CertificateSigner(string certificatePem, byte[] key)
{
    /// <summary>The certificate as PEM.</summary>
    public string CertificatePem { get; } = certificatePem;

    /// <summary>The key as PKCS#8 in DER.</summary>
    public byte[] Key { get; } = key;

    /// <summary>Overwrites the key.</summary>
    public void Clear() => Array.Clear(Key, 0, Key.Length);
}
