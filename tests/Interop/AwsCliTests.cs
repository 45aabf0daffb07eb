using System.Text.Json.Nodes;
using NetConnect.Interop.Tests.Hosting;

namespace NetConnect.Interop.Tests;

/// <summary>The aws CLI in one account and across two.</summary>
public sealed class AwsCliTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Shop = "vpc-0a110000000000001";

    private readonly AwsCli _network = new(sandbox.Home, "network");
    private readonly AwsCli _partner = new(sandbox.Home, "partner");

    [Fact]
    public async Task The_partner_is_reached_through_its_role()
    {
        Assert.Equal("arn:aws:iam::111111111111:user/network", await _network.TextAsync("Arn", "sts get-caller-identity"));
        string partner = await _partner.TextAsync("Arn", "sts get-caller-identity");
        Assert.StartsWith("arn:aws:sts::222222222222:assumed-role/NetConnect/", partner, StringComparison.Ordinal);

        const string Assume = "sts assume-role --role-session-name cli --role-arn";
        JsonNode? session = await _network.RunAsync($"{Assume} {ClientHome.Role} --query [AssumedRoleUser.Arn,Credentials.AccessKeyId]");
        Assert.Equal("arn:aws:sts::222222222222:assumed-role/NetConnect/cli", session![0]!.GetValue<string>());
        Assert.StartsWith("ASIA", session[1]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("AccessDenied", await _network.ErrorAsync($"{Assume} arn:aws:iam::222222222222:role/Nobody"));
    }

    [Fact]
    public async Task Filters_join_names_with_and_and_values_with_or()
    {
        Json.Equal("""["shop", "tools"]""", await NamesAsync(_network, "Name=tag:Name,Values=sh*,tools"));
        Json.Equal("""["tools"]""", await NamesAsync(_network, "Name=tag-key,Values=Name Name=cidr,Values=10.3.0.0/16"));
        Json.Equal("""["data"]""", await NamesAsync(_partner, "Name=state,Values=available Name=cidr,Values=10.2.*"));
        Assert.Equal("InvalidParameterValue", await _network.ErrorAsync("ec2 describe-vpcs --filters Name=colour,Values=blue"));
    }

    [Fact]
    public async Task A_list_comes_in_pages_that_add_up()
    {
        for (int i = 0; i < 3; i++) await _network.RunAsync($"ec2 create-route-table --vpc-id {Shop}");
        const string Describe = "ec2 describe-route-tables --page-size 5 --filters Name=vpc-id,Values=" + Shop;

        int before = sandbox.Calls("DescribeRouteTables");
        JsonNode? all = await _network.RunAsync($"{Describe} --query RouteTables[].RouteTableId");
        Assert.Equal(2, sandbox.Calls("DescribeRouteTables") - before);

        JsonNode? first = await _network.RunAsync($"{Describe} --max-items 4");
        JsonNode? rest = await _network.RunAsync($"{Describe} --starting-token {first!["NextToken"]!.GetValue<string>()}");
        IEnumerable<JsonNode?> parts = first["RouteTables"]!.AsArray().Concat(rest!["RouteTables"]!.AsArray());
        string[] ids = [.. parts.Select(table => table!["RouteTableId"]!.GetValue<string>())];
        Assert.Equal(all!.AsArray().Select(id => id!.GetValue<string>()), ids);
        Assert.Equal(6, ids.Length);
    }

    [Fact]
    public async Task A_dry_run_changes_nothing()
    {
        Assert.Equal("DryRunOperation", await _network.ErrorAsync("ec2 create-vpc --cidr-block 10.77.0.0/16 --dry-run"));
        Json.Equal("[]", await _network.RunAsync("ec2 describe-vpcs --filters Name=cidr,Values=10.77.0.0/16 --query Vpcs"));
    }

    [Theory]
    [InlineData("ec2 describe-vpcs --vpc-ids vpc-0b210000000000001", "InvalidVpcID.NotFound")]
    [InlineData("ec2 describe-vpcs --vpc-ids shop", "InvalidVpcID.Malformed")]
    [InlineData("ec2 describe-vpc-peering-connections --vpc-peering-connection-ids pcx-00000000000000000",
        "InvalidVpcPeeringConnectionID.NotFound")]
    [InlineData("ec2 describe-vpc-peering-connections --vpc-peering-connection-ids 12", "InvalidVpcPeeringConnectionId.Malformed")]
    [InlineData("ec2 describe-route-tables --route-table-ids rtb-00000000000000000", "InvalidRouteTableID.NotFound")]
    [InlineData("ec2 delete-route --route-table-id rtb-0a110000000000002 --destination-cidr-block 10.9.0.0/16", "InvalidRoute.NotFound")]
    [InlineData("ec2 delete-vpc --vpc-id vpc-0a110000000000001", "DependencyViolation")]
    [InlineData("ec2 create-vpc --cidr-block 10.0.0.0/8", "InvalidVpc.Range")]
    [InlineData("ec2 describe-vpn-connections --vpn-connection-ids vpn-00000000000000000", "InvalidVpnConnectionID.NotFound")]
    [InlineData("ec2 describe-vpn-gateways --vpn-gateway-ids vgw-00000000000000000", "InvalidVpnGatewayID.NotFound")]
    [InlineData("ec2 describe-customer-gateways --customer-gateway-ids cgw-00000000000000000", "InvalidCustomerGatewayID.NotFound")]
    [InlineData("ec2 get-vpn-tunnel-replacement-status --vpn-connection-id vpn-00000000000000000 --vpn-tunnel-outside-ip-address 192.0.2.1",
        "InvalidVpnConnectionID.NotFound")]
    [InlineData("ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id cgw-00000000000000000 --vpn-gateway-id vgw-00000000000000000",
        "InvalidCustomerGatewayID.NotFound")]
    public async Task An_error_has_the_code_that_ec2_gives_it(string command, string code) =>
        Assert.Equal(code, await _network.ErrorAsync(command));

    [Fact]
    public async Task A_key_that_nobody_issued_is_refused()
    {
        using var home = new ClientHome(sandbox.Server.Endpoint);
        home.Write("config", "[profile nobody]\nregion = eu-west-1\naws_access_key_id = AKIANOBODY\naws_secret_access_key = nothing\n");
        Assert.Equal("AuthFailure", await new AwsCli(home, "nobody").ErrorAsync("ec2 describe-vpcs"));
    }

    private static Task<JsonNode?> NamesAsync(AwsCli side, string filters) =>
        side.RunAsync($"ec2 describe-vpcs --filters {filters} --query sort(Vpcs[].Tags[?Key=='Name'].Value[])");
}
