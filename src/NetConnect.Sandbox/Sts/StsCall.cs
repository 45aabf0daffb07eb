using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.Protocol;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox.Sts;

/// <summary>One request to STS. The caller of an action that needs no signature is null.</summary>
internal sealed class StsCall(SandboxWorld world, QueryParameters parameters, Caller? caller)
{
    public SandboxWorld World => world;

    public QueryParameters Parameters => parameters;

    public Caller Caller => caller ?? throw new InvalidOperationException("This action is called without a signature: it has no caller.");
}
