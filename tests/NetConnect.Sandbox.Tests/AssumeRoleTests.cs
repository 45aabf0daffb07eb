using System.Text;
using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests;

public sealed class AssumeRoleTests : SandboxTest
{
    private const string Seed = """
        { "accounts": [
          { "id": "111111111111", "users": [ { "name": "u", "accessKeyId": "KEY1", "secretAccessKey": "S1" } ] },
          { "id": "222222222222", "users": [ { "name": "u", "accessKeyId": "KEY2", "secretAccessKey": "S2" } ],
            "roles": [
              { "name": "Guarded", "trust": [ "111111111111" ], "externalId": "xyz-1" },
              { "name": "Mfa", "trust": [ "*" ], "mfaSerial": "arn:aws:iam::111111111111:mfa/u", "mfaTokenCode": "123456" },
              { "name": "Own", "trust": [ "222222222222" ] },
              { "name": "Reader", "trust": [ "111111111111" ], "deny": [ "ec2:Create*" ] } ] } ] }
        """;

    public AssumeRoleTests()
        : base(new SandboxOptions { Clock = SandboxClockKind.Stepped, SeedJson = Seed })
    {
    }

    [Fact]
    public async Task A_session_acts_as_the_roles_account()
    {
        SandboxClient session = await AssumeAsync("Guarded", ("ExternalId", "xyz-1"));
        XElement identity = await session.StsAsync("GetCallerIdentity");
        Assert.Equal("arn:aws:sts::222222222222:assumed-role/Guarded/test", identity.Descendants("Arn").Single().Value);
        Assert.EndsWith(":test", identity.Descendants("UserId").Single().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Guarded")]
    [InlineData("Own")]
    [InlineData("Nothing")]
    public async Task A_role_is_denied_without_its_external_id_or_trust_and_its_absence_is_not_told(string role) =>
        Assert.Equal("AccessDenied", await Network.StsErrorAsync("AssumeRole", Arn(role), ("RoleSessionName", "test")));

    [Fact]
    public async Task A_role_that_wants_a_second_factor_takes_only_the_right_code()
    {
        (string, string) serial = ("SerialNumber", "arn:aws:iam::111111111111:mfa/u");
        Assert.Equal("AccessDenied", await Network.StsErrorAsync("AssumeRole", Arn("Mfa"), ("RoleSessionName", "test")));
        Assert.Equal("AccessDenied",
            await Network.StsErrorAsync("AssumeRole", Arn("Mfa"), ("RoleSessionName", "test"), serial, ("TokenCode", "999999")));
        await AssumeAsync("Mfa", serial, ("TokenCode", "123456"));
    }

    [Fact]
    public async Task A_session_ends_when_its_time_is_over()
    {
        SandboxClient session = await AssumeAsync("Guarded", ("ExternalId", "xyz-1"), ("DurationSeconds", "900"));
        Server.Advance(TimeSpan.FromSeconds(901));
        Assert.Equal("RequestExpired", await session.ErrorAsync("DescribeVpcs"));
        Assert.Equal("ExpiredToken", await session.StsErrorAsync("GetCallerIdentity"));
    }

    [Theory]
    [InlineData("899")]
    [InlineData("43201")]
    [InlineData("3601")]
    public async Task A_duration_out_of_bounds_is_refused(string seconds) => Assert.Equal("ValidationError",
        await Network.StsErrorAsync("AssumeRole", Arn("Guarded"), ("RoleSessionName", "test"), ("ExternalId", "xyz-1"),
            ("DurationSeconds", seconds)));

    [Fact]
    public async Task A_session_name_with_a_space_is_refused() =>
        Assert.Equal("ValidationError", await Network.StsErrorAsync("AssumeRole", Arn("Guarded"), ("RoleSessionName", "not good")));

    [Fact]
    public async Task A_chained_session_lasts_one_hour_at_most()
    {
        SandboxClient first = await AssumeAsync("Guarded", ("ExternalId", "xyz-1"));
        Assert.Equal("ValidationError",
            await first.StsErrorAsync("AssumeRole", Arn("Own"), ("RoleSessionName", "test"), ("DurationSeconds", "3700")));
        await first.StsAsync("AssumeRole", Arn("Own"), ("RoleSessionName", "test"));
    }

    [Fact]
    public async Task What_the_seed_denies_a_role_is_not_authorized_even_as_a_dry_run()
    {
        SandboxClient reader = await AssumeAsync("Reader");
        Assert.Equal("UnauthorizedOperation", await reader.ErrorAsync("CreateVpc", ("CidrBlock", "10.0.0.0/16"), ("DryRun", "true")));
        Assert.Equal("DryRunOperation", await reader.ErrorAsync("DescribeVpcs", ("DryRun", "true")));
    }

    [Fact]
    public async Task A_web_identity_token_opens_a_role_that_trusts_its_issuer()
    {
        using var server = SandboxServer.Start();
        string payload = """{"iss":"https://sandbox.example.com","sub":"job-1","aud":"sts.amazonaws.com","exp":4102444800}""";
        string jwt = "e30." + Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)).TrimEnd('=').Replace('+', '-').Replace('/', '_')
            + ".c2ln";
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Action"] = "AssumeRoleWithWebIdentity",
            ["Version"] = "2011-06-15",
            ["RoleArn"] = server.Accounts[1].RoleArn!,
            ["RoleSessionName"] = "ci",
            ["WebIdentityToken"] = jwt,
        });
        using HttpResponseMessage response = await http.PostAsync(server.Endpoint, form, TestContext.Current.CancellationToken);
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<SubjectFromWebIdentityToken>job-1</SubjectFromWebIdentityToken>", body, StringComparison.Ordinal);
    }

    private static (string, string) Arn(string role) => ("RoleArn", "arn:aws:iam::222222222222:role/" + role);

    private async Task<SandboxClient> AssumeAsync(string role, params (string, string)[] more)
    {
        XElement answer = await Network.StsAsync("AssumeRole", [Arn(role), ("RoleSessionName", "test"), .. more]);
        XElement credentials = answer.Descendants("Credentials").Single();
        return new SandboxClient(Server.Endpoint, "eu-west-1", credentials.Element("AccessKeyId")!.Value,
            credentials.Element("SecretAccessKey")!.Value, credentials.Element("SessionToken")!.Value);
    }
}
