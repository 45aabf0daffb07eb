using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests;

/// <summary>A sandbox of the default seed on a stepped clock, with a client for each side of its peering.</summary>
public abstract class SandboxTest : IDisposable
{
    protected const string Shop = "vpc-0a110000000000001";
    protected const string ShopTable = "rtb-0a110000000000002";
    protected const string Tools = "vpc-0a120000000000001";
    protected const string Data = "vpc-0b210000000000001";
    protected const string DataTable = "rtb-0b210000000000002";
    protected const string Reports = "vpc-0b220000000000001";
    protected const string Legacy = "vpc-0b230000000000001";
    protected const string Partner = "222222222222";

    protected SandboxTest(SandboxOptions? options = null)
    {
        Server = SandboxServer.Start(options ?? new SandboxOptions { Clock = SandboxClockKind.Stepped });
        Network = ClientOf(0, "eu-west-1");
        PartnerUs = ClientOf(1, "us-east-1");
    }

    protected SandboxServer Server { get; }

    /// <summary>The first account, in eu-west-1, where the VPC "shop" is.</summary>
    private protected SandboxClient Network { get; }

    /// <summary>The second account, in us-east-1, where the VPC "data" is.</summary>
    private protected SandboxClient PartnerUs { get; }

    public void Dispose()
    {
        Server.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected SandboxClient ClientOf(int account, string region) =>
        new(Server.Endpoint, region, Server.Accounts[account].AccessKeyId!, Server.Accounts[account].SecretAccessKey!);

    /// <summary>Long enough for every state to settle, too short for anything to expire.</summary>
    protected void Settle() => Server.Advance(TimeSpan.FromMinutes(10));

    protected async Task<string> RequestAsync(string vpc = Shop, string peer = Data, string region = "us-east-1")
    {
        XElement answer = await Network.CallAsync("CreateVpcPeeringConnection",
            ("VpcId", vpc), ("PeerVpcId", peer), ("PeerOwnerId", Partner), ("PeerRegion", region));
        Settle();
        return answer.Descendants("vpcPeeringConnectionId").Single().Value;
    }

    protected async Task<string> ActivePeeringAsync()
    {
        string id = await RequestAsync();
        await PartnerUs.CallAsync("AcceptVpcPeeringConnection", ("VpcPeeringConnectionId", id));
        Settle();
        return id;
    }

    private protected static async Task<string> StateAsync(SandboxClient client, string id) =>
        (await client.CallAsync("DescribeVpcPeeringConnections", ("VpcPeeringConnectionId.1", id))).Descendants("status").Single()
            .Element("code")!.Value;
}
