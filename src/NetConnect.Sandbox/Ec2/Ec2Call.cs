using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.Protocol;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox.Ec2;

/// <summary>One request to EC2: who calls what, where, with which parameters.</summary>
internal sealed class Ec2Call(string action, QueryParameters parameters, Caller caller, Ec2Region region)
{
    public string Action => action;

    public QueryParameters Parameters => parameters;

    public Caller Caller => caller;

    /// <summary>What the caller's account owns in the Region that the request was signed for.</summary>
    public Ec2Region Region => region;

    public SandboxWorld World => region.World;

    public string NewId(ResourceKind kind) => World.NewId(kind.Prefix);
}
