namespace NetConnect.Sandbox.Protocol;

/// <summary>The failures that every service has, in that service's words.</summary>
internal abstract class ServiceErrors
{
    private const string Mismatch = "The request signature we calculated does not match the signature you provided. "
        + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

    public abstract ApiException MissingToken();

    public abstract ApiException UnknownKey();

    public abstract ApiException TokenExpired();

    public abstract ApiException RequestExpired(string timestamp);

    public abstract ApiException Throttled();

    public abstract ApiException Internal();

    public abstract ApiException Denied(string callerArn, string action);

    public static ApiException SignatureMismatch() => new("SignatureDoesNotMatch", Mismatch, 403);

    /// <summary>The body of an error answer.</summary>
    public abstract byte[] Write(ApiException error, string requestId);
}
