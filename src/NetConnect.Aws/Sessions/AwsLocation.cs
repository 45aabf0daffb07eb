using Amazon;
using Amazon.Runtime;

namespace NetConnect.Aws;

/// <summary>Where calls go.</summary>
/// <param name="Region">The Region, whose own endpoints are called, STS's included.</param>
/// <param name="EndpointUrl">The endpoint that the user gave instead, or null.</param>
/// <param name="ProfileName">The profile whose endpoints count where none was given; null is the default one.</param>
internal sealed record AwsLocation(string Region, Uri? EndpointUrl = null, string? ProfileName = null)
{
    // An answer of 1,000 resources takes EC2 seconds; one that takes a minute does not come any more.
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);
#if NET
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(5);
#endif

    /// <summary>The settings of a service's client.</summary>
    public TConfig Configure<TConfig>()
        where TConfig : ClientConfig, new()
    {
        TConfig config = new()
        {
            Timeout = s_timeout,
#if NET
            ConnectTimeout = s_connectTimeout,
            // AWSSDK takes an answer that was cut for a stale connection, and sends the request ten times more, whatever MaxErrorRetry is.
            MaxStaleConnectionRetries = 0,
#endif
            // AwsCalls does both, and knows which calls may be repeated.
            MaxErrorRetry = 0,
            ThrottleRetries = false,
        };
        if (ProfileName is not null)
            config.Profile = new Profile(ProfileName);
        // Read, ServiceURL is what AWS_ENDPOINT_URL_…, AWS_ENDPOINT_URL or the profile say for this service. Set, it forgets the Region.
        if ((EndpointUrl?.AbsoluteUri ?? config.ServiceURL) is { Length: > 0 } url)
        {
            config.ServiceURL = url;
            config.AuthenticationRegion = Region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        }
        return config;
    }
}
