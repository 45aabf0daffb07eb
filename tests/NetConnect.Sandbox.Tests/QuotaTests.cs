using System.Globalization;
using System.Text;

namespace NetConnect.Sandbox.Tests;

public sealed class QuotaTests : SandboxTest
{
    public QuotaTests()
        : base(new SandboxOptions { Clock = SandboxClockKind.Stepped, SeedJson = Seed() })
    {
    }

    [Fact]
    public async Task A_vpc_has_25_outstanding_requests_and_50_active_peerings_at_most()
    {
        for (int i = 1; i <= 25; i++) await PeerAsync(i, accept: false);
        Assert.Equal("OutstandingVpcPeeringConnectionLimitExceeded", await Network.ErrorAsync("CreateVpcPeeringConnection", Request(26)));
        Server.Advance(TimeSpan.FromDays(7));
        for (int i = 1; i <= 50; i++) await PeerAsync(i, accept: true);
        Assert.Equal("ActiveVpcPeeringConnectionPerVpcLimitExceeded", await Network.ErrorAsync("CreateVpcPeeringConnection", Request(51)));
    }

    [Fact]
    public async Task A_table_has_500_routes_of_each_family_at_most()
    {
        string peering = await PeerAsync(1, accept: true);
        for (int i = 0; i < 500; i++) await RouteAsync("DestinationCidrBlock", $"172.{i / 250}.{i % 250}.0/24", peering);
        Assert.Equal("RouteLimitExceeded", await Network.ErrorAsync("CreateRoute", Route("DestinationCidrBlock", "192.0.2.0/24", peering)));
        await RouteAsync("DestinationIpv6CidrBlock", "2001:db8:ffff::/48", peering);
    }

    [Fact]
    public async Task A_vpc_has_five_ipv4_blocks_at_most()
    {
        for (int i = 0; i < 4; i++) await Network.CallAsync("AssociateVpcCidrBlock", ("VpcId", "vpc-00000000000000000"),
            ("CidrBlock", $"10.{200 + i}.0.0/16"));
        Assert.Equal("CidrLimitExceeded",
            await Network.ErrorAsync("AssociateVpcCidrBlock", ("VpcId", "vpc-00000000000000000"), ("CidrBlock", "10.210.0.0/16")));
    }

    private static (string, string)[] Request(int peer) =>
        [("VpcId", "vpc-00000000000000000"), ("PeerVpcId", $"vpc-{peer:D17}")];

    private static (string, string)[] Route(string kind, string destination, string peering) =>
        [("RouteTableId", "rtb-00000000000000000"), (kind, destination), ("VpcPeeringConnectionId", peering)];

    // One VPC in the middle (number 0) and 60 around it.
    private static string Seed()
    {
        var vpcs = new StringBuilder();
        for (int i = 0; i <= 60; i++)
            vpcs.Append(CultureInfo.InvariantCulture, $$"""
                {{(i == 0 ? "" : ",")}} { "region": "eu-west-1", "id": "vpc-{{i:D17}}", "cidrs": [ "10.{{i}}.0.0/16" ],
                  "routeTables": [ { "id": "rtb-{{i:D17}}" } ] }
                """);
        const string User = """[ { "name": "u", "accessKeyId": "K", "secretAccessKey": "S" } ]""";
        const string Other = """[ { "name": "u", "accessKeyId": "L", "secretAccessKey": "S" } ]""";
        return $$"""
            { "accounts": [ { "id": "111111111111", "users": {{User}}, "vpcs": [ {{vpcs}} ] }, { "id": "222222222222", "users": {{Other}} } ] }
            """;
    }

    private async Task<string> PeerAsync(int peer, bool accept)
    {
        var created = await Network.CallAsync("CreateVpcPeeringConnection", Request(peer));
        string id = created.Descendants("vpcPeeringConnectionId").Single().Value;
        if (!accept) return id;
        Settle();
        await Network.CallAsync("AcceptVpcPeeringConnection", ("VpcPeeringConnectionId", id));
        Settle();
        return id;
    }

    private async Task RouteAsync(string kind, string destination, string peering) =>
        await Network.CallAsync("CreateRoute", Route(kind, destination, peering));
}
