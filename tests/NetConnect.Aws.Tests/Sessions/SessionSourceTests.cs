using NetConnect.Aws.Tests.Hosting;

namespace NetConnect.Aws.Tests.Sessions;

/// <summary>Whose credentials a request gets, seen in what is signed at the other end.</summary>
[Collection(OneEnvironment.Name)]
public sealed class SessionSourceTests : IDisposable
{
    private const string Role = "arn:aws:iam::222222222222:role/network";
    private readonly StubEndpoint _sts = new(request => StsAnswers.Any(request, DateTime.UtcNow));

    [Fact]
    public async Task A_given_credential_comes_before_everything_around_it()
    {
        using var files = new SharedFiles(config: Profile("default", "AKIADEFAULT"));
        files.Set("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT");
        files.Set("AWS_SECRET_ACCESS_KEY", "s");
        Assert.Equal("AKIAGIVEN", await SignerAsync(new() { Credential = () => new SessionCredential("AKIAGIVEN", "s") }));
    }

    [Fact]
    public async Task A_named_profile_comes_before_the_environment()
    {
        using var files = new SharedFiles(config: Profile("profile a", "AKIAPROFILE"));
        files.Set("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT");
        files.Set("AWS_SECRET_ACCESS_KEY", "s");
        Assert.Equal("AKIAPROFILE", await SignerAsync(new() { ProfileName = "a" }));
    }

    [Fact]
    public async Task The_environment_comes_before_the_default_profile()
    {
        using var files = new SharedFiles(config: Profile("default", "AKIADEFAULT"));
        files.Set("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT");
        files.Set("AWS_SECRET_ACCESS_KEY", "s");
        Assert.Equal("AKIAENVIRONMENT", await SignerAsync(new()));
    }

    [Fact]
    public async Task The_profile_that_the_environment_names_comes_before_the_default_profile()
    {
        using var files = new SharedFiles(config: Profile("default", "AKIADEFAULT") + Profile("profile a", "AKIAPROFILE"));
        files.Set("AWS_PROFILE", "a");
        Assert.Equal("AKIAPROFILE", await SignerAsync(new()));
    }

    [Fact]
    public async Task The_credentials_file_counts_as_the_config_file_does()
    {
        using var files = new SharedFiles(credentials: Profile("a", "AKIACREDENTIALS"));
        Assert.Equal("AKIACREDENTIALS", await SignerAsync(new() { ProfileName = "a" }));
    }

    [Fact]
    public async Task A_web_identity_in_the_environment_assumes_its_role_without_a_signature()
    {
        using var files = new SharedFiles();
        files.Set("AWS_WEB_IDENTITY_TOKEN_FILE", files.Write("token", "the-oidc-token\n"));
        files.Set("AWS_ROLE_ARN", Role);
        Assert.Equal(StsAnswers.KeyOf(Role), await SignerAsync(new()));
        StubRequest assume = _sts.Requests[0];
        Assert.Equal(("AssumeRoleWithWebIdentity", "the-oidc-token", ""), (assume.Action, assume["WebIdentityToken"], assume.Authorization));
    }

    [Fact]
    public async Task A_container_is_asked_where_nothing_else_is_there()
    {
        using var container = new StubEndpoint(_ => (200, """
            {"AccessKeyId":"ASIACONTAINER","SecretAccessKey":"s","Token":"t","Expiration":"2100-01-01T00:00:00Z"}
            """));
        using var files = new SharedFiles();
        files.Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url.AbsoluteUri + "creds");
        Assert.Equal("ASIACONTAINER", await SignerAsync(new()));
    }

    [Fact]
    public async Task A_process_is_run_for_a_profile_that_names_one()
    {
        using var files = new SharedFiles();
        string answer = files.Write("answer.json", """{"Version":1,"AccessKeyId":"ASIAPROCESS","SecretAccessKey":"s","SessionToken":"t"}""");
        files.Write("config", $"[profile a]\ncredential_process = {(OperatingSystem.IsWindows() ? "cmd /c type" : "cat")} {answer}\n");
        Assert.Equal("ASIAPROCESS", await SignerAsync(new() { ProfileName = "a" }));
    }

    [Fact]
    public async Task A_profile_with_a_role_assumes_it_with_the_keys_of_its_source()
    {
        using var files = new SharedFiles(
            Profile("profile base", "AKIABASE")
                + $"[profile a]\nrole_arn={Role}\nsource_profile=base\nexternal_id=xyzzy\nrole_session_name=me\n");
        Assert.Equal(StsAnswers.KeyOf(Role), await SignerAsync(new() { ProfileName = "a" }));
        StubRequest assume = _sts.Requests[0];
        Assert.Equal(("AKIABASE", Role, "xyzzy", "me"), (assume.AccessKeyId, assume["RoleArn"], assume["ExternalId"], assume["RoleSessionName"]));
    }

    [Fact]
    public async Task Roles_of_profiles_chain()
    {
        const string first = "arn:aws:iam::111111111111:role/first";
        using var files = new SharedFiles(
            Profile("profile base", "AKIABASE")
                + $"[profile one]\nrole_arn={first}\nsource_profile=base\n[profile two]\nrole_arn={Role}\nsource_profile=one\n");
        Assert.Equal(StsAnswers.KeyOf(Role), await SignerAsync(new() { ProfileName = "two" }));
        Assert.Equal(["AKIABASE", StsAnswers.KeyOf(first)], _sts.Requests.Take(2).Select(request => request.AccessKeyId));
    }

    [Fact]
    public async Task A_profile_may_be_the_source_of_its_own_role()
    {
        using var files = new SharedFiles(Profile("profile a", "AKIASELF") + $"role_arn={Role}\nsource_profile=a\n");
        Assert.Equal(StsAnswers.KeyOf(Role), await SignerAsync(new() { ProfileName = "a" }));
        Assert.Equal("AKIASELF", _sts.Requests[0].AccessKeyId);
    }

    [Fact]
    public async Task The_credential_source_of_a_profile_is_asked_with_its_external_id()
    {
        using var files = new SharedFiles($"[profile a]\nrole_arn={Role}\ncredential_source=Environment\nexternal_id=xyzzy\n");
        files.Set("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT");
        files.Set("AWS_SECRET_ACCESS_KEY", "s");
        await SignerAsync(new() { ProfileName = "a" });
        Assert.Equal(("AKIAENVIRONMENT", "xyzzy"), (_sts.Requests[0].AccessKeyId, _sts.Requests[0]["ExternalId"]));
    }

    [Fact]
    public async Task A_role_is_told_all_that_the_request_says_of_it()
    {
        using var files = new SharedFiles(Profile("profile a", "AKIABASE"));
        await SignerAsync(new()
        {
            ProfileName = "a",
            RoleArn = Role,
            ExternalId = "xyzzy",
            MfaSerial = "arn:aws:iam::111111111111:mfa/me",
            TokenCode = "123456",
            RoleSessionName = "night-run",
            DurationSeconds = 900,
            SourceIdentity = "alice",
            SessionTags = new Dictionary<string, string> { ["Team"] = "network" },
        });
        StubRequest assume = _sts.Requests[0];
        Assert.Equal(
            ["xyzzy", "arn:aws:iam::111111111111:mfa/me", "123456", "night-run", "900", "alice", "Team", "network"],
            [
                assume["ExternalId"], assume["SerialNumber"], assume["TokenCode"], assume["RoleSessionName"], assume["DurationSeconds"],
                assume["SourceIdentity"], assume["Tags.member.1.Key"], assume["Tags.member.1.Value"],
            ]);
    }

    [Fact]
    public async Task A_session_is_the_source_of_another_role()
    {
        using var files = new SharedFiles(Profile("profile a", "AKIABASE"));
        NetConnectSession first = AwsSessions.Open(
            new() { ProfileName = "a", RoleArn = "arn:aws:iam::111111111111:role/first", Region = "eu-west-1", EndpointUrl = _sts.Url });
        Assert.Equal(StsAnswers.KeyOf(Role), await SignerAsync(new() { Source = first, RoleArn = Role }));
        Assert.Equal(["AKIABASE", "ASIA-first"], _sts.Requests.Take(2).Select(request => request.AccessKeyId));
    }

    [Fact]
    public async Task A_session_in_another_Region_shares_the_role_that_was_assumed()
    {
        using var files = new SharedFiles(Profile("profile a", "AKIABASE"));
        NetConnectSession first = AwsSessions.Open(new() { ProfileName = "a", RoleArn = Role, Region = "eu-west-1", EndpointUrl = _sts.Url });
        await first.IdentifyAsync(TestContext.Current.CancellationToken);
        await AwsSessions.Open(new() { Source = first, Region = "us-east-1" }).IdentifyAsync(TestContext.Current.CancellationToken);
        Assert.Single(_sts.Requests, request => request.Action == "AssumeRole");
        Assert.Equal("us-east-1", _sts.Requests[^1].Region);
    }

    [Fact]
    public async Task The_identity_is_asked_for_once()
    {
        using var files = new SharedFiles(Profile("profile a", "AKIABASE"));
        NetConnectSession session = AwsSessions.Open(new() { ProfileName = "a", Region = "eu-west-1", EndpointUrl = _sts.Url });
        NetConnectSession known = await session.IdentifyAsync(TestContext.Current.CancellationToken);
        await session.IdentifyAsync(TestContext.Current.CancellationToken);
        Assert.Equal("111111111111", known.Account);
        Assert.Single(_sts.Requests);
    }

    public void Dispose() => _sts.Dispose();

    internal static string Profile(string section, string key) => $"[{section}]\naws_access_key_id={key}\naws_secret_access_key=the-secret\n";

    /// <summary>The key that the last call was signed with.</summary>
    private async Task<string> SignerAsync(SessionRequest request)
    {
        NetConnectSession session = AwsSessions.Open(request with { Region = "eu-west-1", EndpointUrl = _sts.Url });
        await session.IdentifyAsync(TestContext.Current.CancellationToken);
        return _sts.Requests[^1].AccessKeyId;
    }
}
