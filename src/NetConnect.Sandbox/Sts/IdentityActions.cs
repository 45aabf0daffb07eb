using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Sts;

/// <summary>GetCallerIdentity, GetSessionToken, GetAccessKeyInfo.</summary>
internal static class IdentityActions
{
    private const int DefaultSessionSeconds = 43200;

    public static void GetCallerIdentity(StsCall call, XmlAnswer answer) =>
        answer.Text("Arn", call.Caller.Arn).Text("UserId", call.Caller.UserId).Text("Account", call.Caller.AccountId);

    public static void GetSessionToken(StsCall call, XmlAnswer answer)
    {
        if (call.Caller.RoleArn is not null)
            throw new ApiException("AccessDenied", "Cannot call GetSessionToken with session credentials", 403);
        int seconds = StsRules.Duration(call.Parameters, DefaultSessionSeconds, 129600);
        StsRules.WriteCredentials(answer, call.World.Identities.Issue(call.Caller, TimeSpan.FromSeconds(seconds)));
    }

    public static void GetAccessKeyInfo(StsCall call, XmlAnswer answer)
    {
        string id = call.Parameters.Required("AccessKeyId");
        if (!call.World.Identities.TryGetKey(id, out AccessKey? key)) throw StsRules.Invalid(id, "accessKeyId", "Access key is not known");
        answer.Text("Account", key.Caller.AccountId);
    }
}
