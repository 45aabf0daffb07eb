namespace NetConnect.Interop.Tests.Hosting;

/// <summary>Two VPCs of two accounts in two Regions, made and looked at by boto3.</summary>
internal sealed class PeeredVpcs
{
    private const string Script = "peered_vpcs.py";

    private readonly ClientHome _home;

    private PeeredVpcs(ClientHome home, string vpcId, string peerVpcId)
    {
        _home = home;
        VpcId = vpcId;
        PeerVpcId = peerVpcId;
    }

    public string VpcId { get; }

    public string PeerVpcId { get; }

    public static async Task<PeeredVpcs> MakeAsync(ClientHome home)
    {
        string[] ids = (await PythonScript.RunAsync(home, Script, "make")).Succeeded().Output.Split();
        return new PeeredVpcs(home, ids[0], ids[1]);
    }

    /// <summary>Asserts that both sides are connected, whole, and gives the peering's id.</summary>
    public async Task<string> AreConnectedAsync(string name) =>
        (await PythonScript.RunAsync(_home, Script, "connected", VpcId, PeerVpcId, name)).Succeeded().Output.Trim();

    /// <summary>Asserts that nothing connects the two.</summary>
    public async Task AreNotConnectedAsync() =>
        (await PythonScript.RunAsync(_home, Script, "removed", VpcId, PeerVpcId)).Succeeded();
}
