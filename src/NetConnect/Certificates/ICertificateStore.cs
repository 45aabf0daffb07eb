namespace NetConnect;

/// <summary>What the engine asks of AWS Certificate Manager in one account and Region.</summary>
public interface ICertificateStore
{
    /// <summary>All RSA certificates, with what a list tells of them: no serial number.</summary>
    Task<IReadOnlyList<StoredCertificate>> ListCertificatesAsync(CancellationToken cancellationToken);

    /// <summary>The certificate with all of its details, or null.</summary>
    Task<StoredCertificate?> FindCertificateAsync(string arn, CancellationToken cancellationToken);

    /// <summary>Puts a certificate into the store, or in the place of one that is there.</summary>
    /// <returns>Its ARN.</returns>
    Task<string> ImportCertificateAsync(CertificateImport import, CancellationToken cancellationToken);
}
