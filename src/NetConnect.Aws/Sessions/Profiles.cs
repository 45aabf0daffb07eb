using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using NetConnect.Waiting;

namespace NetConnect.Aws;

/// <summary>The profiles of the shared config and credentials files, read by AWSSDK.</summary>
internal sealed class Profiles(IClock clock)
{
    private readonly CredentialProfileStoreChain _files = new();

    /// <summary>The names of those that have credentials.</summary>
    public IEnumerable<string> Names => _files.ListProfiles().Select(profile => profile.Name);

    /// <summary>The profile, or null.</summary>
    public CredentialProfile? Find(string name) => _files.TryGetProfile(name, out CredentialProfile profile) ? profile : null;

    /// <summary>The profile.</summary>
    /// <exception cref="NetConnectException">There is none of this name.</exception>
    public CredentialProfile Get(string name) => Find(name)
        ?? throw new NetConnectException(
            ErrorIds.ProfileNotFound,
            ErrorKind.NotFound,
            $"There is no profile '{name}' in the AWS config and credentials files. There are: "
                + $"{string.Join(", ", Names.DefaultIfEmpty("none"))}.",
            name);

    /// <summary>The credentials that a profile stands for, its roles assumed at the given location.</summary>
    public AWSCredentials CredentialsOf(CredentialProfile profile, AwsLocation location, string? tokenCode) =>
        CredentialsOf(profile, location, tokenCode, []);

    private AWSCredentials CredentialsOf(CredentialProfile profile, AwsLocation location, string? tokenCode, HashSet<string> path)
    {
        CredentialProfileOptions options = profile.Options;
        // A profile may name itself as the source of its role: then its own keys are meant.
        bool again = !path.Add(profile.Name);
        bool hasKeys = !string.IsNullOrEmpty(options.AccessKey) && !string.IsNullOrEmpty(options.SecretKey);
        if (again && !hasKeys)
            throw Invalid(profile, $"its source_profile leads in a circle: {string.Join(", ", path)}.");
        if (!again && !string.IsNullOrEmpty(options.RoleArn) && string.IsNullOrEmpty(options.EndpointName))
            return RoleOf(profile, location, tokenCode, path);
        if (hasKeys && string.IsNullOrEmpty(options.Token))
            return new BasicAWSCredentials(options.AccessKey, options.SecretKey);
        if (hasKeys)
            return new SessionAWSCredentials(options.AccessKey, options.SecretKey, options.Token);
        if (!profile.CanCreateAWSCredentials)
            throw Invalid(profile, "it has no complete set of credentials in it.");
        return new SourceCredentials(() => WithoutLogin(profile.GetAWSCredentials(_files)), e => SourceErrors.OfProfile(profile, e));
    }

    private RoleCredentials RoleOf(CredentialProfile profile, AwsLocation location, string? tokenCode, HashSet<string> path)
    {
        CredentialProfileOptions options = profile.Options;
        bool hasMfa = !string.IsNullOrEmpty(options.MfaSerial);
        if (hasMfa && tokenCode is null)
            throw RoleErrors.TokenCodeMissing(options.RoleArn, options.MfaSerial);
        var role = new RoleToAssume(options.RoleArn)
        {
            ExternalId = options.ExternalID,
            MfaSerial = options.MfaSerial,
            TokenCode = hasMfa ? tokenCode : null,
            SessionName = options.RoleSessionName,
            WebIdentityTokenFile = options.WebIdentityTokenFile,
        };
        AWSCredentials source = (options.WebIdentityTokenFile, options.SourceProfile, options.CredentialSource) switch
        {
            ({ Length: > 0 }, _, _) => new AnonymousAWSCredentials(),
            (_, { Length: > 0 } name, _) => CredentialsOf(Get(name), location, hasMfa ? null : tokenCode, path),
            (_, _, { Length: > 0 } name) => StandardChain.CredentialsOfSource(name)
                ?? throw Invalid(profile, $"its credential_source {name} is not there (Environment, EcsContainer or Ec2InstanceMetadata)."),
            _ => throw Invalid(profile, "its role has neither source_profile nor credential_source nor web_identity_token_file."),
        };
        return new RoleCredentials(source, role, location, clock);
    }

    // Nobody may be there to log in, and a cmdlet asks nothing that it was not told to ask.
    private static AWSCredentials WithoutLogin(AWSCredentials credentials)
    {
        if (credentials is SSOAWSCredentials sso)
            sso.Options.SupportsGettingNewToken = false;
        return credentials;
    }

    private static NetConnectException Invalid(CredentialProfile profile, string reason) =>
        new(ErrorIds.NoCredentials, ErrorKind.Denied, $"The profile '{profile.Name}' gives no credentials: {reason}", profile.Name);
}
