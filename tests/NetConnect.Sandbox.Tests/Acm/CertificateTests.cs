using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace NetConnect.Sandbox.Tests.Acm;

public sealed class CertificateTests : SandboxTest
{
    private const string Seed = "arn:aws:acm:eu-west-1:111111111111:certificate/0a110000-0000-4000-8000-000000000001";

    [Fact]
    public async Task An_imported_certificate_is_described_by_what_stands_in_it()
    {
        using X509Certificate2 certificate = TestCertificates.SelfSigned("CN=vpn.example.com, O=Example", 2048, null, null,
            "vpn.example.com", "*.vpn.example.com");
        string arn = await ImportAsync(certificate);
        Assert.Matches("^arn:aws:acm:eu-west-1:111111111111:certificate/[0-9a-f-]{36}$", arn);
        JsonNode shown = await DescribeAsync(arn);
        Assert.Equal(("vpn.example.com", "ISSUED", "IMPORTED", "RSA-2048", "SHA256WITHRSA"),
            (Text("DomainName"), Text("Status"), Text("Type"), Text("KeyAlgorithm"), Text("SignatureAlgorithm")));
        Assert.Equal(["vpn.example.com", "*.vpn.example.com"],
            shown["SubjectAlternativeNames"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal(certificate.SerialNumber, Text("Serial").Replace(":", "", StringComparison.Ordinal), ignoreCase: true);
        Assert.Equal(new DateTimeOffset(certificate.NotAfter).ToUnixTimeSeconds(), (long)shown["NotAfter"]!.GetValue<double>());

        string Text(string name) => shown[name]!.GetValue<string>();
    }

    [Fact]
    public async Task A_list_holds_what_is_asked_for_and_rsa_keys_by_itself()
    {
        string elliptic = await ImportAsync(TestCertificates.Elliptic());
        string large = await ImportAsync(TestCertificates.SelfSigned(bits: 3072));
        Assert.Equal([Seed], await ListAsync());
        Assert.Equal([elliptic, large], await ListAsync("EC_secp384r1", "RSA_3072"));
    }

    [Fact]
    public async Task A_list_comes_page_by_page_newest_first_where_that_is_asked_for()
    {
        string second = await ImportAsync(TestCertificates.SelfSigned("CN=b.example.com")),
            third = await ImportAsync(TestCertificates.SelfSigned("CN=c.example.com"));
        JsonObject page = await Network.AcmAsync("ListCertificates",
            new() { ["MaxItems"] = 2, ["SortBy"] = "CREATED_AT", ["SortOrder"] = "DESCENDING" });
        Assert.Equal([third, second], Arns(page));
        JsonObject rest = await Network.AcmAsync("ListCertificates",
            new()
            {
                ["MaxItems"] = 2,
                ["SortBy"] = "CREATED_AT",
                ["SortOrder"] = "DESCENDING",
                ["NextToken"] = page["NextToken"]!.GetValue<string>()
            });
        Assert.Equal([Seed], Arns(rest));
        Assert.Null(rest["NextToken"]);
        Assert.Equal("InvalidArgsException", await Network.AcmErrorAsync("ListCertificates", new() { ["NextToken"] = "none" }));
        foreach (int wrong in new[] { 0, 1001 }) Assert.Equal("ValidationException",
            await Network.AcmErrorAsync("ListCertificates", new() { ["MaxItems"] = wrong }));
    }

    [Fact]
    public async Task A_certificate_tells_its_uses_its_users_and_its_end()
    {
        using X509Certificate2 authority = TestCertificates.Authority();
        string arn = await ImportAsync(authority);
        JsonNode shown = await DescribeAsync(arn);
        Assert.Equal(("Test CA", "CN=Test CA", "INELIGIBLE"),
            (shown["Issuer"]!.GetValue<string>(), shown["Subject"]!.GetValue<string>(), shown["RenewalEligibility"]!.GetValue<string>()));
        Assert.Equal(["CERTIFICATE_SIGNING", "CRL_SIGNING"], shown["KeyUsages"]!.AsArray().Select(usage => usage!["Name"]!.GetValue<string>()));
        Assert.Null(shown["DomainName"]);
        string brief = await ImportAsync(TestCertificates.SelfSigned(to: DateTimeOffset.UtcNow.AddHours(1)));
        Server.Advance(TimeSpan.FromHours(2));
        Assert.Equal("EXPIRED", (await DescribeAsync(brief))["Status"]!.GetValue<string>());
        Assert.Equal([brief], Arns(await Network.AcmAsync("ListCertificates", new() { ["CertificateStatuses"] = new JsonArray("EXPIRED") })));
        Assert.Equal([arn], Arns(await Network.AcmAsync("ListCertificates",
            new() { ["Includes"] = new JsonObject { ["keyUsage"] = new JsonArray("CRL_SIGNING") } })));
        Assert.Equal("InvalidArnException", await Network.AcmErrorAsync("DescribeCertificate", new() { ["CertificateArn"] = "arn:aws:acm:here" }));
    }

    [Fact]
    public async Task Another_certificate_takes_the_place_of_one_under_its_arn()
    {
        string arn = await ImportAsync(TestCertificates.SelfSigned("CN=old.example.com"),
            new() { ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Name", ["Value"] = "server" }) });
        Assert.Equal(arn, await ImportAsync(TestCertificates.SelfSigned("CN=new.example.com"), new() { ["CertificateArn"] = arn }));
        Assert.Equal("new.example.com", (await DescribeAsync(arn))["DomainName"]!.GetValue<string>());
        JsonObject tags = await Network.AcmAsync("ListTagsForCertificate", new() { ["CertificateArn"] = arn });
        Assert.Equal("server", tags["Tags"]![0]!["Value"]!.GetValue<string>());
        Assert.Equal("InvalidParameterException", await ImportErrorAsync(TestCertificates.SelfSigned(),
            new() { ["CertificateArn"] = arn, ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Name", ["Value"] = "other" }) }));
        Assert.Equal("ResourceNotFoundException", await ImportErrorAsync(TestCertificates.SelfSigned(), new() { ["CertificateArn"] = arn + "0" }));
    }

    [Fact]
    public async Task A_certificate_is_imported_while_it_is_valid()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        Assert.Equal("ValidationException", await ImportErrorAsync(TestCertificates.SelfSigned(from: now.AddDays(-9), to: now.AddDays(-1))));
        Assert.Equal("ValidationException", await ImportErrorAsync(TestCertificates.SelfSigned(from: now.AddDays(1), to: now.AddDays(9))));
    }

    [Fact]
    public async Task One_certificate_comes_with_its_own_key_in_plain_pem()
    {
        using X509Certificate2 certificate = TestCertificates.SelfSigned(), other = TestCertificates.SelfSigned();
        string pem = certificate.ExportCertificatePem();
        Assert.Equal("ValidationException", await ErrorAsync(pem, TestCertificates.Key(other)));
        Assert.Equal("ValidationException", await ErrorAsync(pem + "\n" + other.ExportCertificatePem(), TestCertificates.Key(certificate)));
        Assert.Equal("ValidationException", await ErrorAsync("no certificate", TestCertificates.Key(certificate)));
        Assert.Equal("ValidationException",
            await ErrorAsync(pem, TestCertificates.Key(certificate).Replace("PRIVATE", "ENCRYPTED PRIVATE", StringComparison.Ordinal)));
        Assert.Equal("ValidationException", await ErrorAsync(pem, TestCertificates.Key(certificate), "no chain"));
        Assert.Equal("ValidationException",
            await Network.AcmErrorAsync("ImportCertificate", new() { ["Certificate"] = SandboxClient.Base64(pem) }));
        Assert.Equal("ValidationException",
            await Network.AcmErrorAsync("ImportCertificate", new() { ["Certificate"] = "no base64!", ["PrivateKey"] = "no base64!" }));
        Assert.Equal([Seed], await ListAsync());

        Task<string> ErrorAsync(string body, string key, string? chain = null)
        {
            var request = new JsonObject { ["Certificate"] = SandboxClient.Base64(body), ["PrivateKey"] = SandboxClient.Base64(key) };
            if (chain is not null) request["CertificateChain"] = SandboxClient.Base64(chain);
            return Network.AcmErrorAsync("ImportCertificate", request);
        }
    }

    [Fact]
    public async Task Certificates_are_of_one_account_and_region()
    {
        Assert.Empty(await ListAsync(Network.In("us-east-1")));
        Assert.Empty(await ListAsync(ClientOf(1, "eu-west-1")));
        Assert.Equal("ResourceNotFoundException",
            await ClientOf(1, "eu-west-1").AcmErrorAsync("DescribeCertificate", new() { ["CertificateArn"] = Seed }));
    }

    [Fact]
    public async Task An_action_that_is_not_there_is_refused() => Assert.Equal("InvalidAction", await Network.AcmErrorAsync("RequestCertificate"));

    private async Task<JsonNode> DescribeAsync(string arn) =>
        (await Network.AcmAsync("DescribeCertificate", new() { ["CertificateArn"] = arn }))["Certificate"]!;

    private Task<string[]> ListAsync(params string[] keyTypes) => ListAsync(Network, keyTypes);

    private static async Task<string[]> ListAsync(SandboxClient client, params string[] keyTypes)
    {
        JsonObject request = keyTypes.Length == 0
            ? [] : new() { ["Includes"] = new JsonObject { ["keyTypes"] = new JsonArray([.. keyTypes.Select(type => JsonValue.Create(type))]) } };
        return Arns(await client.AcmAsync("ListCertificates", request));
    }

    private static string[] Arns(JsonObject page) =>
        [.. page["CertificateSummaryList"]!.AsArray().Select(item => item!["CertificateArn"]!.GetValue<string>())];

    private async Task<string> ImportAsync(X509Certificate2 certificate, JsonObject? more = null) =>
        (await Network.AcmAsync("ImportCertificate", Request(certificate, more)))["CertificateArn"]!.GetValue<string>();

    private Task<string> ImportErrorAsync(X509Certificate2 certificate, JsonObject? more = null) =>
        Network.AcmErrorAsync("ImportCertificate", Request(certificate, more));

    private static JsonObject Request(X509Certificate2 certificate, JsonObject? more)
    {
        JsonObject request = more ?? [];
        request["Certificate"] = SandboxClient.Base64(certificate.ExportCertificatePem());
        request["PrivateKey"] = SandboxClient.Base64(TestCertificates.Key(certificate));
        return request;
    }
}
