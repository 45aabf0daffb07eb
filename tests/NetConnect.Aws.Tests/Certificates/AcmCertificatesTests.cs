using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using NetConnect.Aws.Calls;
using NetConnect.Aws.Certificates;
using NetConnect.Aws.Tests.Hosting;
using NetConnect.Waiting;

namespace NetConnect.Aws.Tests.Certificates;

/// <summary>ACM's three calls, as ACM itself sees them.</summary>
public sealed class AcmCertificatesTests
{
    private const string Arn = "arn:aws:acm:eu-west-1:111111111111:certificate/a";

    private static readonly CertificateImport s_import = new()
    {
        CertificatePem = "leaf",
        PrivateKeyPem = new NetworkCredential("", "key").SecurePassword,
        ChainPem = "root",
        Tags = new Dictionary<string, string> { ["Name"] = "server" },
    };

    [Fact]
    public async Task A_list_is_read_page_by_page_and_signed_for_ACM()
    {
        using var endpoint = new StubEndpoint(request => request.Body.Contains("\"NextToken\"", StringComparison.Ordinal)
            ? (200, """{"CertificateSummaryList":[{"CertificateArn":"b"}]}""")
            : (200, """{"CertificateSummaryList":[{"CertificateArn":"a","DomainName":"vpn.example.com","NotAfter":1.5E9}],"NextToken":"more"}"""));
        IReadOnlyList<StoredCertificate> found = await Store(endpoint).ListCertificatesAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["a", "b"], found.Select(certificate => certificate.CertificateArn));
        Assert.Equal(new DateTime(2017, 7, 14, 2, 40, 0, DateTimeKind.Utc), found[0].NotAfter);
        Assert.All(endpoint.Requests, request => Assert.Equal(
            ("CertificateManager.ListCertificates", "acm", "eu-west-1"), (request.Target, request.Service, request.Region)));
    }

    [Fact]
    public async Task A_description_has_the_serial_number_in_plain_digits()
    {
        using var endpoint = new StubEndpoint(_ => (200, $$$"""{"Certificate":{"CertificateArn":"{{{Arn}}}","Serial":"0A:Ff:01"}}"""));
        Assert.Equal("0aff01", (await Store(endpoint).FindCertificateAsync(Arn, TestContext.Current.CancellationToken))?.SerialNumber);
    }

    [Fact]
    public async Task A_certificate_that_is_not_there_is_null()
    {
        using var endpoint = new StubEndpoint(_ => (400, """{"__type":"ResourceNotFoundException","message":"Could not find certificate"}"""));
        Assert.Null(await Store(endpoint).FindCertificateAsync(Arn, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Many_who_ask_for_one_certificate_share_a_call_and_one_that_is_refused_is_no_answer_to_others()
    {
        using var endpoint = new StubEndpoint(request => request.Body.Contains("secret", StringComparison.Ordinal)
            ? (400, """{"__type":"AccessDeniedException","message":"No"}""")
            : (200, $$$"""{"Certificate":{"CertificateArn":"{{{Arn}}}"}}"""));
        AcmCertificates store = Store(endpoint);
        CancellationToken ct = TestContext.Current.CancellationToken;
        Task<StoredCertificate?>[] reads = [store.FindCertificateAsync(Arn, ct), store.FindCertificateAsync(Arn, ct), store.FindCertificateAsync("secret", ct)];
        Assert.Equal(ErrorIds.NotAuthorized, (await Assert.ThrowsAsync<NetConnectException>(() => reads[2])).ErrorId);
        Assert.Equal([Arn, Arn], new[] { await reads[0], await reads[1] }.Select(certificate => certificate?.CertificateArn));
        Assert.Equal(2, endpoint.Requests.Count);
    }

    [Fact]
    public async Task An_import_carries_the_three_parts_as_base64_and_its_tags()
    {
        using var endpoint = new StubEndpoint(_ => (200, $$"""{"CertificateArn":"{{Arn}}"}"""));
        Assert.Equal(Arn, await Store(endpoint).ImportCertificateAsync(s_import, TestContext.Current.CancellationToken));
        JsonElement sent = JsonDocument.Parse(Assert.Single(endpoint.Requests).Body).RootElement;
        Assert.Equal(("leaf", "key", "root"), (Part("Certificate"), Part("PrivateKey"), Part("CertificateChain")));
        Assert.Equal("server", sent.GetProperty("Tags")[0].GetProperty("Value").GetString());
        Assert.False(sent.TryGetProperty("CertificateArn", out _));

        string Part(string name) => Encoding.UTF8.GetString(sent.GetProperty(name).GetBytesFromBase64());
    }

    [Fact]
    public async Task An_import_in_the_place_of_another_names_it_and_has_no_tags()
    {
        using var endpoint = new StubEndpoint(_ => (200, $$"""{"CertificateArn":"{{Arn}}"}"""));
        await Store(endpoint).ImportCertificateAsync(s_import with { CertificateArn = Arn }, TestContext.Current.CancellationToken);
        JsonElement sent = JsonDocument.Parse(Assert.Single(endpoint.Requests).Body).RootElement;
        Assert.Equal(Arn, sent.GetProperty("CertificateArn").GetString());
        Assert.False(sent.TryGetProperty("Tags", out _));
    }

    [Fact]
    public async Task What_ACM_refuses_is_said_in_its_words_and_never_shows_the_key()
    {
        using var endpoint = new StubEndpoint(_ => (400, """{"__type":"com.amazonaws#ValidationException","message":"The certificate is not valid"}"""));
        NetConnectException error = await Assert.ThrowsAsync<NetConnectException>(
            () => Store(endpoint).ImportCertificateAsync(s_import, TestContext.Current.CancellationToken));
        Assert.Contains("The certificate is not valid. (ImportCertificate: ValidationException)", error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorKind.InvalidInput, error.Kind);
        Assert.DoesNotContain("key", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_import_whose_answer_was_lost_is_not_sent_again()
    {
        using var endpoint = new StubEndpoint(_ => (500, """{"__type":"InternalFailure"}"""));
        await Assert.ThrowsAsync<AnswerLostException>(() => Store(endpoint).ImportCertificateAsync(s_import, TestContext.Current.CancellationToken));
        Assert.Single(endpoint.Requests);
    }

    private static AcmCertificates Store(StubEndpoint endpoint) => new(
        new BasicAWSCredentials("AKIA", "secret"), new AwsLocation("eu-west-1", endpoint.Url), new AwsCalls(SystemClock.Instance), SystemClock.Instance);
}
