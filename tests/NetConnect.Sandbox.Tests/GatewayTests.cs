using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests;

public sealed class GatewayTests : SandboxTest
{
    [Fact]
    public async Task An_internet_gateway_is_a_target_while_it_is_attached()
    {
        string gateway = await AttachedGatewayAsync();
        await Network.CallAsync("CreateRoute", ("RouteTableId", ShopTable), ("DestinationCidrBlock", "0.0.0.0/0"), ("GatewayId", gateway));
        Assert.Equal("active", await DefaultRouteStateAsync());
        Assert.Equal("DependencyViolation", await Network.ErrorAsync("DeleteInternetGateway", ("InternetGatewayId", gateway)));
        await Network.CallAsync("DetachInternetGateway", ("InternetGatewayId", gateway), ("VpcId", Shop));
        Assert.Equal("blackhole", await DefaultRouteStateAsync());
        Assert.Equal("Gateway.NotAttached",
            await Network.ErrorAsync("DetachInternetGateway", ("InternetGatewayId", gateway), ("VpcId", Shop)));
    }

    [Fact]
    public async Task A_gateway_of_another_network_or_unknown_is_no_target()
    {
        string gateway = await AttachedGatewayAsync();
        Assert.Equal("InvalidParameterValue", await Network.ErrorAsync("CreateRoute",
            ("RouteTableId", "rtb-0a120000000000001"), ("DestinationCidrBlock", "0.0.0.0/0"), ("GatewayId", gateway)));
        Assert.Equal("InvalidGatewayID.NotFound", await Network.ErrorAsync("CreateRoute",
            ("RouteTableId", ShopTable), ("DestinationCidrBlock", "0.0.0.0/0"), ("GatewayId", "igw-0123456789abcdef0")));
    }

    [Fact]
    public async Task A_nat_gateway_takes_time_holds_its_address_and_shows_an_hour_after_its_end()
    {
        await AttachedGatewayAsync();
        string address = (await Network.CallAsync("AllocateAddress", ("Domain", "vpc"))).Element("allocationId")!.Value;
        XElement created = await Network.CallAsync("CreateNatGateway", ("SubnetId", "subnet-0a110000000000001"), ("AllocationId", address));
        string nat = created.Descendants("natGatewayId").Single().Value;
        Assert.Equal("pending", created.Descendants("state").Single().Value);
        Settle();
        await Network.CallAsync("CreateRoute", ("RouteTableId", ShopTable), ("DestinationCidrBlock", "0.0.0.0/0"), ("NatGatewayId", nat));
        Assert.Equal("active", await DefaultRouteStateAsync());
        Assert.Equal("InvalidIPAddress.InUse", await Network.ErrorAsync("ReleaseAddress", ("AllocationId", address)));
        Assert.Equal("DependencyViolation", await Network.ErrorAsync("DeleteSubnet", ("SubnetId", "subnet-0a110000000000001")));
        string gateway = (await Network.CallAsync("DescribeInternetGateways")).Descendants("internetGatewayId").Single().Value;
        Assert.Equal("DependencyViolation",
            await Network.ErrorAsync("DetachInternetGateway", ("InternetGatewayId", gateway), ("VpcId", Shop)));
        await Network.CallAsync("DeleteNatGateway", ("NatGatewayId", nat));
        Assert.Equal("blackhole", await DefaultRouteStateAsync());
        Settle();
        await Network.CallAsync("ReleaseAddress", ("AllocationId", address));
        await Network.CallAsync("DetachInternetGateway", ("InternetGatewayId", gateway), ("VpcId", Shop));
        Assert.Equal("deleted", (await Network.CallAsync("DescribeNatGateways", ("NatGatewayId.1", nat))).Descendants("state")
            .Single().Value);
        Server.Advance(TimeSpan.FromHours(1));
        Assert.Equal("NatGatewayNotFound", await Network.ErrorAsync("DescribeNatGateways", ("NatGatewayId.1", nat)));
    }

    [Fact]
    public async Task A_prefix_list_is_a_destination_that_weighs_its_maximum()
    {
        string peering = await ActivePeeringAsync();
        string small = await PrefixListAsync("small", 400);
        string large = await PrefixListAsync("large", 101);
        await Network.CallAsync("CreateRoute", ("RouteTableId", ShopTable), ("DestinationPrefixListId", small),
            ("VpcPeeringConnectionId", peering));
        Assert.Equal("RouteLimitExceeded", await Network.ErrorAsync("CreateRoute",
            ("RouteTableId", ShopTable), ("DestinationPrefixListId", large), ("VpcPeeringConnectionId", peering)));
        Assert.Equal("DependencyViolation", await Network.ErrorAsync("DeleteManagedPrefixList", ("PrefixListId", small)));
        Assert.Equal("192.0.2.0/24", (await Network.CallAsync("GetManagedPrefixListEntries", ("PrefixListId", small))).Descendants("cidr")
            .Single().Value);
    }

    [Fact]
    public async Task A_subnet_moves_between_network_acls()
    {
        string acl = (await Network.CallAsync("CreateNetworkAcl", ("VpcId", Tools))).Descendants("networkAclId").Single().Value;
        XElement ofTools = await Network.CallAsync("DescribeNetworkAcls", ("Filter.1.Name", "vpc-id"), ("Filter.1.Value.1", Tools),
            ("Filter.2.Name", "default"), ("Filter.2.Value.1", "true"));
        string association = ofTools.Descendants("networkAclAssociationId").Single().Value;
        await Network.CallAsync("ReplaceNetworkAclAssociation", ("AssociationId", association), ("NetworkAclId", acl));
        Assert.Equal("DependencyViolation", await Network.ErrorAsync("DeleteNetworkAcl", ("NetworkAclId", acl)));
        (string, string)[] entry = [("NetworkAclId", acl), ("RuleNumber", "10"), ("Egress", "false"), ("Protocol", "-1"),
            ("RuleAction", "allow"), ("CidrBlock", "10.0.0.0/8")];
        await Network.CallAsync("CreateNetworkAclEntry", entry);
        Assert.Equal("NetworkAclEntryAlreadyExists", await Network.ErrorAsync("CreateNetworkAclEntry", entry));
    }

    [Fact]
    public async Task A_default_vpc_comes_once_with_subnets_and_a_way_out()
    {
        XElement created = await Network.CallAsync("CreateDefaultVpc");
        string id = created.Descendants("vpcId").Single().Value;
        XElement table = await Network.CallAsync("DescribeRouteTables", ("Filter.1.Name", "vpc-id"), ("Filter.1.Value.1", id));
        Assert.Contains("igw-", table.Descendants("routeSet").Single().Value, StringComparison.Ordinal);
        Assert.Equal(3, (await Network.CallAsync("DescribeSubnets", ("Filter.1.Name", "default-for-az"), ("Filter.1.Value.1", "true")))
            .Descendants("subnetId").Count());
        Assert.Equal("DefaultVpcAlreadyExists", await Network.ErrorAsync("CreateDefaultVpc"));
    }

    private async Task<string> PrefixListAsync(string name, int entries) => (await Network.CallAsync("CreateManagedPrefixList",
        ("PrefixListName", name), ("AddressFamily", "IPv4"), ("MaxEntries", $"{entries}"), ("Entry.1.Cidr", "192.0.2.7/24")))
            .Descendants("prefixListId").Single().Value;

    private async Task<string> AttachedGatewayAsync()
    {
        string id = (await Network.CallAsync("CreateInternetGateway")).Descendants("internetGatewayId").Single().Value;
        await Network.CallAsync("AttachInternetGateway", ("InternetGatewayId", id), ("VpcId", Shop));
        return id;
    }

    private async Task<string> DefaultRouteStateAsync() =>
        (await Network.CallAsync("DescribeRouteTables", ("RouteTableId.1", ShopTable))).Descendants("routeSet").Single().Elements()
        .Single(route => route.Element("destinationCidrBlock")?.Value == "0.0.0.0/0").Element("state")!.Value;
}
