namespace NetConnect.Aws.Tests.Hosting;

/// <summary>What STS answers.</summary>
internal static class StsAnswers
{
    public const string Secret = "temporary-secret";
    public const string Token = "temporary-token";

    /// <summary>Roles are assumed for an hour; the temporary key is named after the role.</summary>
    public static (int, string) Any(StubRequest request, DateTime now) => request.Action switch
    {
        "AssumeRole" or "AssumeRoleWithWebIdentity" => Role(request.Action, request["RoleArn"], now.AddHours(1)),
        "GetCallerIdentity" => Identity("111111111111", "arn:aws:iam::111111111111:user/someone"),
        _ => Error(400, "InvalidAction", request.Action),
    };

    public static (int, string) Role(string action, string roleArn, DateTime expiration) => (200, $"""
        <{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result><Credentials>
        <AccessKeyId>{KeyOf(roleArn)}</AccessKeyId><SecretAccessKey>{Secret}</SecretAccessKey><SessionToken>{Token}</SessionToken>
        <Expiration>{expiration:yyyy-MM-ddTHH:mm:ssZ}</Expiration></Credentials></{action}Result></{action}Response>
        """);

    public static (int, string) Identity(string account, string arn) => (200, $"""
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Account>{account}</Account><Arn>{arn}</Arn><UserId>AIDA</UserId></GetCallerIdentityResult></GetCallerIdentityResponse>
        """);

    public static (int, string) Error(int status, string code, string message) => (status, $"""
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>{code}</Code>
        <Message>{message}</Message></Error><RequestId>r</RequestId></ErrorResponse>
        """);

    /// <summary>The key that an assumed role gets here.</summary>
    public static string KeyOf(string roleArn) => "ASIA-" + roleArn.Split('/')[^1];
}
