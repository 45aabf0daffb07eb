using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using NetConnect.Aws.Tests.Hosting;

namespace NetConnect.Aws.Tests.Sessions;

/// <summary>What stands in the way of a session, each with its id and remedy, and never a prompt or a long wait.</summary>
[Collection(OneEnvironment.Name)]
public sealed class SessionErrorTests
{
    private const string Role = "arn:aws:iam::222222222222:role/network";

    [Fact]
    public async Task Nothing_anywhere_is_NoCredentials_and_says_where_to_give_them()
    {
        using var files = new SharedFiles();
        NetConnectException error = await FailureAsync(new() { Region = "eu-west-1" });
        Assert.Equal(ErrorIds.NoCredentials, error.ErrorId);
        Assert.Contains("-ProfileName", error.Message);
    }

    [Fact]
    public async Task A_machine_without_metadata_service_is_not_waited_for()
    {
        using var files = new SharedFiles();
        files.Set("AWS_EC2_METADATA_DISABLED", null);
        files.Set("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://192.0.2.1");
        var watch = Stopwatch.StartNew();
        Assert.Equal(ErrorIds.NoCredentials, (await FailureAsync(new() { Region = "eu-west-1" })).ErrorId);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
    }

    [Fact]
    public async Task A_profile_that_is_not_there_is_named_with_those_that_are()
    {
        using var files = new SharedFiles(SessionSourceTests.Profile("profile network", "AKIA"));
        NetConnectException error = await FailureAsync(new() { ProfileName = "netwrok", Region = "eu-west-1" });
        Assert.Equal((ErrorIds.ProfileNotFound, "netwrok"), (error.ErrorId, error.Target));
        Assert.Contains("network", error.Message);
    }

    [Theory]
    [InlineData("[profile a]\nregion=eu-west-1\n", "no complete set")]
    [InlineData($"[profile a]\nrole_arn={Role}\nsource_profile=b\n[profile b]\nrole_arn={Role}\nsource_profile=a\n", "circle")]
    [InlineData($"[profile a]\nrole_arn={Role}\n", "neither source_profile")]
    [InlineData($"[profile a]\nrole_arn={Role}\ncredential_source=Moon\n", "Moon")]
    [InlineData("[profile a]\ncredential_process=false\n", "credential_process")]
    public async Task A_profile_without_usable_credentials_says_what_is_missing(string config, string reason)
    {
        using var files = new SharedFiles(config);
        NetConnectException error = await FailureAsync(new() { ProfileName = "a", Region = "eu-west-1" });
        Assert.Equal(ErrorIds.NoCredentials, error.ErrorId);
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public async Task A_profile_with_MFA_needs_a_code()
    {
        using var files = new SharedFiles(
            SessionSourceTests.Profile("profile base", "AKIA")
                + $"[profile a]\nrole_arn={Role}\nsource_profile=base\nmfa_serial=arn:aws:iam::111111111111:mfa/me\n");
        NetConnectException error = await FailureAsync(new() { ProfileName = "a", Region = "eu-west-1" });
        Assert.Equal(ErrorIds.LoginRequired, error.ErrorId);
        Assert.Contains("-TokenCode", error.Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2020-01-01T00:00:00Z")]
    public async Task An_SSO_login_that_was_never_made_or_has_expired_says_how_to_log_in(string? expiresAt)
    {
        const string startUrl = "https://example.awsapps.com/start";
        using var files = new SharedFiles(
            $"[profile a]\nsso_start_url={startUrl}\nsso_region=eu-west-1\nsso_account_id=222222222222\nsso_role_name=Network\n");
        if (expiresAt is not null)
        {
#pragma warning disable CA5350 // The name of the cache file, as every AWS client makes it.
            string name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(startUrl)));
#pragma warning restore CA5350
            files.Write(
                $".aws/sso/cache/{name}.json",
                $$"""{"startUrl":"{{startUrl}}","region":"eu-west-1","accessToken":"t","expiresAt":"{{expiresAt}}"}""");
        }
        NetConnectException error = await FailureAsync(new() { ProfileName = "a", Region = "eu-west-1" });
        Assert.Equal(ErrorIds.LoginRequired, error.ErrorId);
        Assert.Contains("aws sso login --profile a", error.Message);
    }

    [Fact]
    public async Task No_Region_anywhere_is_NoRegion()
    {
        using var files = new SharedFiles(SessionSourceTests.Profile("profile a", "AKIA"));
        Assert.Equal(ErrorIds.NoRegion, (await FailureAsync(new() { ProfileName = "a" })).ErrorId);
    }

    [Theory]
    [InlineData("eu west 1")]
    [InlineData("evil.example.com/")]
    [InlineData("EU-WEST-1")]
    public async Task A_text_that_is_no_Region_never_becomes_a_host_name(string region)
    {
        using var files = new SharedFiles(SessionSourceTests.Profile("profile a", "AKIA"));
        Assert.Equal(ErrorIds.InvalidParameter, (await FailureAsync(new() { ProfileName = "a", Region = region })).ErrorId);
    }

    [Theory]
    [InlineData("InvalidClientTokenId", 403, ErrorIds.CredentialsRejected)]
    [InlineData("SignatureDoesNotMatch", 403, ErrorIds.CredentialsRejected)]
    [InlineData("ExpiredToken", 403, ErrorIds.CredentialsExpired)]
    [InlineData("RequestExpired", 400, ErrorIds.CredentialsExpired)]
    [InlineData("AccessDenied", 403, ErrorIds.RoleNotAssumable)]
    [InlineData("ValidationError", 400, ErrorIds.RoleNotAssumable)]
    [InlineData("RegionDisabledException", 403, ErrorIds.RoleNotAssumable)]
    public async Task What_STS_says_when_a_role_is_assumed_has_its_id(string code, int status, string errorId)
    {
        using var sts = new StubEndpoint(_ => StsAnswers.Error(status, code, "said"));
        using var files = new SharedFiles(SessionSourceTests.Profile("profile a", "AKIA"));
        var request = new SessionRequest { ProfileName = "a", RoleArn = Role, Region = "eu-west-1", EndpointUrl = sts.Url };
        Assert.Equal(errorId, (await FailureAsync(request)).ErrorId);
    }

    [Theory]
    [InlineData(null, "-ExternalId gives one")]
    [InlineData("wrong", "the one that the trust policy asks for")]
    public async Task A_refused_role_names_the_role_who_asked_and_the_external_id(string? externalId, string advice)
    {
        using var sts = new StubEndpoint(_ => StsAnswers.Error(403, "AccessDenied", "User: arn:aws:iam::1:user/me is not authorized"));
        using var files = new SharedFiles(SessionSourceTests.Profile("profile a", "AKIA"));
        NetConnectException error = await FailureAsync(
            new() { ProfileName = "a", RoleArn = Role, ExternalId = externalId, Region = "eu-west-1", EndpointUrl = sts.Url });
        Assert.Equal(Role, error.Target);
        Assert.Contains("user/me", error.Message);
        Assert.Contains(advice, error.Message);
    }

    [Fact]
    public async Task A_wrong_MFA_code_asks_for_a_new_one()
    {
        using var sts = new StubEndpoint(
            _ => StsAnswers.Error(403, "AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code."));
        using var files = new SharedFiles(SessionSourceTests.Profile("profile a", "AKIA"));
        NetConnectException error = await FailureAsync(
            new() { ProfileName = "a", RoleArn = Role, MfaSerial = "mfa", TokenCode = "000000", Region = "eu-west-1", EndpointUrl = sts.Url });
        Assert.Equal(ErrorIds.LoginRequired, error.ErrorId);
    }

    [Fact]
    public async Task A_given_credential_without_a_secret_is_NoCredentials()
    {
        using var files = new SharedFiles();
        var request = new SessionRequest { Credential = () => new SessionCredential("AKIA", ""), Region = "eu-west-1" };
        Assert.Equal(ErrorIds.NoCredentials, (await FailureAsync(request)).ErrorId);
    }

    private static async Task<NetConnectException> FailureAsync(SessionRequest request) =>
        await Assert.ThrowsAsync<NetConnectException>(
            async () => await AwsSessions.Open(request, new VirtualClock()).IdentifyAsync(TestContext.Current.CancellationToken));
}
