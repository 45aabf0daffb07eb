using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using NetConnect.Aws.Calls;
using NetConnect.Waiting;

namespace NetConnect.Aws;

/// <summary>A role's credentials, renewed before they expire, so that a wait may outlast them.</summary>
/// <remarks>Not AWSSDK's own: that one calls STS in whatever Region the environment happens to name, or looks for one on an instance
/// that may not be there, and ignores the external id of profiles with a credential_source.</remarks>
internal sealed class RoleCredentials : AWSCredentials
{
    private static readonly TimeSpan s_ahead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    private readonly RoleToAssume _role;
    private readonly IClock _clock;
    private readonly AwsCalls _calls;
    private readonly Lazy<IAmazonSecurityTokenService> _sts;
    private readonly SemaphoreSlim _turn = new(1);
    private volatile Issued? _issued;

    public RoleCredentials(AWSCredentials source, RoleToAssume role, AwsLocation location, IClock clock)
    {
        _role = role;
        _clock = clock;
        _calls = new AwsCalls(clock);
        _sts = new(() => new AmazonSecurityTokenServiceClient(source, location.Configure<AmazonSecurityTokenServiceConfig>()));
    }

    /// <inheritdoc/>
    public override DateTime? Expiration => _issued?.Expiration;

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        if (_issued is { } fresh && _clock.UtcNow < fresh.RenewAt)
            return fresh.Keys;
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_issued is not { } issued || _clock.UtcNow >= issued.RenewAt)
                _issued = await RenewAsync().ConfigureAwait(false);
            return _issued.Keys;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Issued> RenewAsync()
    {
        try
        {
            Credentials answer = await AssumeAsync().ConfigureAwait(false);
            DateTime expiration = answer.Expiration!.Value.ToUniversalTime();
            TimeSpan quarter = TimeSpan.FromTicks((expiration - _clock.UtcNow).Ticks / 4);
            // A code from an MFA device works once: such credentials live out their time.
            TimeSpan ahead = _role.TokenCode is not null ? TimeSpan.Zero : quarter < s_ahead ? quarter : s_ahead;
            return new Issued(new(answer.AccessKeyId, answer.SecretAccessKey, answer.SessionToken), expiration, expiration - ahead);
        }
        catch (NetConnectException) when (_issued is { } old && _clock.UtcNow < old.Expiration)
        {
            return old with { RenewAt = _clock.UtcNow + s_pause };
        }
        catch (NetConnectException e)
        {
            throw RoleErrors.Explain(_role, e, renewing: _issued is not null);
        }
    }

    private Task<Credentials> AssumeAsync() =>
        _role.WebIdentityTokenFile is null ? AssumeWithKeysAsync() : AssumeWithTokenAsync(_role.WebIdentityTokenFile);

    private async Task<Credentials> AssumeWithKeysAsync()
    {
        var request = new AssumeRoleRequest
        {
            RoleArn = _role.RoleArn,
            RoleSessionName = SessionName,
            ExternalId = _role.ExternalId,
            SerialNumber = _role.MfaSerial,
            TokenCode = _role.TokenCode,
            DurationSeconds = _role.DurationSeconds,
            SourceIdentity = _role.SourceIdentity,
            Tags = _role.SessionTags?.Select(tag => new Tag { Key = tag.Key, Value = tag.Value }).ToList(),
        };
        AssumeRoleResponse response = await _calls.InvokeAsync(
            "AssumeRole", CallSafety.Repeatable, ct => _sts.Value.AssumeRoleAsync(request, ct), _role.RoleArn, CancellationToken.None)
            .ConfigureAwait(false);
        return response.Credentials;
    }

    private async Task<Credentials> AssumeWithTokenAsync(string tokenFile)
    {
        var request = new AssumeRoleWithWebIdentityRequest
        {
            RoleArn = _role.RoleArn,
            RoleSessionName = SessionName,
            // Read each time: whoever put the file there replaces it before its token expires.
            WebIdentityToken = RoleErrors.ReadToken(tokenFile),
            DurationSeconds = _role.DurationSeconds,
        };
        AssumeRoleWithWebIdentityResponse response = await _calls.InvokeAsync(
            "AssumeRoleWithWebIdentity",
            CallSafety.Repeatable,
            ct => _sts.Value.AssumeRoleWithWebIdentityAsync(request, ct),
            _role.RoleArn,
            CancellationToken.None)
            .ConfigureAwait(false);
        return response.Credentials;
    }

    // What CloudTrail shows: the machine helps to find who it was. STS allows 64 characters of a small set.
    private string SessionName => _role.SessionName
        ?? new string([.. $"NetConnect-{Environment.UserName}-{Environment.MachineName}".Select(c => IsAllowed(c) ? c : '-').Take(64)]);

    private static bool IsAllowed(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-';

    private sealed record Issued(ImmutableCredentials Keys, DateTime Expiration, DateTime RenewAt)
    {
        // A record would print its members.
        public override string ToString() => nameof(Issued);
    }
}
