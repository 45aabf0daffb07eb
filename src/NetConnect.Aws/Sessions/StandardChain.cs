using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using NetConnect.Waiting;

namespace NetConnect.Aws;

/// <summary>The standard AWS order of places where credentials are found when nobody names one.</summary>
/// <remarks>The places are AWSSDK's; the walk is ours, because AWSSDK's own hides why a place failed and spends half a minute on an
/// instance's metadata where there is no instance.
/// https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html</remarks>
internal static class StandardChain
{
    private const string Advice = "Name a profile (-ProfileName), give -Credential, or open a session with New-NetConnectSession. "
        + "To try things without an account: Start-NetConnectSandbox.";

    /// <summary>The first credentials there are, and the place in words.</summary>
    /// <exception cref="NetConnectException">There are none.</exception>
    public static (AWSCredentials Credentials, string Place) Find(
        Profiles profiles, CredentialProfile? profile, AwsLocation location, string? tokenCode)
    {
        if (CredentialsOfSource(nameof(Environment)) is { } environment)
            return (environment, "environment");
        if (Variable("AWS_WEB_IDENTITY_TOKEN_FILE") is { } tokenFile && Variable("AWS_ROLE_ARN") is { } roleArn)
        {
            var role = new RoleToAssume(roleArn) { SessionName = Variable("AWS_ROLE_SESSION_NAME"), WebIdentityTokenFile = tokenFile };
            return (new RoleCredentials(new AnonymousAWSCredentials(), role, location, SystemClock.Instance), "web identity");
        }
        // The default profile may be there for its Region alone; one that AWS_PROFILE names is meant.
        if (profile is not null && (profile.CanCreateAWSCredentials || Variable("AWS_PROFILE") is not null))
            return (profiles.CredentialsOf(profile, location, tokenCode), $"profile {profile.Name}");
        if (CredentialsOfSource("EcsContainer") is { } container)
            return (container, "container");
        if (CredentialsOfSource("Ec2InstanceMetadata") is { } instance)
            return (instance, "instance");
        throw new NetConnectException(
            ErrorIds.NoCredentials,
            ErrorKind.Denied,
            $"No AWS credentials: none in the environment, no default profile, and this is no container or instance with a role. {Advice}");
    }

    /// <summary>The credentials of a place by the name that <c>credential_source</c> has for it; null where they are not there.</summary>
    public static AWSCredentials? CredentialsOfSource(string source) => source switch
    {
        nameof(Environment) => Variable("AWS_ACCESS_KEY_ID") is not null && Variable("AWS_SECRET_ACCESS_KEY") is not null
            ? new SourceCredentials(() => new EnvironmentVariablesAWSCredentials(), e => SourceErrors.Of("The environment", e, Advice))
            : null,
        "EcsContainer" => (Variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") ?? Variable("AWS_CONTAINER_CREDENTIALS_FULL_URI")) is not null
            ? new SourceCredentials(() => new GenericContainerCredentials(), e => SourceErrors.Of("The container", e, Advice))
            : null,
        "Ec2InstanceMetadata" => InstanceMetadata.IsThere
            ? new SourceCredentials(() => new InstanceProfileAWSCredentials(), e => SourceErrors.Of("The instance", e, Advice))
            : null,
        _ => null,
    };

    /// <summary>An environment variable; one that is empty is not there.</summary>
    public static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
