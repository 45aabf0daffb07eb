using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests;

public sealed class VpcTests : SandboxTest
{
    [Fact]
    public async Task A_new_vpc_becomes_available_with_its_main_table()
    {
        XElement created = await Network.CallAsync("CreateVpc", ("CidrBlock", "10.50.1.1/16"),
            ("TagSpecification.1.ResourceType", "vpc"), ("TagSpecification.1.Tag.1.Key", "Name"),
                ("TagSpecification.1.Tag.1.Value", "new"));
        Assert.Equal("10.50.0.0/16", created.Element("vpc")!.Element("cidrBlock")!.Value);
        Assert.Equal("pending", created.Element("vpc")!.Element("state")!.Value);
        Settle();
        XElement seen = await Network.CallAsync("DescribeVpcs", ("Filter.1.Name", "tag:Name"), ("Filter.1.Value.1", "new"));
        Assert.Equal("available", seen.Descendants("item").First().Element("state")!.Value);
        string id = seen.Descendants("vpcId").Single().Value;
        Assert.Single((await Network.CallAsync("DescribeRouteTables", ("Filter.1.Name", "vpc-id"), ("Filter.1.Value.1", id)))
            .Element("routeTableSet")!.Elements());
    }

    [Theory]
    [InlineData("10.0.0.0/8", "InvalidVpc.Range")]
    [InlineData("10.0.0.0/29", "InvalidVpc.Range")]
    [InlineData("10.0.0/16", "InvalidParameterValue")]
    public async Task A_block_must_be_between_16_and_28(string cidr, string code) =>
        Assert.Equal(code, await Network.ErrorAsync("CreateVpc", ("CidrBlock", cidr)));

    [Fact]
    public async Task A_secondary_block_is_associated_after_a_while_and_may_not_overlap()
    {
        XElement answer = await Network.CallAsync("AssociateVpcCidrBlock", ("VpcId", Tools), ("CidrBlock", "10.33.0.0/16"));
        Assert.Equal("associating", answer.Descendants("state").Single().Value);
        Settle();
        XElement vpc = await Network.CallAsync("DescribeVpcs", ("VpcId.1", Tools));
        Assert.Equal(["associated", "associated"], vpc.Descendants("cidrBlockState").Select(state => state.Element("state")!.Value));
        Assert.Equal("CidrConflict", await Network.ErrorAsync("AssociateVpcCidrBlock", ("VpcId", Tools), ("CidrBlock", "10.33.1.0/24")));
    }

    [Fact]
    public async Task A_block_that_overlaps_the_active_peer_is_refused()
    {
        await ActivePeeringAsync();
        Assert.Equal("CidrConflict", await Network.ErrorAsync("AssociateVpcCidrBlock", ("VpcId", Shop), ("CidrBlock", "10.2.8.0/24")));
    }

    [Fact]
    public async Task While_a_request_is_pending_the_requester_adds_no_block_and_the_accepters_overlap_fails_it()
    {
        string id = await RequestAsync();
        Assert.Equal("OperationNotPermitted",
            await Network.ErrorAsync("AssociateVpcCidrBlock", ("VpcId", Shop), ("CidrBlock", "10.88.0.0/16")));
        await PartnerUs.CallAsync("AssociateVpcCidrBlock", ("VpcId", Data), ("CidrBlock", "10.101.4.0/24"));
        Assert.Equal("failed", await StateAsync(Network, id));
    }

    [Fact]
    public async Task A_block_that_swallows_a_route_is_refused()
    {
        string id = await ActivePeeringAsync();
        await Network.CallAsync("CreateRoute", ("RouteTableId", ShopTable), ("DestinationCidrBlock", "10.66.5.0/24"),
            ("VpcPeeringConnectionId", id));
        Assert.Equal("CidrConflict", await Network.ErrorAsync("AssociateVpcCidrBlock", ("VpcId", Shop), ("CidrBlock", "10.66.0.0/16")));
    }

    [Fact]
    public async Task Attributes_change_one_at_a_time()
    {
        await Network.CallAsync("ModifyVpcAttribute", ("VpcId", Shop), ("EnableDnsHostnames.Value", "false"));
        XElement answer = await Network.CallAsync("DescribeVpcAttribute", ("VpcId", Shop), ("Attribute", "enableDnsHostnames"));
        Assert.Equal("false", answer.Element("enableDnsHostnames")!.Element("value")!.Value);
        Assert.Equal("InvalidParameterCombination", await Network.ErrorAsync("ModifyVpcAttribute",
            ("VpcId", Shop), ("EnableDnsHostnames.Value", "true"), ("EnableDnsSupport.Value", "true")));
    }

    [Fact]
    public async Task A_vpc_with_subnets_cannot_be_deleted() =>
        Assert.Equal("DependencyViolation", await Network.ErrorAsync("DeleteVpc", ("VpcId", Shop)));

    [Theory]
    [InlineData("10.9.0.0/24", "InvalidSubnet.Range")]
    [InlineData("10.1.0.0/24", "InvalidSubnet.Conflict")]
    public async Task A_subnet_lies_in_its_vpc_and_overlaps_no_other(string cidr, string code) =>
        Assert.Equal(code, await Network.ErrorAsync("CreateSubnet", ("VpcId", Shop), ("CidrBlock", cidr)));
}
