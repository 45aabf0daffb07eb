namespace NetConnect.Tests.ClientVpn.Fakes;

/// <summary>ACM in memory, which may be forbidden to look at.</summary>
internal sealed class FakeCertificates : ICertificateStore
{
    public List<StoredCertificate> All { get; } = [];

    public bool IsForbidden { get; set; }

    public Task<IReadOnlyList<StoredCertificate>> ListCertificatesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<StoredCertificate>>(All);

    public Task<StoredCertificate?> FindCertificateAsync(string arn, CancellationToken cancellationToken) => IsForbidden
        ? Task.FromException<StoredCertificate?>(new NetConnectException(ErrorIds.NotAuthorized, ErrorKind.Denied, "Allow acm:DescribeCertificate in the caller's policies.", arn))
        : Task.FromResult(All.Find(certificate => certificate.CertificateArn == arn));

    public Task<string> ImportCertificateAsync(CertificateImport import, CancellationToken cancellationToken) => throw new NotSupportedException();
}
