using Amazon.Runtime;
using NetConnect.Aws.Tests.Hosting;

namespace NetConnect.Aws.Tests.Sessions;

public sealed class RoleCredentialsTests : IDisposable
{
    private const string Role = "arn:aws:iam::222222222222:role/network";
    private readonly VirtualClock _clock = new();
    private readonly StubEndpoint _sts;
    private (int, string)? _failure;

    public RoleCredentialsTests() => _sts = new StubEndpoint(request => _failure ?? StsAnswers.Any(request, _clock.UtcNow));

    [Fact]
    public async Task They_are_kept_until_five_minutes_before_they_expire()
    {
        RoleCredentials credentials = Assume();
        await credentials.GetCredentialsAsync();
        _clock.Advance(TimeSpan.FromMinutes(54));
        await credentials.GetCredentialsAsync();
        Assert.Single(_sts.Requests);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await credentials.GetCredentialsAsync();
        Assert.Equal(2, _sts.Requests.Count);
        Assert.Equal(_clock.UtcNow.AddHours(1), credentials.Expiration);
    }

    [Fact]
    public async Task Many_callers_at_once_assume_the_role_once()
    {
        RoleCredentials credentials = Assume();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => credentials.GetCredentialsAsync()));
        Assert.Single(_sts.Requests);
    }

    [Fact]
    public async Task While_they_are_valid_a_failed_renewal_is_no_error_and_is_tried_again_a_minute_later()
    {
        RoleCredentials credentials = Assume();
        await credentials.GetCredentialsAsync();
        _failure = StsAnswers.Error(403, "AccessDenied", "said");
        _clock.Advance(TimeSpan.FromMinutes(56));
        await credentials.GetCredentialsAsync();
        await credentials.GetCredentialsAsync();
        Assert.Equal(2, _sts.Requests.Count);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await credentials.GetCredentialsAsync();
        Assert.Equal(3, _sts.Requests.Count);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(ErrorIds.RoleNotAssumable, (await Assert.ThrowsAsync<NetConnectException>(credentials.GetCredentialsAsync)).ErrorId);
    }

    [Fact]
    public async Task With_an_MFA_code_they_live_out_their_time_and_then_ask_for_a_new_code()
    {
        RoleCredentials credentials = Assume(new(Role) { MfaSerial = "mfa", TokenCode = "123456" });
        await credentials.GetCredentialsAsync();
        _clock.Advance(TimeSpan.FromMinutes(59));
        await credentials.GetCredentialsAsync();
        Assert.Single(_sts.Requests);
        _failure = StsAnswers.Error(403, "AccessDenied", "said");
        _clock.Advance(TimeSpan.FromMinutes(2));
        NetConnectException error = await Assert.ThrowsAsync<NetConnectException>(credentials.GetCredentialsAsync);
        Assert.Equal(ErrorIds.LoginRequired, error.ErrorId);
        Assert.Contains("-TokenCode", error.Message);
    }

    [Fact]
    public async Task Throttling_and_faults_of_STS_are_waited_out()
    {
        int calls = 0;
        using var sts = new StubEndpoint(request => calls++ switch
        {
            0 => StsAnswers.Error(400, "Throttling", "Rate exceeded"),
            1 => StsAnswers.Error(500, "InternalFailure", "sorry"),
            _ => StsAnswers.Any(request, _clock.UtcNow),
        });
        Assert.Equal("ASIA-network", (await Assume(new(Role), sts.Url).GetCredentialsAsync()).AccessKey);
    }

    [Fact]
    public async Task A_session_name_is_made_of_what_STS_allows()
    {
        await Assume().GetCredentialsAsync();
        Assert.Matches(@"^NetConnect-[\w.-]{1,53}$", _sts.Requests[0]["RoleSessionName"]);
    }

    [Fact]
    public async Task No_secret_is_in_any_text()
    {
        RoleCredentials credentials = Assume();
        await credentials.GetCredentialsAsync();
        _failure = StsAnswers.Error(403, "AccessDenied", "said");
        _clock.Advance(TimeSpan.FromHours(2));
        string text = credentials + (await Assert.ThrowsAsync<NetConnectException>(credentials.GetCredentialsAsync)).ToString();
        Assert.DoesNotContain(StsAnswers.Secret, text);
        Assert.DoesNotContain(StsAnswers.Token, text);
        Assert.DoesNotContain("the-secret", text + new SessionCredential("AKIA", "the-secret", "the-token"));
    }

    public void Dispose() => _sts.Dispose();

    private RoleCredentials Assume(RoleToAssume? role = null, Uri? url = null) =>
        new(new BasicAWSCredentials("AKIA", "the-secret"), role ?? new(Role), new AwsLocation("eu-west-1", url ?? _sts.Url), _clock);
}
