namespace NetConnect.Aws;

/// <summary>Says why a role could not be assumed, and what to check.</summary>
internal static class RoleErrors
{
    /// <summary>What an answer of STS means for the role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="error">What STS, or the way to it, said.</param>
    /// <param name="renewing">Whether the role had been assumed before.</param>
    public static NetConnectException Explain(RoleToAssume role, NetConnectException error, bool renewing)
    {
        if (role.TokenCode is not null && (renewing || Says(error, "MultiFactorAuthentication")))
        {
            return Error(
                ErrorIds.LoginRequired,
                role,
                renewing ? "its credentials have expired, and a code from an MFA device works only once." : error.Message,
                "Open the session again with New-NetConnectSession and a new -TokenCode.",
                error);
        }
        return error.ErrorId switch
        {
            ErrorIds.NotAuthorized => Error(
                ErrorIds.RoleNotAssumable,
                role,
                error.InnerException?.Message ?? error.Message,
                "Check that the role exists and its trust policy names the caller, that the caller's policies allow sts:AssumeRole, "
                    + ExternalIdAdvice(role),
                error),
            ErrorIds.RequestRefused => Error(ErrorIds.RoleNotAssumable, role, error.Message, "", error),
            _ => error,
        };
    }

    /// <summary>MFA is needed and nobody gave a code.</summary>
    public static NetConnectException TokenCodeMissing(string roleArn, string mfaSerial) => new(
        ErrorIds.LoginRequired,
        ErrorKind.Denied,
        $"{roleArn} asks for a code from the MFA device {mfaSerial}. Open a session with New-NetConnectSession -TokenCode. For unattended "
            + "runs use a role that trusts a workload instead: an OIDC or managed identity, an instance or a container.",
        roleArn);

    /// <summary>The OIDC token in a file.</summary>
    public static string ReadToken(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NetConnectException(
                ErrorIds.NoCredentials, ErrorKind.Denied, $"The web identity token cannot be read: {e.Message}", path, e);
        }
    }

    private static string ExternalIdAdvice(RoleToAssume role) => role.ExternalId is null
        ? "and that it asks for no external id: -ExternalId gives one."
        : "and that the external id is the one that the trust policy asks for.";

    private static bool Says(NetConnectException error, string text) => (error.InnerException?.Message ?? "").Contains(text);

    private static NetConnectException Error(string id, RoleToAssume role, string reason, string advice, NetConnectException error) =>
        new(
            id,
            ErrorKind.Denied,
            $"{role.RoleArn} cannot be assumed: {reason.TrimEnd('.')}. {advice}".TrimEnd(),
            role.RoleArn,
            error.InnerException ?? error);
}
