using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Identity;

/// <summary>Who calls: an IAM user, or a session of a role.</summary>
internal sealed class Caller(string accountId, string arn, string userId, IReadOnlyList<string> denied)
{
    public string AccountId => accountId;

    public string Arn => arn;

    /// <summary>The unique id that GetCallerIdentity returns.</summary>
    public string UserId => userId;

    /// <summary>The role of a session; null for a user. A session may assume a further role for one hour at most.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The tags that a role session hands on when it assumes the next role.</summary>
    public IReadOnlyDictionary<string, string> TransitiveTags { get; init; } = new Dictionary<string, string>();

    /// <summary>What the session says its source is; it cannot change along a chain of roles.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>Whether the caller's policies allow an action (<c>ec2:CreateVpc</c>): everything but what the seed denies.</summary>
    public bool Allows(string action) => !denied.Any(pattern => Wildcard.Matches(pattern, action, ignoreCase: true));
}
