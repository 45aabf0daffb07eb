using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using NetConnect.Aws.Calls;

namespace NetConnect.Aws;

/// <summary>Says why a source gave no credentials, and what to do.</summary>
internal static class SourceErrors
{
    /// <summary>What a failure of a profile's own credentials means.</summary>
    public static NetConnectException OfProfile(CredentialProfile profile, Exception error)
    {
        CredentialProfileOptions options = profile.Options;
        bool isSso = !string.IsNullOrEmpty(options.SsoAccountId) || !string.IsNullOrEmpty(options.SsoSession);
        if (!isSso)
        {
            string what = string.IsNullOrEmpty(options.CredentialProcess) ? "profile" : "credential_process of";
            return Of($"The {what} '{profile.Name}'", error);
        }
        if (CallFaults.Of(error) is CallFault.Unreached or CallFault.Lost)
            return AwsErrors.Translate("GetRoleCredentials", error, profile.Name);
        if (error is AmazonServiceException { ErrorCode: "ForbiddenException" or "ResourceNotFoundException" } refused)
        {
            return new NetConnectException(
                ErrorIds.NotAuthorized,
                ErrorKind.Denied,
                $"The SSO user of the profile '{profile.Name}' has no role {options.SsoRoleName} in account {options.SsoAccountId}: "
                    + refused.Message,
                profile.Name,
                refused);
        }
        return new NetConnectException(
            ErrorIds.LoginRequired,
            ErrorKind.Denied,
            $"The SSO login of the profile '{profile.Name}' has expired or was never made. Run: aws sso login --profile {profile.Name}. "
                + "For unattended runs use a role that trusts a workload instead: an OIDC or managed identity, an instance or a container.",
            profile.Name,
            error);
    }

    /// <summary>What a failure of any other source means.</summary>
    public static NetConnectException Of(string source, Exception error, string advice = "") =>
        new(
            ErrorIds.NoCredentials,
            ErrorKind.Denied,
            $"{source} gave no credentials: {error.Message.Trim().TrimEnd('.')}. {advice}".TrimEnd(),
            innerException: error);
}
