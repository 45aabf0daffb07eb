using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Sts;

/// <summary>AssumeRole.</summary>
internal static class AssumeRoleActions
{
    private const int MaxTags = 50;

    public static void AssumeRole(StsCall call, XmlAnswer answer)
    {
        string arn = call.Parameters.Required("RoleArn");
        string name = StsRules.SessionName(call.Parameters);
        string? externalId = StsRules.ExternalId(call.Parameters);
        string? tokenCode = StsRules.TokenCode(call.Parameters);
        string? source = StsRules.SourceIdentity(call.Parameters);
        Dictionary<string, string> tags = Tags(call);

        // One answer for every "no", and none that tells whether the role exists (IAM User Guide, "Troubleshoot IAM roles").
        var denied = new ApiException("AccessDenied",
            $"User: {call.Caller.Arn} is not authorized to perform: sts:AssumeRole on resource: {arn}", 403);
        if (!call.World.Identities.TryGetRole(arn, out Role? role) || !role.Trusts(call.Caller)) throw denied;
        if (role.ExternalId is not null && role.ExternalId != externalId) throw denied;
        if (call.Caller.SourceIdentity is { } set && source is not null && set != source) throw denied;
        CheckMfa(role, call.Parameters.Text("SerialNumber"), tokenCode, denied);

        new RoleSession(role, name)
        {
            IsChained = call.Caller.RoleArn is not null,
            SourceIdentity = source ?? call.Caller.SourceIdentity,
            TransitiveTags = Transitive(call, tags),
        }.Begin(call, answer);
    }

    private static void CheckMfa(Role role, string? serial, string? code, ApiException denied)
    {
        if (role.MfaSerial is null) return;
        if (serial is null || code is null) throw denied;
        if (serial != role.MfaSerial || code != role.MfaTokenCode)
            throw new ApiException("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.", 403);
    }

    private static Dictionary<string, string> Tags(StsCall call)
    {
        IReadOnlyList<QueryParameters> items = call.Parameters.Items("Tags");
        if (items.Count > MaxTags) throw StsRules.Invalid("tags", "tags", $"Member must have length less than or equal to {MaxTags}");
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (QueryParameters tag in items)
        {
            string key = tag.Required("Key");
            if (tags.ContainsKey(key))
                throw new ApiException("InvalidParameterValue",
                    $"Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            if (call.Caller.TransitiveTags.ContainsKey(key))
                throw new ApiException("InvalidParameterValue",
                    "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the "
                    + "calling session.");
            tags.Add(key, tag.Raw("Value") ?? "");
        }
        return tags;
    }

    private static Dictionary<string, string> Transitive(StsCall call, Dictionary<string, string> tags)
    {
        var transitive = call.Caller.TransitiveTags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.OrdinalIgnoreCase);
        foreach (string key in call.Parameters.List("TransitiveTagKeys"))
        {
            if (!tags.TryGetValue(key, out string? value))
                throw new ApiException("InvalidParameterValue",
                    $"The specified transitive tag key {key} must be included in the requested tags.");
            transitive[key] = value;
        }
        return transitive;
    }
}
