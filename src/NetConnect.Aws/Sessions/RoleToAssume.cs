namespace NetConnect.Aws;

/// <summary>A role, and what STS is told with it.</summary>
internal sealed record RoleToAssume(string RoleArn)
{
    public string? ExternalId { get; init; }

    public string? MfaSerial { get; init; }

    public string? TokenCode { get; init; }

    public string? SessionName { get; init; }

    public int? DurationSeconds { get; init; }

    public string? SourceIdentity { get; init; }

    public IReadOnlyDictionary<string, string>? SessionTags { get; init; }

    /// <summary>The file with the OIDC token that stands for credentials of one's own, or null.</summary>
    public string? WebIdentityTokenFile { get; init; }
}
