namespace NetConnect.ClientVpns;

/// <summary>What a certificate says.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="CommonName">The common name of its subject.</param>
/// <param name="SerialNumber">Hexadecimal digits in lower case.</param>
/// <param name="NotBefore">From when it is valid (UTC).</param>
/// <param name="NotAfter">Until when it is valid (UTC).</param>
/// <param name="Fingerprint">Its SHA-256 as hexadecimal digits in lower case.</param>
internal sealed record CertificateFacts(
    CertificateRole Role, string CommonName, string SerialNumber, DateTime NotBefore, DateTime NotAfter, string Fingerprint);
