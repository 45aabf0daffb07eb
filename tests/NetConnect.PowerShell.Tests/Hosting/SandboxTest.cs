namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>Tests with a sandbox of their own and its default seed.</summary>
public abstract class SandboxTest : IDisposable
{
    /// <summary>What leads from shop to data: $peer as parameters.</summary>
    private protected static readonly (string Name, object? Value)[] s_peer =
        [("PeerRegion", "us-east-1"), ("PeerRoleArn", "arn:aws:iam::222222222222:role/NetConnect")];

    private protected SandboxRunspace Sandbox { get; } = new();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Sandbox.Dispose();
    }

    /// <summary>Runs a script that must not fail.</summary>
    private protected Invocation Script(string script, params object?[] arguments) => Sandbox.Script(script, arguments).Succeeded();

    /// <summary>A peering of shop and data.</summary>
    private protected dynamic MakePeering(string more = "") => Script($"New-VpcPeering shop data @peer {more}").Single();

    /// <summary>A request from the partner's reports to the network's shop, both in eu-west-1.</summary>
    private protected dynamic MakeRequest() => Script(
        """
        New-VpcPeering -Credential $sandbox.Accounts[1].Credential -Region eu-west-1 -EndpointUrl $sandbox.Endpoint -VpcId reports `
            -PeerVpcId vpc-0a110000000000001 -PeerOwnerId 111111111111
        """).Single();
}
