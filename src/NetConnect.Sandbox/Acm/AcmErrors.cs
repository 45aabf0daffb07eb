using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Acm;

/// <summary>Failures as ACM says them (ACM API Reference, "Common Errors").</summary>
internal sealed class AcmErrors : ServiceErrors
{
    public static ApiException Invalid(string why) => new("ValidationException", why);

    public static ApiException NotFound(string arn) => new("ResourceNotFoundException", $"Could not find certificate {arn}.");

    public override ApiException MissingToken() => new("MissingAuthenticationTokenException", "Missing Authentication Token");

    public override ApiException UnknownKey() => new("UnrecognizedClientException", "The security token included in the request is invalid.");

    public override ApiException TokenExpired() => new("ExpiredTokenException", "The security token included in the request is expired");

    public override ApiException RequestExpired(string timestamp) =>
        new("InvalidSignatureException", $"Signature expired: {timestamp} is more than 5 minutes away from the server's time");

    public override ApiException Throttled() => new("ThrottlingException", "Rate exceeded");

    public override ApiException Internal() => new("InternalFailure", "The request processing has failed because of an unknown error.", 500);

    public override ApiException Denied(string callerArn, string action) =>
        new("AccessDeniedException", $"User: {callerArn} is not authorized to perform: {action}");

    public override byte[] Write(ApiException error, string requestId)
    {
        using var answer = new JsonAnswer();
        answer.Text("__type", error.Code).Text("message", error.Message);
        return answer.ToArray();
    }
}
