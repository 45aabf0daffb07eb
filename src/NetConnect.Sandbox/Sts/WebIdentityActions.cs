using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Sts;

/// <summary>AssumeRoleWithWebIdentity.</summary>
internal static class WebIdentityActions
{
    public static void AssumeRoleWithWebIdentity(StsCall call, XmlAnswer answer)
    {
        string arn = call.Parameters.Required("RoleArn");
        string name = StsRules.SessionName(call.Parameters);
        WebIdentityToken token = WebIdentityToken.Parse(call.Parameters.Required("WebIdentityToken"));
        if (token.Expires is { } expires && expires <= call.World.Clock.Now)
            throw new ApiException("ExpiredTokenException",
                $"Token expired: current date/time must be before the expiration date/time {XmlAnswer.Format(expires)}");
        if (!call.World.Identities.TryGetRole(arn, out Role? role)
            || !role.TrustedProviders.Contains(token.Provider, StringComparer.Ordinal))
            throw new ApiException("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403);

        new RoleSession(role, name).Begin(call, answer);
        answer.Text("SubjectFromWebIdentityToken", token.Subject).Text("Audience", token.Audience).Text("Provider", token.Provider);
    }
}
