using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Sts;

/// <summary>A session of a role about to begin, however the caller proved itself.</summary>
internal sealed class RoleSession(Role role, string name)
{
    private const int UsualSeconds = 3600;
    private const int MostSeconds = 43200;

    public string? SourceIdentity { get; init; }

    public IReadOnlyDictionary<string, string> TransitiveTags { get; init; } = new Dictionary<string, string>();

    /// <summary>A role assumed from a role: at most one hour, whatever the role allows (IAM User Guide, "Role chaining").</summary>
    public bool IsChained { get; init; }

    /// <summary>Issues the credentials and writes what every AssumeRole call answers.</summary>
    public void Begin(StsCall call, XmlAnswer answer)
    {
        int seconds = StsRules.Duration(call.Parameters, UsualSeconds, MostSeconds);
        if (IsChained && seconds > UsualSeconds)
            throw new ApiException("ValidationError",
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        if (seconds > role.MaxSessionSeconds)
            throw new ApiException("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");

        string arn = $"arn:aws:sts::{role.AccountId}:assumed-role/{role.Name}/{name}";
        var caller = new Caller(role.AccountId, arn, $"{role.UniqueId}:{name}", role.Denied)
        {
            RoleArn = role.Arn,
            SourceIdentity = SourceIdentity,
            TransitiveTags = TransitiveTags,
        };
        StsRules.WriteCredentials(answer, call.World.Identities.Issue(caller, TimeSpan.FromSeconds(seconds)));
        answer.Node("AssumedRoleUser", user => user.Text("AssumedRoleId", caller.UserId).Text("Arn", arn))
            .Text("SourceIdentity", SourceIdentity);
    }
}
