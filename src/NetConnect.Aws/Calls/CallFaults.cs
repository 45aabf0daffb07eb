using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Xml;
using Amazon.Runtime;

namespace NetConnect.Aws.Calls;

/// <summary>Tells from an exception of AWSSDK how the call failed.</summary>
internal static class CallFaults
{
    // EC2's own code first (https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html); the others are what STS and other
    // services say.
    private static readonly HashSet<string> s_throttles =
    [
        "RequestLimitExceeded", "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException",
        "EC2ThrottledException", "TooManyRequestsException", "BandwidthLimitExceeded", "PriorRequestNotComplete", "SlowDown",
    ];

    /// <summary>The fault, or null where the exception is not about a call at all.</summary>
    public static CallFault? Of(Exception exception)
    {
        if (exception is AmazonServiceException { StatusCode: not 0 } answer)
        {
            if (s_throttles.Contains(answer.ErrorCode ?? "") || (int)answer.StatusCode == 429)
                return CallFault.Throttled;
            return (int)answer.StatusCode >= 500 ? CallFault.Lost : CallFault.Refused;
        }
        if (exception is NetConnectException)
            return null;
        Exception[] causes = [.. Chain(exception)];
        if (causes.Any(NeverConnected))
            return CallFault.Unreached;
        if (causes.Any(BrokeOff))
            return CallFault.Lost;
        return exception is AmazonClientException ? CallFault.Refused : null;
    }

    /// <summary>Whether an answer came that is not AWS's: a proxy's page, another server, a body cut short.</summary>
    public static bool IsUnreadable(Exception exception) =>
        exception is AmazonServiceException { StatusCode: not 0 } answer
            ? string.IsNullOrEmpty(answer.ErrorCode)
            : Chain(exception).Any(cause => cause is XmlException or AmazonUnmarshallingException);

    private static bool NeverConnected(Exception cause) => cause switch
    {
        AuthenticationException => true,
        SocketException socket => socket.SocketErrorCode
            is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData,
        WebException web => web.Status is WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure
            or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure,
        _ => false,
    };

    // The caller's own cancellation never comes here: AwsCalls sees to it first.
    private static bool BrokeOff(Exception cause) =>
        cause is IOException or SocketException or WebException or HttpRequestException or TimeoutException or OperationCanceledException
            or XmlException or AmazonUnmarshallingException;

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
