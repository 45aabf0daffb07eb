namespace NetConnect.PowerShell;

/// <summary>What a user said about one side of a connection, and the rules about what goes together.</summary>
/// <param name="Prefix">What the parameters of this side begin with: nothing, or <c>Peer</c>.</param>
internal sealed record ConnectionParameters(string Prefix)
{
    public string? Region { get; init; }

    public string? ProfileName { get; init; }

    public object? Credential { get; init; }

    public string? RoleArn { get; init; }

    public string? ExternalId { get; init; }

    public Uri? EndpointUrl { get; init; }

    public NetConnectSession? Session { get; init; }

    /// <summary>Whether they say whose credentials to begin with.</summary>
    public bool NameCredentials => Session is not null || ProfileName is not null || Credential is not null;

    /// <summary>The request of a side that names its credentials, or takes what stands in the environment.</summary>
    public SessionRequest ToRequest(RunspaceSessions runspace)
    {
        Check();
        return new SessionRequest
        {
            Region = Region,
            Source = Session,
            ProfileName = ProfileName,
            Credential = Credential is null ? null : runspace.ReaderOf(Credential, $"-{Prefix}{nameof(Credential)}"),
            RoleArn = RoleArn,
            ExternalId = ExternalId,
            EndpointUrl = EndpointUrl,
        };
    }

    /// <summary>Refuses combinations of which one half would be ignored.</summary>
    public void Check()
    {
        if (new object?[] { Session, ProfileName, Credential }.Count(value => value is not null) > 1)
            throw Invalid($"Give one of -{Prefix}Session, -{Prefix}ProfileName and -{Prefix}Credential, not more.");
        if (ExternalId is not null && RoleArn is null)
            throw Invalid($"-{Prefix}ExternalId belongs to a role: give -{Prefix}RoleArn with it.");
    }

    private static NetConnectException Invalid(string message) => new(ErrorIds.InvalidParameter, ErrorKind.InvalidInput, message);
}
