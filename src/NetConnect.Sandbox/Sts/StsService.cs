using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.Protocol;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox.Sts;

/// <summary>The STS Query API, version 2011-06-15.</summary>
internal sealed class StsService(SandboxWorld world) : QueryService
{
    public const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public override string Name => "sts";

    public override ServiceErrors Errors { get; } = new StsErrors();

    public override bool Has(string action) => ActionTable<StsCall>.Find(action) is not null;

    // The web identity token is the proof: such a request is not signed (STS API Reference, AssumeRoleWithWebIdentity).
    public override bool IsAnonymous(string action) => action == nameof(WebIdentityActions.AssumeRoleWithWebIdentity);

    public override byte[] Invoke(string action, QueryParameters parameters, Caller? caller, string region, string requestId)
    {
        Action<StsCall, XmlAnswer> run = ActionTable<StsCall>.Find(action) ?? throw UnknownAction(action);
        // GetCallerIdentity needs no permission, and a deny does not take it away (its API Reference page).
        if (caller is not null && action != nameof(IdentityActions.GetCallerIdentity) && !caller.Allows($"sts:{action}"))
            throw Errors.Denied(caller.Arn, $"sts:{action}");
        using var answer = new XmlAnswer();
        answer.Open(action + "Response", Namespace)
            .Node(action + "Result", result => run(new StsCall(world, parameters, caller), result))
            .Node("ResponseMetadata", metadata => metadata.Text("RequestId", requestId)).Close();
        return answer.ToArray();
    }
}
