using System.Text.RegularExpressions;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using NetConnect.Waiting;

namespace NetConnect.Aws;

/// <summary>Opens sessions: the one way from a request to AWS.</summary>
public static class AwsSessions
{
    // A Region's code becomes part of a host name.
    private static readonly Regex s_region = new("^[a-z]{2,5}(-[a-z]{2,10}){1,3}-[0-9]{1,2}$", RegexOptions.CultureInvariant);

    /// <summary>The codes of the Regions that AWSSDK knows; newer ones work as well.</summary>
    public static IEnumerable<string> RegionNames => RegionEndpoint.EnumerableAllRegions.Select(region => region.SystemName);

    /// <summary>The names of the profiles in the shared files that have credentials.</summary>
    public static IEnumerable<string> ProfileNames => new Profiles(SystemClock.Instance).Names;

    /// <summary>Opens a session. Nothing is called yet, except that an instance may be asked for its Region.</summary>
    /// <exception cref="NetConnectException">The request names what is not there, or needs somebody to log in.</exception>
    public static NetConnectSession Open(SessionRequest request) => Open(request, SystemClock.Instance);

    internal static NetConnectSession Open(SessionRequest request, IClock clock)
    {
        SdkDependencies.Register();
        var profiles = new Profiles(clock);
        var source = (AwsConnection?)request.Source?.Connection;
        // The profile named, else that of the environment, which gives an endpoint and a Region even to credentials from elsewhere.
        CredentialProfile? profile = source is not null ? null
            : request.ProfileName is { } named ? profiles.Get(named)
            : StandardChain.Variable("AWS_PROFILE") is { } usual ? profiles.Get(usual)
            : profiles.Find("default");

        string region = RegionOf(request, source, profile);
        AwsLocation location = source is null
            ? new AwsLocation(region, request.EndpointUrl, request.ProfileName)
            : source.Location with { Region = region, EndpointUrl = request.EndpointUrl ?? source.Location.EndpointUrl };

        (AWSCredentials credentials, string place) =
            source is not null ? (source.Credentials, request.Source!.CredentialSource)
            : request.Credential is { } given ? (new GivenCredentials(given), "credential")
            : request.ProfileName is { } name ? (profiles.CredentialsOf(profile!, location, TokenOfProfile(request)), $"profile {name}")
            : StandardChain.Find(profiles, profile, location, TokenOfProfile(request));
        if (request.RoleArn is not null)
            credentials = new RoleCredentials(credentials, RoleOf(request), location, clock);

        return new NetConnectSession(
            credentials == source?.Credentials && location == source.Location with { Region = region }
                ? source.InRegion(region)
                : new AwsConnection(credentials, location, clock),
            place,
            request.RoleArn ?? request.Source?.RoleArn ?? (request.Credential is null ? profile?.Options.RoleArn : null),
            location.EndpointUrl ?? request.Source?.EndpointUrl ?? ConfiguredEndpoint(profile));
    }

    private static string RegionOf(SessionRequest request, AwsConnection? source, CredentialProfile? profile)
    {
        bool isNamed = request.ProfileName is not null;
        string region = request.Region
            ?? source?.Region
            ?? (isNamed ? profile?.Region?.SystemName : null)
            ?? request.DefaultRegion
            ?? StandardChain.Variable("AWS_REGION")
            ?? StandardChain.Variable("AWS_DEFAULT_REGION")
            ?? profile?.Region?.SystemName
            ?? InstanceMetadata.Region
            ?? throw new NetConnectException(
                ErrorIds.NoRegion,
                ErrorKind.InvalidInput,
                "No Region: give -Region, or set one in the profile (region = …), in AWS_REGION, or with Set-NetConnectSession.");
        return s_region.IsMatch(region)
            ? region
            : throw new NetConnectException(
                ErrorIds.InvalidParameter, ErrorKind.InvalidInput, $"'{region}' is not the code of a Region, such as eu-west-1.", region);
    }

    private static RoleToAssume RoleOf(SessionRequest request)
    {
        if (request.MfaSerial is { } serial && request.TokenCode is null)
            throw RoleErrors.TokenCodeMissing(request.RoleArn!, serial);
        return new RoleToAssume(request.RoleArn!)
        {
            ExternalId = request.ExternalId,
            MfaSerial = request.MfaSerial,
            TokenCode = request.MfaSerial is null ? null : request.TokenCode,
            SessionName = request.RoleSessionName,
            DurationSeconds = request.DurationSeconds,
            SourceIdentity = request.SourceIdentity,
            SessionTags = request.SessionTags,
        };
    }

    // A code works once: it belongs to the device that the request names, else to the profile's.
    private static string? TokenOfProfile(SessionRequest request) => request.MfaSerial is null ? request.TokenCode : null;

    private static Uri? ConfiguredEndpoint(CredentialProfile? profile) =>
        Uri.TryCreate(StandardChain.Variable("AWS_ENDPOINT_URL") ?? profile?.EndpointUrl, UriKind.Absolute, out Uri? url) ? url : null;
}
