namespace NetConnect;

/// <summary>Whose credentials, in which Region, against which endpoint: everything a user can say about a connection.</summary>
/// <remarks>The base credentials come from <see cref="Source"/>, else <see cref="Credential"/>, else <see cref="ProfileName"/>, else the standard AWS
/// chain. Where <see cref="RoleArn"/> is given they assume that role.</remarks>
public sealed record SessionRequest
{
    /// <summary>The Region, such as <c>eu-west-1</c>; null takes the profile's or the environment's.</summary>
    public string? Region { get; init; }

    /// <summary>The Region where neither <see cref="Region"/> nor a profile or source named here has one; before the environment's.</summary>
    public string? DefaultRegion { get; init; }

    /// <summary>A profile of the shared config and credentials files.</summary>
    public string? ProfileName { get; init; }

    /// <summary>Gives the base credentials whenever they are needed, so that a source that refreshes itself is asked again.</summary>
    public Func<SessionCredential>? Credential { get; init; }

    /// <summary>A session whose credentials are the base: the way to a chain of roles.</summary>
    public NetConnectSession? Source { get; init; }

    /// <summary>The role to assume.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The external id that the role's trust policy asks for (2 to 1224 characters).</summary>
    public string? ExternalId { get; init; }

    /// <summary>The serial number or ARN of the MFA device.</summary>
    public string? MfaSerial { get; init; }

    /// <summary>The six digits that the MFA device shows.</summary>
    public string? TokenCode { get; init; }

    /// <summary>The name of the role session (2 to 64 of <c>\w+=,.@-</c>); null makes one.</summary>
    public string? RoleSessionName { get; init; }

    /// <summary>How long the role's credentials last, in seconds (900 to 43,200; 3,600 at most in a chain); null leaves it to AWS.</summary>
    public int? DurationSeconds { get; init; }

    /// <summary>The source identity that CloudTrail shows for the role session.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>Session tags, at most 50.</summary>
    public IReadOnlyDictionary<string, string>? SessionTags { get; init; }

    /// <summary>An endpoint for every call instead of AWS's own: the sandbox, moto, a proxy.</summary>
    public Uri? EndpointUrl { get; init; }
}
