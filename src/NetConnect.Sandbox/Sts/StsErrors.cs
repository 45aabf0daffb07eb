using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Sts;

/// <summary>Failures as STS says them (AWS STS API Reference, "Common Error Types").</summary>
internal sealed class StsErrors : ServiceErrors
{
    public override ApiException MissingToken() =>
        new("MissingAuthenticationToken", "Request is missing Authentication Token", 403);

    public override ApiException UnknownKey() =>
        new("InvalidClientTokenId", "The security token included in the request is invalid.", 403);

    public override ApiException TokenExpired() => new("ExpiredToken", "The security token included in the request is expired", 403);

    public override ApiException RequestExpired(string timestamp) =>
        new("RequestExpired", $"Signature expired: {timestamp} is more than 5 minutes away from the server's time", 403);

    public override ApiException Throttled() => new("Throttling", "Rate exceeded");

    public override ApiException Internal() =>
        new("InternalFailure", "The request processing has failed because of an unknown error.", 500);

    public override ApiException Denied(string callerArn, string action) =>
        new("AccessDenied", $"User: {callerArn} is not authorized to perform: {action}", 403);

    public override byte[] Write(ApiException error, string requestId)
    {
        using var answer = new XmlAnswer();
        answer.Open("ErrorResponse", StsService.Namespace)
            .Node("Error", node =>
                node.Text("Type", error.Status >= 500 ? "Receiver" : "Sender").Text("Code", error.Code).Text("Message", error.Message))
            .Text("RequestId", requestId).Close();
        return answer.ToArray();
    }
}
