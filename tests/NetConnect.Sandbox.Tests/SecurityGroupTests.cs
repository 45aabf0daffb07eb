using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests;

public sealed class SecurityGroupTests : SandboxTest
{
    private SandboxClient PartnerEu => PartnerUs.In("eu-west-1");

    [Fact]
    public async Task A_vpc_comes_with_a_default_group_that_cannot_be_deleted()
    {
        XElement group = (await Network.CallAsync("DescribeSecurityGroups", ("Filter.1.Name", "vpc-id"), ("Filter.1.Value.1", Tools)))
            .Element("securityGroupInfo")!.Elements().Single();
        Assert.Equal("default", group.Element("groupName")!.Value);
        Assert.Equal("CannotDelete", await Network.ErrorAsync("DeleteSecurityGroup", ("GroupId", group.Element("groupId")!.Value)));
    }

    [Fact]
    public async Task A_rule_is_added_once_seen_as_a_rule_and_as_a_permission_and_revoked()
    {
        string group = await CreateAsync(Network, Shop, "web");
        (string, string)[] https = Rule(group, ("IpPermissions.1.IpRanges.1.CidrIp", "10.0.0.9/8"));
        XElement added = await Network.CallAsync("AuthorizeSecurityGroupIngress", https);
        Assert.Equal("10.0.0.0/8", added.Descendants("cidrIpv4").Single().Value);
        Assert.Equal("InvalidPermission.Duplicate", await Network.ErrorAsync("AuthorizeSecurityGroupIngress", https));
        XElement seen = await Network.CallAsync("DescribeSecurityGroups", ("GroupId.1", group));
        Assert.Equal("443", seen.Descendants("ipPermissions").Single().Descendants("fromPort").Single().Value);
        Assert.Equal(3, (await Network.CallAsync("DescribeSecurityGroupRules", ("Filter.1.Name", "group-id"), ("Filter.1.Value.1", group)))
            .Descendants("securityGroupRuleId").Count());
        await Network.CallAsync("RevokeSecurityGroupIngress", https);
        Assert.Equal("InvalidPermission.NotFound", await Network.ErrorAsync("RevokeSecurityGroupIngress", https));
    }

    [Fact]
    public async Task A_group_of_the_same_vpc_keeps_the_group_it_refers_to()
    {
        string app = await CreateAsync(Network, Shop, "app");
        string database = await CreateAsync(Network, Shop, "database");
        await Network.CallAsync("AuthorizeSecurityGroupIngress", Rule(database, ("IpPermissions.1.Groups.1.GroupId", app)));
        Assert.Equal("DependencyViolation", await Network.ErrorAsync("DeleteSecurityGroup", ("GroupId", app)));
        await Network.CallAsync("DeleteSecurityGroup", ("GroupId", database));
        await Network.CallAsync("DeleteSecurityGroup", ("GroupId", app));
    }

    [Fact]
    public async Task A_peers_group_is_named_while_the_peering_is_active_and_turns_stale_after()
    {
        string theirs = await CreateAsync(PartnerEu, Reports, "theirs");
        string mine = await CreateAsync(Network, Shop, "mine");
        (string, string)[] rule = Rule(mine, ("IpPermissions.1.Groups.1.GroupId", theirs), ("IpPermissions.1.Groups.1.UserId", Partner));
        Assert.Equal("InvalidGroup.NotFound", await Network.ErrorAsync("AuthorizeSecurityGroupIngress", rule));

        string peering = await RequestAsync(Shop, Reports, "eu-west-1");
        await PartnerEu.CallAsync("AcceptVpcPeeringConnection", ("VpcPeeringConnectionId", peering));
        Settle();
        await Network.CallAsync("AuthorizeSecurityGroupIngress", rule);
        XElement permission = (await Network.CallAsync("DescribeSecurityGroups", ("GroupId.1", mine))).Descendants("groups").First();
        Assert.Equal(peering, permission.Descendants("vpcPeeringConnectionId").Single().Value);
        Assert.Equal("active", permission.Descendants("peeringStatus").Single().Value);
        XElement references = await PartnerEu.CallAsync("DescribeSecurityGroupReferences", ("GroupId.1", theirs));
        Assert.Equal(Shop, references.Descendants("referencingVpcId").Single().Value);
        Assert.Empty((await Network.CallAsync("DescribeStaleSecurityGroups", ("VpcId", Shop))).Descendants("groupId"));

        await PartnerEu.CallAsync("DeleteVpcPeeringConnection", ("VpcPeeringConnectionId", peering));
        XElement stale = (await Network.CallAsync("DescribeStaleSecurityGroups", ("VpcId", Shop)))
            .Element("staleSecurityGroupSet")!.Elements().Single();
        Assert.Equal(mine, stale.Element("groupId")!.Value);
        await Network.CallAsync("RevokeSecurityGroupIngress", rule);
        Assert.Empty((await Network.CallAsync("DescribeStaleSecurityGroups", ("VpcId", Shop))).Descendants("groupId"));
    }

    [Fact]
    public async Task A_group_across_regions_cannot_be_named()
    {
        await ActivePeeringAsync();
        string theirs = await CreateAsync(PartnerUs, Data, "theirs");
        string mine = await CreateAsync(Network, Shop, "mine");
        Assert.Equal("InvalidGroup.NotFound", await Network.ErrorAsync("AuthorizeSecurityGroupIngress",
            Rule(mine, ("IpPermissions.1.Groups.1.GroupId", theirs), ("IpPermissions.1.Groups.1.UserId", Partner))));
    }

    [Fact]
    public async Task A_group_takes_no_more_rules_than_its_quota()
    {
        string group = await CreateAsync(Network, Shop, "many");
        for (int i = 0; i < 60; i++)
            await Network.CallAsync("AuthorizeSecurityGroupIngress", Rule(group, ("IpPermissions.1.IpRanges.1.CidrIp", $"10.{i}.0.0/16")));
        Assert.Equal("RulesPerSecurityGroupLimitExceeded",
            await Network.ErrorAsync("AuthorizeSecurityGroupIngress", Rule(group, ("IpPermissions.1.IpRanges.1.CidrIp", "192.0.2.0/24"))));
    }

    private static (string, string)[] Rule(string group, params (string, string)[] peer) =>
    [
        ("GroupId", group), ("IpPermissions.1.IpProtocol", "tcp"), ("IpPermissions.1.FromPort", "443"), ("IpPermissions.1.ToPort", "443"),
            .. peer,
    ];

    private static async Task<string> CreateAsync(SandboxClient client, string vpc, string name) =>
        (await client.CallAsync("CreateSecurityGroup", ("GroupName", name), ("GroupDescription", name), ("VpcId", vpc)))
            .Element("groupId")!.Value;
}
