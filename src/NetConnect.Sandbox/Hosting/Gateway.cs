using System.Text;
using NetConnect.Sandbox.Acm;
using NetConnect.Sandbox.Ec2;
using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.Protocol;
using NetConnect.Sandbox.Sts;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox.Hosting;

/// <summary>The way of a request: which service, who calls, which fault, then the action under the world's lock.</summary>
internal sealed class Gateway(SandboxWorld world, SandboxAuthentication mode, Action<SandboxCall> record)
{
    // A request that names no Region is not signed, or signed for a global endpoint.
    private const string DefaultRegion = "us-east-1";

    private static readonly byte[] s_html =
        Encoding.UTF8.GetBytes("<html><head><title>Sign in</title><body>Please sign in to the network<br></html>");

    private readonly Authenticator _authenticator = new(world.Identities, world.Clock, mode);
    private readonly QueryService[] _services = [new Ec2Service(world), new StsService(world), new AcmService(world)];

    public async Task<HttpAnswer> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        string requestId = Guid.NewGuid().ToString();
        SignedRequest? signed = SignedRequest.Read(request);
        QueryParameters parameters = request.Parameters();
        string action = parameters.Text("Action") ?? "";
        string region = signed?.Region ?? DefaultRegion;
        QueryService service = ServiceOf(signed, action);
        Caller? caller = null;
        try
        {
            if (!service.IsAnonymous(action))
                lock (world) caller = _authenticator.Authenticate(request, signed, service.Errors);
            if (action.Length == 0) throw QueryParameters.Missing("Action");

            FaultRule? fault = world.Faults.Take(action, caller?.AccountId, region);
            if (fault is not null && Harm(fault.Kind, service.Errors) is { } harm) return Record(harm, $"({fault.Kind})");
            if (fault?.Kind == FaultKind.Delay) await Task.Delay(fault.Delay, cancellationToken).ConfigureAwait(false);
            if (!world.Faults.HasTokenFor(action, caller?.AccountId, region, world.Clock.Now)) throw service.Errors.Throttled();

            byte[] body;
            lock (world) body = world.Clock.Hold(() => service.Invoke(action, parameters, caller, region, requestId));
            return Record(fault?.Kind == FaultKind.ResetAfter ? HttpAnswer.Reset : new HttpAnswer(200, body, service.ContentType), null);
        }
        catch (ApiException error)
        {
            return Record(new HttpAnswer(error.Status, service.Errors.Write(error, requestId), service.ContentType), error.Code);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // A defect of the sandbox: say so rather than leave the client waiting.
            return Record(new HttpAnswer(500, Encoding.UTF8.GetBytes(defect.ToString()), "text/plain"), defect.GetType().Name);
        }

        HttpAnswer Record(HttpAnswer answer, string? errorCode)
        {
            record(new SandboxCall(action, caller?.AccountId, region, errorCode));
            return answer;
        }
    }

    // Answers that take the place of the call; an ApiException is such an answer too.
    private static HttpAnswer? Harm(FaultKind kind, ServiceErrors errors) => kind switch
    {
        FaultKind.ResetBefore => HttpAnswer.Reset,
        FaultKind.NotXml => new HttpAnswer(200, s_html, "text/html"),
        FaultKind.Throttle => throw errors.Throttled(),
        FaultKind.ServerError => throw errors.Internal(),
        FaultKind.Unavailable => throw new ApiException("Unavailable", "The server is overloaded and can't handle the request.", 503),
        _ => null,
    };

    private QueryService ServiceOf(SignedRequest? signed, string action) =>
        Array.Find(_services, service => service.Name == signed?.Service)
        ?? Array.Find(_services, service => service.Has(action))
        ?? _services[0];
}
