using NetConnect.Certificates;

namespace NetConnect.Tests.ClientVpn;

/// <summary>ACM, as far as one account in one Region sees it.</summary>
internal sealed class FakeCertificateStore : ICertificateStore
{
    private readonly List<StoredCertificate> _certificates = [];

    /// <summary>The calls, by their first words.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>What was imported, in order.</summary>
    public List<CertificateImport> Imports { get; } = [];

    /// <summary>How many imports are made without an answer.</summary>
    public int LostAnswers { get; set; }

    public Task<IReadOnlyList<StoredCertificate>> ListCertificatesAsync(CancellationToken cancellationToken)
    {
        Calls.Add("List");
        return Task.FromResult<IReadOnlyList<StoredCertificate>>([.. _certificates.Select(certificate => certificate with { SerialNumber = null })]);
    }

    public Task<StoredCertificate?> FindCertificateAsync(string arn, CancellationToken cancellationToken)
    {
        Calls.Add("Describe");
        return Task.FromResult(_certificates.Find(certificate => certificate.CertificateArn == arn));
    }

    public Task<string> ImportCertificateAsync(CertificateImport import, CancellationToken cancellationToken)
    {
        Calls.Add("Import");
        Imports.Add(import);
        NetConnect.ClientVpns.CertificateFacts facts = CertificateIssuer.Instance.ReadCertificate(import.CertificatePem);
        string arn = import.CertificateArn ?? $"arn:{_certificates.Count}";
        _certificates.RemoveAll(certificate => certificate.CertificateArn == arn);
        Add(arn, facts.CommonName, facts.SerialNumber, facts.NotAfter);
        return LostAnswers-- > 0 ? throw new AnswerLostException("ImportCertificate", new IOException("reset")) : Task.FromResult(arn);
    }

    public void Add(string arn, string domainName, string serialNumber, DateTime notAfter) =>
        _certificates.Add(new StoredCertificate { CertificateArn = arn, DomainName = domainName, SerialNumber = serialNumber, NotAfter = notAfter });
}
