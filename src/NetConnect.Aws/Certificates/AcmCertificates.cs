using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using NetConnect.Aws.Calls;
using NetConnect.Reading;
using NetConnect.Waiting;

namespace NetConnect.Aws.Certificates;

/// <summary>Certificates of one account and Region, over ACM.</summary>
internal sealed class AcmCertificates : ICertificateStore
{
    private const int PageSize = 1000;

    private readonly Lazy<AcmClient> _client;
    private readonly AwsCalls _calls;
    private readonly ReadMerger<string, StoredCertificate?> _byArn;

    public AcmCertificates(AWSCredentials credentials, AwsLocation location, AwsCalls calls, IClock clock)
    {
        _client = new(() => new AcmClient(credentials, location.Configure<AcmConfig>()));
        _calls = calls;
        _byArn = new(ReadByArnAsync, clock);
    }

    public async Task<IReadOnlyList<StoredCertificate>> ListCertificatesAsync(CancellationToken cancellationToken) => await _calls.PagesAsync(
        "ListCertificates",
        async (token, ct) =>
        {
            JsonElement page = await _client.Value.CallAsync(
                "ListCertificates",
                input =>
                {
                    input.WriteNumber("MaxItems", PageSize);
                    if (token is not null)
                        input.WriteString("NextToken", token);
                },
                ct).ConfigureAwait(false);
            IEnumerable<StoredCertificate>? items = page.TryGetProperty("CertificateSummaryList", out JsonElement list) ? list.EnumerateArray().Select(ToModel).ToList() : null;
            return (items, Text(page, "NextToken"));
        },
        cancellationToken).ConfigureAwait(false);

    public Task<StoredCertificate?> FindCertificateAsync(string arn, CancellationToken cancellationToken) => _byArn.ReadAsync(arn, cancellationToken);

    // DescribeCertificate takes one ARN: callers who ask for the same one share its call, and that is all.
    private async Task<Func<string, StoredCertificate?>> ReadByArnAsync(IReadOnlyCollection<string> arns, CancellationToken cancellationToken)
    {
        var reads = arns.ToDictionary(arn => arn, arn => DescribeAsync(arn, cancellationToken));
        // What is refused for one is no answer to the others.
        await Task.WhenAll(reads.Values.Select(read => Task.WhenAny(read))).ConfigureAwait(false);
        return arn => reads[arn].GetAwaiter().GetResult();
    }

    private async Task<StoredCertificate?> DescribeAsync(string arn, CancellationToken cancellationToken)
    {
        try
        {
            JsonElement answer = await _calls.InvokeAsync(
                "DescribeCertificate",
                CallSafety.Repeatable,
                ct => _client.Value.CallAsync("DescribeCertificate", input => input.WriteString("CertificateArn", arn), ct),
                arn,
                cancellationToken).ConfigureAwait(false);
            return ToModel(answer.GetProperty("Certificate"));
        }
        catch (NetConnectException error) when (error.Kind == ErrorKind.NotFound)
        {
            return null;
        }
    }

    // Importing the same again into the same ARN changes nothing; without an ARN it makes a second one.
    public async Task<string> ImportCertificateAsync(CertificateImport import, CancellationToken cancellationToken)
    {
        JsonElement answer = await _calls.InvokeAsync(
            "ImportCertificate",
            import.CertificateArn is null ? CallSafety.Once : CallSafety.Repeatable,
            ct => _client.Value.CallAsync("ImportCertificate", input => Write(input, import), ct),
            import.CertificateArn,
            cancellationToken).ConfigureAwait(false);
        return Text(answer, "CertificateArn") ?? "";
    }

    private static void Write(Utf8JsonWriter input, CertificateImport import)
    {
        if (import.CertificateArn is { } arn)
            input.WriteString("CertificateArn", arn);
        input.WriteBase64String("Certificate", Encoding.UTF8.GetBytes(import.CertificatePem));
        byte[] key = Encoding.UTF8.GetBytes(Text(import.PrivateKeyPem));
        input.WriteBase64String("PrivateKey", key);
        Array.Clear(key, 0, key.Length);
        if (import.ChainPem is { } chain)
            input.WriteBase64String("CertificateChain", Encoding.UTF8.GetBytes(chain));
        // ACM takes no tags with a certificate that takes another's place (API Reference, ImportCertificate).
        if (import.CertificateArn is not null || import.Tags.Count == 0)
            return;
        input.WriteStartArray("Tags");
        foreach (KeyValuePair<string, string> tag in import.Tags)
        {
            input.WriteStartObject();
            input.WriteString("Key", tag.Key);
            input.WriteString("Value", tag.Value);
            input.WriteEndObject();
        }
        input.WriteEndArray();
    }

    // Times are seconds since 1970, with a fraction.
    private static StoredCertificate ToModel(JsonElement certificate) => new()
    {
        CertificateArn = Text(certificate, "CertificateArn") ?? "",
        DomainName = Text(certificate, "DomainName") ?? "",
        SerialNumber = Text(certificate, "Serial")?.Replace(":", "").ToLowerInvariant(),
        NotAfter = certificate.TryGetProperty("NotAfter", out JsonElement time) && time.ValueKind == JsonValueKind.Number
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(time.GetDouble() * 1000)).UtcDateTime
            : null,
        KeyAlgorithm = Text(certificate, "KeyAlgorithm"),
    };

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement member) ? member.GetString() : null;

    private static string Text(SecureString secret) => new NetworkCredential("", secret).Password;
}
