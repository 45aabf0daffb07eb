using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2;

/// <summary>Failures as EC2 says them (Amazon EC2 API Reference, "Error codes for the Amazon EC2 API").</summary>
internal sealed class Ec2Errors : ServiceErrors
{
    public override ApiException MissingToken() => new("MissingAuthenticationToken", "Request is missing Authentication Token", 403);

    public override ApiException UnknownKey() => new("AuthFailure", "AWS was not able to validate the provided access credentials", 401);

    public override ApiException TokenExpired() => new("RequestExpired", "Request has expired.");

    public override ApiException RequestExpired(string timestamp) => new("RequestExpired", "Request has expired.");

    public override ApiException Throttled() => new("RequestLimitExceeded", "Request limit exceeded.", 503);

    public override ApiException Internal() => new("InternalError", "An internal error has occurred", 500);

    public override ApiException Denied(string callerArn, string action) => new("UnauthorizedOperation",
        $"You are not authorized to perform this operation. User: {callerArn} is not authorized to perform: {action} with an explicit deny",
            403);

    public override byte[] Write(ApiException error, string requestId)
    {
        using var answer = new XmlAnswer();
        answer.Open("Response")
            .Node("Errors", errors => errors.Node("Error", node => node.Text("Code", error.Code).Text("Message", error.Message)))
            .Text("RequestID", requestId).Close();
        return answer.ToArray();
    }
}
