using System.Collections.Concurrent;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using NetConnect.Aws.Calls;
using NetConnect.Aws.Certificates;
using NetConnect.Aws.ClientVpns;
using NetConnect.Aws.TransitGateways;
using NetConnect.Aws.Vpcs;
using NetConnect.Aws.Vpns;
using NetConnect.Waiting;

namespace NetConnect.Aws;

/// <summary>One set of credentials at one location. Clients are made at their first call: a session that is only shown costs
/// nothing.</summary>
internal sealed class AwsConnection : INetworkConnection
{
    private readonly Lazy<IAmazonSecurityTokenService> _sts;
    private readonly AwsCalls _calls;
    private readonly IClock _clock;
    private readonly ConcurrentDictionary<string, AwsConnection> _regions;
    private readonly SemaphoreSlim _identityTurn = new(1);
    private volatile CallerIdentity? _identity;

    public AwsConnection(AWSCredentials credentials, AwsLocation location, IClock clock)
        : this(credentials, location, clock, new())
    {
        _regions[Region] = this;
    }

    private AwsConnection(
        AWSCredentials credentials, AwsLocation location, IClock clock, ConcurrentDictionary<string, AwsConnection> regions)
    {
        Credentials = credentials;
        Location = location;
        _clock = clock;
        _regions = regions;
        _calls = new AwsCalls(clock);
        _sts = new(() => new AmazonSecurityTokenServiceClient(credentials, location.Configure<AmazonSecurityTokenServiceConfig>()));
        Lazy<IAmazonEC2> ec2 = new(() => new AmazonEC2Client(credentials, location.Configure<AmazonEC2Config>()));
        ClientVpns = new ClientVpnApi(ec2, _calls, Region, clock);
        Certificates = new AcmCertificates(credentials, location, _calls, clock);
        Vpns = new VpnApi(ec2, _calls, Region, clock);
        TransitGateways = new TransitGatewayApi(ec2, _calls, clock);
        Vpcs = new VpcApi(ec2, _calls, Region, region => InRegion(region).Vpcs, clock);
    }

    /// <summary>The credentials, which sessions derived from this one share.</summary>
    public AWSCredentials Credentials { get; }

    /// <summary>Where the calls go.</summary>
    public AwsLocation Location { get; }

    /// <inheritdoc/>
    public string Region => Location.Region;

    /// <inheritdoc/>
    public IVpcApi Vpcs { get; }

    /// <inheritdoc/>
    public IVpnApi Vpns { get; }

    /// <inheritdoc/>
    public IClientVpnApi ClientVpns { get; }

    /// <inheritdoc/>
    public ICertificateStore Certificates { get; }

    /// <inheritdoc/>
    public ITransitGatewayApi TransitGateways { get; }

    /// <summary>The same credentials in another Region: one connection for each, so that their reads and limits are shared.</summary>
    public AwsConnection InRegion(string region) =>
        _regions.GetOrAdd(region, _ => new AwsConnection(Credentials, Location with { Region = region }, _clock, _regions));

    /// <inheritdoc/>
    public async Task<CallerIdentity> GetCallerIdentityAsync(CancellationToken cancellationToken)
    {
        if (_identity is { } known)
            return known;
        await _identityTurn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Asked once: whatever renews credentials renews the same identity.
            return _identity ??= await AskAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _identityTurn.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<DateTime?> GetExpirationAsync(CancellationToken cancellationToken)
    {
        await Credentials.GetCredentialsAsync().ConfigureAwait(false);
        return Credentials.Expiration;
    }

    private async Task<CallerIdentity> AskAsync(CancellationToken cancellationToken)
    {
        GetCallerIdentityResponse answer = await _calls.InvokeAsync(
            "GetCallerIdentity", CallSafety.Repeatable, ct => _sts.Value.GetCallerIdentityAsync(new(), ct), cancellationToken)
            .ConfigureAwait(false);
        return new CallerIdentity { Account = answer.Account, Arn = answer.Arn, UserId = answer.UserId };
    }
}
