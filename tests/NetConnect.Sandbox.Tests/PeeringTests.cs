using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests;

public sealed class PeeringTests : SandboxTest
{
    [Fact]
    public async Task A_request_passes_through_every_state_as_time_passes()
    {
        XElement created = await Network.CallAsync("CreateVpcPeeringConnection",
            ("VpcId", Shop), ("PeerVpcId", Data), ("PeerOwnerId", Partner), ("PeerRegion", "us-east-1"));
        string id = created.Descendants("vpcPeeringConnectionId").Single().Value;
        Assert.Equal("initiating-request", await StateAsync(Network, id));
        Server.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("pending-acceptance", await StateAsync(PartnerUs, id));
        await PartnerUs.CallAsync("AcceptVpcPeeringConnection", ("VpcPeeringConnectionId", id));
        Assert.Equal("provisioning", await StateAsync(Network, id));
        Server.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("active", await StateAsync(Network, id));
        await Network.CallAsync("DeleteVpcPeeringConnection", ("VpcPeeringConnectionId", id));
        Assert.Equal("deleting", await StateAsync(Network, id));
        Server.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("deleted", await StateAsync(PartnerUs, id));
    }

    [Fact]
    public async Task Overlapping_vpcs_make_a_request_that_fails_and_only_the_requester_sees_it()
    {
        string id = await RequestAsync(Shop, Legacy);
        Assert.Equal("failed", await StateAsync(Network, id));
        Assert.Equal("InvalidVpcPeeringConnectionID.NotFound",
            await PartnerUs.ErrorAsync("DescribeVpcPeeringConnections", ("VpcPeeringConnectionId.1", id)));
        Assert.Equal("InvalidStateTransition", await Network.ErrorAsync("DeleteVpcPeeringConnection", ("VpcPeeringConnectionId", id)));
        Server.Advance(TimeSpan.FromHours(2));
        Assert.Equal("InvalidVpcPeeringConnectionID.NotFound",
            await Network.ErrorAsync("DescribeVpcPeeringConnections", ("VpcPeeringConnectionId.1", id)));
    }

    [Fact]
    public async Task A_peer_vpc_that_is_not_there_makes_a_request_that_fails()
    {
        Assert.Equal("failed", await StateAsync(Network, await RequestAsync(Shop, "vpc-0123456789abcdef0")));
        Assert.Equal("InvalidVpcID.NotFound",
            await Network.ErrorAsync("CreateVpcPeeringConnection", ("VpcId", Shop), ("PeerVpcId", "vpc-0123456789abcdef0")));
    }

    [Fact]
    public async Task An_unanswered_request_expires_after_seven_days_and_shows_for_two_more()
    {
        string id = await RequestAsync();
        Server.Advance(TimeSpan.FromDays(7));
        Assert.Equal("expired", await StateAsync(Network, id));
        Assert.Equal("InvalidStateTransition", await PartnerUs.ErrorAsync("AcceptVpcPeeringConnection", ("VpcPeeringConnectionId", id)));
        Server.Advance(TimeSpan.FromDays(2));
        Assert.Equal("InvalidVpcPeeringConnectionID.NotFound",
            await PartnerUs.ErrorAsync("DescribeVpcPeeringConnections", ("VpcPeeringConnectionId.1", id)));
    }

    [Fact]
    public async Task A_rejected_request_shows_two_days_to_the_requester_and_two_hours_to_the_accepter()
    {
        string id = await RequestAsync();
        await PartnerUs.CallAsync("RejectVpcPeeringConnection", ("VpcPeeringConnectionId", id));
        Server.Advance(TimeSpan.FromHours(2));
        Assert.Equal("rejected", await StateAsync(Network, id));
        Assert.Empty((await PartnerUs.CallAsync("DescribeVpcPeeringConnections")).Descendants("item"));
        Server.Advance(TimeSpan.FromHours(46));
        Assert.Empty((await Network.CallAsync("DescribeVpcPeeringConnections")).Descendants("item"));
    }

    [Fact]
    public async Task A_deleted_peering_shows_two_hours_to_who_deleted_it_and_two_days_to_the_other()
    {
        string id = await ActivePeeringAsync();
        await PartnerUs.CallAsync("DeleteVpcPeeringConnection", ("VpcPeeringConnectionId", id));
        Server.Advance(TimeSpan.FromHours(3));
        Assert.Equal("deleted", await StateAsync(Network, id));
        Assert.Empty((await PartnerUs.CallAsync("DescribeVpcPeeringConnections")).Descendants("item"));
    }

    [Fact]
    public async Task Only_the_accepter_accepts_and_only_in_its_region()
    {
        string id = await RequestAsync();
        (string, string) peering = ("VpcPeeringConnectionId", id);
        Assert.Equal("OperationNotPermitted", await Network.ErrorAsync("AcceptVpcPeeringConnection", peering));
        Assert.Equal("InvalidVpcPeeringConnectionID.NotFound", await PartnerUs.In("eu-west-1")
            .ErrorAsync("AcceptVpcPeeringConnection", peering));
        Assert.Equal("OperationNotPermitted", await PartnerUs.ErrorAsync("DeleteVpcPeeringConnection", peering));
        await PartnerUs.CallAsync("AcceptVpcPeeringConnection", peering);
        Assert.Equal("InvalidStateTransition", await PartnerUs.ErrorAsync("AcceptVpcPeeringConnection", peering));
    }

    [Fact]
    public async Task One_account_accepts_its_own_request_in_the_accepters_region()
    {
        XElement created = await Network.CallAsync("CreateVpcPeeringConnection", ("VpcId", Shop), ("PeerVpcId", "vpc-0a130000000000001"),
            ("PeerRegion", "us-east-1"));
        (string, string) peering = ("VpcPeeringConnectionId", created.Descendants("vpcPeeringConnectionId").Single().Value);
        Settle();
        Assert.Equal("OperationNotPermitted", await Network.ErrorAsync("AcceptVpcPeeringConnection", peering));
        await Network.In("us-east-1").CallAsync("AcceptVpcPeeringConnection", peering);
    }

    [Fact]
    public async Task A_pair_of_vpcs_has_one_peering_whichever_side_asks()
    {
        await RequestAsync();
        Assert.Equal("VpcPeeringConnectionAlreadyExists", await PartnerUs.ErrorAsync("CreateVpcPeeringConnection",
            ("VpcId", Data), ("PeerVpcId", Shop), ("PeerOwnerId", "111111111111"), ("PeerRegion", "eu-west-1")));
    }

    [Fact]
    public async Task The_peers_blocks_show_only_while_the_peering_is_active()
    {
        string id = await RequestAsync();
        XElement pending = await Network.CallAsync("DescribeVpcPeeringConnections", ("VpcPeeringConnectionId.1", id));
        Assert.Null(pending.Descendants("accepterVpcInfo").Single().Element("cidrBlock"));
        await PartnerUs.CallAsync("AcceptVpcPeeringConnection", ("VpcPeeringConnectionId", id));
        Settle();
        XElement active = await PartnerUs.CallAsync("DescribeVpcPeeringConnections", ("VpcPeeringConnectionId.1", id));
        XElement requester = active.Descendants("requesterVpcInfo").Single();
        Assert.Equal(["10.1.0.0/16", "10.101.0.0/16"], requester.Element("cidrBlockSet")!.Descendants("cidrBlock")
            .Select(block => block.Value));
        Assert.Equal("2001:db8:a11:1100::/56", requester.Descendants("ipv6CidrBlock").Single().Value);
    }

    [Fact]
    public async Task Each_side_tags_for_itself()
    {
        string id = await ActivePeeringAsync();
        await Network.CallAsync("CreateTags", ("ResourceId.1", id), ("Tag.1.Key", "Name"), ("Tag.1.Value", "mine"));
        Assert.Equal("mine", (await Network.CallAsync("DescribeVpcPeeringConnections", ("Filter.1.Name", "tag:Name"),
            ("Filter.1.Value.1", "mi*")))
            .Descendants("value").Single().Value);
        Assert.Empty((await PartnerUs.CallAsync("DescribeVpcPeeringConnections")).Descendants("value"));
    }

    [Fact]
    public async Task Dns_options_wait_for_an_active_peering_and_belong_to_each_owner()
    {
        string id = await RequestAsync();
        (string, string)[] own = [("VpcPeeringConnectionId", id),
            ("RequesterPeeringConnectionOptions.AllowDnsResolutionFromRemoteVpc", "true")];
        Assert.Equal("OperationNotPermitted", await Network.ErrorAsync("ModifyVpcPeeringConnectionOptions", own));
        await PartnerUs.CallAsync("AcceptVpcPeeringConnection", ("VpcPeeringConnectionId", id));
        Settle();
        Assert.Equal("OperationNotPermitted", await PartnerUs.ErrorAsync("ModifyVpcPeeringConnectionOptions", own));
        await Network.CallAsync("ModifyVpcPeeringConnectionOptions", own);
        XElement seen = await PartnerUs.CallAsync("DescribeVpcPeeringConnections", ("VpcPeeringConnectionId.1", id));
        Assert.Equal("true", seen.Descendants("requesterVpcInfo").Descendants("allowDnsResolutionFromRemoteVpc").Single().Value);
        Assert.Equal("false", seen.Descendants("accepterVpcInfo").Descendants("allowDnsResolutionFromRemoteVpc").Single().Value);
    }

    [Fact]
    public async Task Dns_options_need_dns_in_both_vpcs()
    {
        string id = await ActivePeeringAsync();
        await PartnerUs.CallAsync("ModifyVpcAttribute", ("VpcId", Data), ("EnableDnsHostnames.Value", "false"));
        Assert.Equal("InvalidVpcPeeringConnectionState.DnsHostnamesDisabled", await Network.ErrorAsync("ModifyVpcPeeringConnectionOptions",
            ("VpcPeeringConnectionId", id), ("RequesterPeeringConnectionOptions.AllowDnsResolutionFromRemoteVpc", "true")));
    }

    [Fact]
    public async Task Deleting_a_vpc_ends_its_peerings()
    {
        XElement vpc = await Network.CallAsync("CreateVpc", ("CidrBlock", "10.77.0.0/16"));
        string vpcId = vpc.Descendants("vpcId").First().Value;
        string id = await RequestAsync(vpcId);
        await PartnerUs.CallAsync("AcceptVpcPeeringConnection", ("VpcPeeringConnectionId", id));
        Settle();
        await Network.CallAsync("DeleteVpc", ("VpcId", vpcId));
        Settle();
        Assert.Equal("deleted", await StateAsync(PartnerUs, id));
    }
}
