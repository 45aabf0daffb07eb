namespace NetConnect;

/// <summary>Who the credentials belong to, as STS GetCallerIdentity says it.</summary>
public sealed class CallerIdentity
{
    /// <summary>The 12-digit account id.</summary>
    public string Account { get; init; } = "";

    /// <summary>The ARN of the user or assumed role.</summary>
    public string Arn { get; init; } = "";

    /// <summary>The unique id of the user or assumed role.</summary>
    public string UserId { get; init; } = "";
}
