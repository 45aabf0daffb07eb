using NetConnect.Sandbox.Hosting;
using NetConnect.Sandbox.Identity;

namespace NetConnect.Sandbox.Protocol;

/// <summary>A service of the Query protocol: it authorises an action, runs it and frames the answer.</summary>
internal abstract class QueryService
{
    /// <summary>What credential scopes call the service.</summary>
    public abstract string Name { get; }

    public abstract ServiceErrors Errors { get; }

    /// <summary>The media type of answers.</summary>
    public virtual string ContentType => HttpAnswer.Xml;

    public abstract bool Has(string action);

    /// <summary>Whether an action is called without a signature, because something else in it proves who calls.</summary>
    public virtual bool IsAnonymous(string action) => false;

    /// <summary>Runs an action and returns the body of the answer, or throws an <see cref="ApiException"/>.</summary>
    public abstract byte[] Invoke(string action, QueryParameters parameters, Caller? caller, string region, string requestId);

    protected static ApiException UnknownAction(string? action) =>
        new("InvalidAction", $"The action {action} is not valid for this web service.");
}
