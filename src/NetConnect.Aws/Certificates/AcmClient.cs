using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Transform;

namespace NetConnect.Aws.Certificates;

/// <summary>The three calls of AWS Certificate Manager that NetConnect needs, over AWSSDK's own signing and sending.</summary>
/// <remarks>Stands in for the package AWSSDK.CertificateManager, and is small so that the package can take its place. ACM speaks JSON 1.1: the target header
/// names the operation, blobs are base64 (ACM API Reference, "Making API requests").</remarks>
internal sealed class AcmClient(AWSCredentials credentials, AcmConfig config) : AmazonServiceClient(credentials, config)
{
    /// <summary>Calls one operation.</summary>
    /// <param name="operation">Its name, such as <c>ListCertificates</c>.</param>
    /// <param name="writeInput">Writes the members of its input.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Its output.</returns>
    /// <exception cref="AcmException">ACM refused.</exception>
    public async Task<JsonElement> CallAsync(string operation, Action<Utf8JsonWriter> writeInput, CancellationToken cancellationToken)
    {
        var options = new InvokeOptions { RequestMarshaller = new InputMarshaller(operation, writeInput), ResponseUnmarshaller = new OutputUnmarshaller() };
        return (await InvokeAsync<Answer>(new Request(), options, cancellationToken).ConfigureAwait(false)).Output;
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata { get; } = new Metadata();

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.AddHandlerAfter<Marshaller>(new EndpointResolver());
        pipeline.AddHandlerAfter<RetryHandler>(new AuthSchemes());
    }

    // Every call is signed in the same way.
    private sealed class AuthSchemes : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => [new AuthSchemeOption { SchemeId = "aws.auth#sigv4" }];
    }

    private sealed class Metadata : IServiceMetadata
    {
        public string ServiceId => "ACM";

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }

    private sealed class Request : AmazonWebServiceRequest;

    private sealed class Answer : AmazonWebServiceResponse
    {
        public JsonElement Output { get; init; }
    }

    private sealed class InputMarshaller(string operation, Action<Utf8JsonWriter> writeInput) : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            using var body = new MemoryStream();
            using (var writer = new Utf8JsonWriter(body))
            {
                writer.WriteStartObject();
                writeInput(writer);
                writer.WriteEndObject();
            }
            var request = new DefaultRequest(input, "CertificateManager") { HttpMethod = "POST", ResourcePath = "/", Content = body.ToArray() };
            request.Headers["X-Amz-Target"] = $"CertificateManager.{operation}";
            request.Headers["Content-Type"] = "application/x-amz-json-1.1";
            return request;
        }
    }

    private sealed class OutputUnmarshaller : JsonResponseUnmarshaller
    {
        public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
        {
            using JsonDocument document = JsonDocument.Parse(Text(input) is { Length: > 0 } text ? text : "{}");
            return new Answer { Output = document.RootElement.Clone() };
        }

        public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, System.Net.HttpStatusCode statusCode)
        {
            string text = Text(input);
            try
            {
                using JsonDocument document = JsonDocument.Parse(text);
                string code = Member(document.RootElement, "__type");
                string message = Member(document.RootElement, "message") is { Length: > 0 } said ? said : Member(document.RootElement, "Message");
                return new AcmException(message, innerException, code.Substring(code.IndexOf('#') + 1), statusCode);
            }
            catch (JsonException)
            {
                // No code: an answer that is not ACM's.
                return new AcmException(text, innerException, "", statusCode);
            }
        }

        private static string Text(JsonUnmarshallerContext input)
        {
            using var reader = new StreamReader(input.Stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }

        private static string Member(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement member) ? member.GetString() ?? "" : "";
    }
}
