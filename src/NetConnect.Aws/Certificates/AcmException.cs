using System.Net;
using Amazon.Runtime;

namespace NetConnect.Aws.Certificates;

/// <summary>A refusal of AWS Certificate Manager.</summary>
internal sealed class AcmException(string message, Exception innerException, string errorCode, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, ErrorType.Unknown, errorCode, "", statusCode);
