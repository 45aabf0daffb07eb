using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.ClientVpn;

public sealed class AssociationTests : ClientVpnTest
{
    [Fact]
    public async Task A_subnet_is_associated_step_by_step_and_the_endpoint_with_it()
    {
        string endpoint = await EndpointAsync();
        XElement answer = await OfAsync("AssociateClientVpnTargetNetwork", endpoint, ("SubnetId", ZoneA));
        Assert.Equal("associating", State(answer));
        Assert.Equal("pending-associate", await StateAsync(endpoint));
        Server.Advance(TimeSpan.FromSeconds(7.9));
        Assert.Equal(["associating"], await NetworksAsync(endpoint));
        Server.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(["associated"], await NetworksAsync(endpoint));
        XElement shown = await DescribeAsync(endpoint);
        Assert.Equal(("available", Shop), (State(shown), shown.Element("vpcId")!.Value));
        XElement network = shown.Element("associatedTargetNetwork")!.Elements().Single();
        Assert.Equal((ZoneA, "vpc"), (network.Element("networkId")!.Value, network.Element("networkType")!.Value));
    }

    [Fact]
    public async Task A_subnet_goes_step_by_step_with_its_routes_and_the_last_one_with_everybody()
    {
        string endpoint = await AvailableAsync();
        string second = await AssociateAsync(endpoint, ZoneB);
        Settle();
        await OfAsync("CreateClientVpnRoute", endpoint, ("DestinationCidrBlock", "172.16.0.0/12"), ("TargetVpcSubnetId", ZoneB));
        string connection = Server.ClientVpn.Connect(endpoint, "alice");
        Assert.Equal("disassociating", State(await OfAsync("DisassociateClientVpnTargetNetwork", endpoint, ("AssociationId", second))));
        Assert.Equal("InvalidClientVpnAssociationIdNotFound",
            await ErrorOfAsync("DisassociateClientVpnTargetNetwork", endpoint, ("AssociationId", second)));
        Settle();
        Assert.Equal(["associated"], await NetworksAsync(endpoint));
        Assert.Equal([$"10.1.0.0/16 via {ZoneA} associate active"], await RoutesAsync(endpoint));
        Assert.Equal("active", State((await ConnectionsAsync(endpoint)).Single()));

        string first = (await OfAsync("DescribeClientVpnTargetNetworks", endpoint)).Descendants("associationId").Single().Value;
        await OfAsync("DisassociateClientVpnTargetNetwork", endpoint, ("AssociationId", first));
        Assert.Equal("pending-associate", await StateAsync(endpoint));
        Settle();
        Assert.Equal((connection, "terminated"),
            ((await ConnectionsAsync(endpoint)).Single().Element("connectionId")!.Value, State((await ConnectionsAsync(endpoint)).Single())));
        Assert.Empty(await RoutesAsync(endpoint));
        Assert.Throws<InvalidOperationException>(() => Server.ClientVpn.Connect(endpoint, "alice"));
    }

    [Theory]
    [InlineData(ZoneA, "InvalidClientVpnDuplicateAssociationException")]
    [InlineData(OtherOfZoneA, "InvalidClientVpnSubnetId.DuplicateAz")]
    [InlineData(ToolsSubnet, "InvalidClientVpnSubnetId.NotFound")]
    [InlineData("subnet-00000000000000000", "InvalidClientVpnSubnetId.NotFound")]
    [InlineData("subnet-0b220000000000001", "InvalidClientVpnSubnetId.DifferentAccount")]
    [InlineData("here", "InvalidSubnetID.Malformed")]
    public async Task Subnets_are_of_one_vpc_and_account_and_one_of_each_zone(string subnet, string code) =>
        Assert.Equal(code, await ErrorOfAsync("AssociateClientVpnTargetNetwork", await AvailableAsync(), ("SubnetId", subnet)));

    [Fact]
    public async Task A_vpc_whose_block_overlaps_the_clients_is_refused() =>
        Assert.Equal("InvalidClientVpnSubnetId.OverlappingCidr", await ErrorOfAsync("AssociateClientVpnTargetNetwork",
            await EndpointAsync(("ClientCidrBlock", "10.101.0.0/22")), ("SubnetId", ZoneA)));

    [Theory]
    [InlineData("10.1.200.0/27", true)]
    [InlineData("10.1.200.0/28", false)]
    public async Task A_subnet_has_a_block_of_27_bits_at_most(string block, bool isGood)
    {
        string subnet = (await Network.CallAsync("CreateSubnet", ("VpcId", Shop), ("CidrBlock", block))).Descendants("subnetId").Single().Value;
        string endpoint = await EndpointAsync();
        if (isGood) await AssociateAsync(endpoint, subnet);
        else Assert.Equal("InvalidParameterValue", await ErrorOfAsync("AssociateClientVpnTargetNetwork", endpoint, ("SubnetId", subnet)));
    }

    [Fact]
    public async Task A_vpc_with_dedicated_tenancy_is_refused()
    {
        string vpc = (await Network.CallAsync("CreateVpc", ("CidrBlock", "10.50.0.0/16"),
            ("InstanceTenancy", "dedicated"))).Descendants("vpcId").Single().Value;
        string subnet = (await Network.CallAsync("CreateSubnet", ("VpcId", vpc),
            ("CidrBlock", "10.50.0.0/20"))).Descendants("subnetId").Single().Value;
        Assert.Equal("InvalidParameterValue", await ErrorOfAsync("AssociateClientVpnTargetNetwork", await EndpointAsync(), ("SubnetId", subnet)));
    }

    [Fact]
    public async Task The_vpc_stays_the_endpoints_when_its_subnets_are_gone_until_it_is_changed()
    {
        string endpoint = await EndpointAsync();
        string association = await AssociateAsync(endpoint, ZoneA);
        await OfAsync("DisassociateClientVpnTargetNetwork", endpoint, ("AssociationId", association));
        Settle();
        Assert.Equal("InvalidClientVpnSubnetId.NotFound",
            await ErrorOfAsync("AssociateClientVpnTargetNetwork", endpoint, ("SubnetId", ToolsSubnet)));
        await OfAsync("ModifyClientVpnEndpoint", endpoint, ("VpcId", Tools));
        await AssociateAsync(endpoint, ToolsSubnet);
    }

    [Fact]
    public async Task Networks_are_found_by_id_and_by_their_filters()
    {
        string endpoint = await AvailableAsync();
        string second = await AssociateAsync(endpoint, ZoneB);
        XElement byId = await OfAsync("DescribeClientVpnTargetNetworks", endpoint, ("AssociationIds.1", second));
        Assert.Equal((ZoneB, Shop), (byId.Descendants("targetNetworkId").Single().Value, byId.Descendants("vpcId").Single().Value));
        Assert.Empty(byId.Descendants("availabilityZoneSet"));
        Assert.Single((await OfAsync("DescribeClientVpnTargetNetworks", endpoint, ("Filter.1.Name", "target-network-id"),
            ("Filter.1.Value.1", ZoneA))).Descendants("associationId"));
        Assert.Equal(2, (await OfAsync("DescribeClientVpnTargetNetworks", endpoint, ("Filter.1.Name", "vpc-id"),
            ("Filter.1.Value.1", Shop))).Descendants("associationId").Count());
        Assert.Equal("InvalidClientVpnAssociationIdNotFound",
            await ErrorOfAsync("DescribeClientVpnTargetNetworks", endpoint, ("AssociationIds.1", "cvpn-assoc-00000000000000000")));
        Assert.Equal("InvalidParameterValue",
            await ErrorOfAsync("DescribeClientVpnTargetNetworks", endpoint, ("Filter.1.Name", "tag:Name"), ("Filter.1.Value.1", "a")));
    }

    [Fact]
    public async Task The_default_group_applies_until_others_do_and_five_of_the_vpc_are_the_most()
    {
        string endpoint = await AvailableAsync();
        string standard = (await DescribeAsync(endpoint)).Element("securityGroupIdSet")!.Value;
        Assert.Equal(Shop, (await Network.CallAsync("DescribeSecurityGroups", ("GroupId.1", standard))).Descendants("vpcId").Single().Value);
        (string, string)[] groups = [.. await Task.WhenAll(Enumerable.Range(1,
            6).Select(async i => ($"SecurityGroupId.{i}", await GroupAsync(Shop, i))))];
        XElement applied = await OfAsync("ApplySecurityGroupsToClientVpnTargetNetwork", endpoint, [("VpcId", Shop), .. groups.Take(5)]);
        Assert.Equal(groups.Take(5).Select(group => group.Item2), applied.Element("securityGroupIds")!.Elements().Select(item => item.Value));
        Assert.Equal(5, (await OfAsync("DescribeClientVpnTargetNetworks", endpoint)).Descendants("securityGroups").Single().Elements().Count());
        Assert.Equal("InvalidParameterValue",
            await ErrorOfAsync("ApplySecurityGroupsToClientVpnTargetNetwork", endpoint, [("VpcId", Shop), .. groups]));
        Assert.Equal("InvalidParameterValue", await ErrorOfAsync("ApplySecurityGroupsToClientVpnTargetNetwork", endpoint,
            ("VpcId", Shop), ("SecurityGroupId.1", await GroupAsync(Tools, 1))));
        Assert.Equal("InvalidClientVpnActiveAssociationNotFound", await ErrorOfAsync("ApplySecurityGroupsToClientVpnTargetNetwork", endpoint,
            ("VpcId", Tools), ("SecurityGroupId.1", await GroupAsync(Tools, 2))));
        Assert.Equal("MissingParameter", await ErrorOfAsync("ApplySecurityGroupsToClientVpnTargetNetwork", endpoint, ("VpcId", Shop)));
        Assert.Equal("DependencyViolation", await Network.ErrorAsync("DeleteSecurityGroup", ("GroupId", groups[0].Item2)));
        await Network.CallAsync("DeleteSecurityGroup", ("GroupId", groups[5].Item2));
    }

    [Fact]
    public async Task A_subnet_cannot_be_deleted_while_an_endpoint_ends_in_it()
    {
        string endpoint = await EndpointAsync();
        string association = await AssociateAsync(endpoint, ZoneB);
        Assert.Equal("DependencyViolation", await Network.ErrorAsync("DeleteSubnet", ("SubnetId", ZoneB)));
        await OfAsync("DisassociateClientVpnTargetNetwork", endpoint, ("AssociationId", association));
        await Network.CallAsync("DeleteSubnet", ("SubnetId", ZoneB));
    }

    private async Task<string> GroupAsync(string vpc, int number) => (await Network.CallAsync("CreateSecurityGroup",
        ("VpcId", vpc), ("GroupName", $"group-{number}"), ("GroupDescription", "a group"))).Element("groupId")!.Value;
}
