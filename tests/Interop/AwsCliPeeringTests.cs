using System.Text.Json.Nodes;
using NetConnect.Interop.Tests.Hosting;

namespace NetConnect.Interop.Tests;

/// <summary>A peering made and removed by the aws CLI, one side per profile.</summary>
public sealed class AwsCliPeeringTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Shop = "vpc-0a110000000000001";
    private const string ShopPrivate = "rtb-0a110000000000002";
    private const string Data = "vpc-0b210000000000001";
    private const string DataPrivate = "rtb-0b210000000000002";
    private const string Create =
        $"ec2 create-vpc-peering-connection --vpc-id {Shop} --peer-vpc-id {Data} --peer-owner-id 222222222222 --peer-region us-east-1";

    private readonly AwsCli _network = new(sandbox.Home, "network");
    private readonly AwsCli _partner = new(sandbox.Home, "partner");

    [Fact]
    public async Task A_peering_lives_from_request_to_removal()
    {
        string id = await _network.TextAsync("VpcPeeringConnection.VpcPeeringConnectionId", Create,
            "--tag-specifications", "ResourceType=vpc-peering-connection,Tags=[{Key=Name,Value=shop to data}]");
        string named = $"--vpc-peering-connection-id {id}";
        await _network.RunAsync($"ec2 wait vpc-peering-connection-exists --vpc-peering-connection-ids {id}");
        Assert.Equal("pending-acceptance", await StateAsync(_partner, id));
        Assert.Equal("VpcPeeringConnectionAlreadyExists", await _network.ErrorAsync(Create));

        await RoutesLeadNowhereBeforeTheyAreAccepted(id);
        Assert.Equal("OperationNotPermitted", await _network.ErrorAsync($"ec2 accept-vpc-peering-connection {named}"));
        await _partner.RunAsync($"ec2 accept-vpc-peering-connection {named}");
        Assert.Equal("active", await StateAsync(_network, id));
        Json.Equal("""[["10.2.0.0/16", "active"]]""", await RoutesAsync(_network, ShopPrivate, id));

        await EachOwnerSetsItsOwnOption(id);
        await EachSideSeesItsOwnTags(id);

        await _partner.RunAsync($"ec2 delete-vpc-peering-connection {named}");
        await _network.RunAsync($"ec2 wait vpc-peering-connection-deleted --vpc-peering-connection-ids {id}");
        Json.Equal("""[["10.2.0.0/16", "blackhole"]]""", await RoutesAsync(_network, ShopPrivate, id));
        await _network.RunAsync($"ec2 delete-route --route-table-id {ShopPrivate} --destination-cidr-block 10.2.0.0/16");
        Json.Equal("[]", await RoutesAsync(_network, ShopPrivate, id));
        Assert.Equal("InvalidStateTransition", await _network.ErrorAsync($"ec2 delete-vpc-peering-connection {named}"));
    }

    // EC2 keeps a block without its host bits.
    private async Task RoutesLeadNowhereBeforeTheyAreAccepted(string id)
    {
        string route = $"--destination-cidr-block 10.2.3.4/16 --vpc-peering-connection-id {id}";
        await _network.RunAsync($"ec2 create-route --route-table-id {ShopPrivate} {route}");
        Json.Equal("""[["10.2.0.0/16", "blackhole"]]""", await RoutesAsync(_network, ShopPrivate, id));
        const string Nowhere = "--destination-cidr-block 10.1.0.0/16 --vpc-peering-connection-id pcx-00000000000000000";
        Assert.Equal("InvalidVpcPeeringConnectionID.NotFound",
            await _partner.ErrorAsync($"ec2 create-route --route-table-id {DataPrivate} {Nowhere}"));
    }

    private async Task EachOwnerSetsItsOwnOption(string id)
    {
        string modify = $"ec2 modify-vpc-peering-connection-options --vpc-peering-connection-id {id}";
        await _network.RunAsync($"{modify} --requester-peering-connection-options AllowDnsResolutionFromRemoteVpc=true");
        Assert.Equal("OperationNotPermitted",
            await _network.ErrorAsync($"{modify} --accepter-peering-connection-options AllowDnsResolutionFromRemoteVpc=true"));
        const string Side = ".[Region,CidrBlock,PeeringOptions.AllowDnsResolutionFromRemoteVpc]";
        Json.Equal(
            """[["eu-west-1", "10.1.0.0/16", true], ["us-east-1", "10.2.0.0/16", false]]""",
            await DescribeAsync(_partner, id, $"[RequesterVpcInfo{Side},AccepterVpcInfo{Side}]"));
    }

    private async Task EachSideSeesItsOwnTags(string id)
    {
        await _partner.RunAsync($"ec2 create-tags --resources {id} --tags Key=Side,Value=accepter");
        Json.Equal("""["shop to data"]""", await DescribeAsync(_network, id, "Tags[].Value"));
        Json.Equal("""["accepter"]""", await DescribeAsync(_partner, id, "Tags[].Value"));
        Json.Equal("[]", await _network.RunAsync(
            "ec2 describe-vpc-peering-connections --filters Name=tag:Side,Values=* --query VpcPeeringConnections"));
        await _partner.RunAsync($"ec2 delete-tags --resources {id} --tags Key=Side");
        Json.Equal("[]", await DescribeAsync(_partner, id, "Tags"));
    }

    private static async Task<string> StateAsync(AwsCli side, string id) =>
        (await DescribeAsync(side, id, "Status.Code"))!.GetValue<string>();

    private static Task<JsonNode?> DescribeAsync(AwsCli side, string id, string query) =>
        side.RunAsync($"ec2 describe-vpc-peering-connections --vpc-peering-connection-ids {id}",
            "--query", $"VpcPeeringConnections[0].{query}");

    private static Task<JsonNode?> RoutesAsync(AwsCli side, string table, string peering) =>
        side.RunAsync($"ec2 describe-route-tables --route-table-ids {table}",
            "--query", $"RouteTables[0].Routes[?VpcPeeringConnectionId=='{peering}'].[DestinationCidrBlock,State]");
}
