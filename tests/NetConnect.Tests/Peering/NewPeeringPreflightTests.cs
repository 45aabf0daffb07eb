using NetConnect.Addressing;
using NetConnect.Peering;

namespace NetConnect.Tests.Peering;

public sealed class NewPeeringPreflightTests : PeeringTest
{
    [Theory]
    [InlineData("vpc-12", "vpc-0000000b", "vpc-12")]
    [InlineData("vpc-0000000a", "vpc-xyz", "vpc-xyz")]
    [InlineData("VPC-0000000A", "vpc-0000000b", "VPC-0000000A")]
    public async Task A_malformed_id_is_refused_before_any_call(string vpcId, string peerVpcId, string wrong)
    {
        NetConnectException error = await RefusedAsync(() => MakeAsync(new PeeringRequest { VpcId = vpcId, PeerVpcId = peerVpcId }));

        Assert.Equal((ErrorIds.MalformedId, wrong), (error.ErrorId, error.Target));
        Assert.Empty(Ec2.Calls);
    }

    [Fact]
    public async Task A_VPC_is_not_peered_with_itself()
    {
        NetConnectException error = await RefusedAsync(() => MakeAsync(Request with { PeerVpcId = A.Id }));

        Assert.Equal((ErrorIds.SameVpc, ErrorKind.InvalidInput), (error.ErrorId, error.Kind));
        Assert.Empty(Ec2.Calls);
    }

    [Fact]
    public async Task A_VPC_that_is_not_here_is_named_with_the_parameters_to_check()
    {
        NetConnectException error = await RefusedAsync(() => MakeAsync(Request with { VpcId = "vpc-0000000f" }));

        Assert.Equal((ErrorIds.VpcNotFound, ErrorKind.NotFound, "vpc-0000000f"), (error.ErrorId, error.Kind, error.Target));
        Assert.Contains("eu-west-1. Check the id, -Region", error.Message);
    }

    [Fact]
    public async Task A_VPC_that_the_other_side_does_not_own_is_named_with_the_parameters_of_that_side()
    {
        Ec2.AddVpc("vpc-0000000c", Own, "us-east-1", "10.3.0.0/16");

        NetConnectException error = await RefusedAsync(() => MakeAsync(Request with { PeerVpcId = "vpc-0000000c" }));

        Assert.Equal((ErrorIds.VpcNotFound, "vpc-0000000c"), (error.ErrorId, error.Target));
        Assert.Contains("us-east-1", error.Message);
        Assert.Contains("-PeerRoleArn", error.Message);
    }

    [Theory]
    [InlineData("100.64.0.0/16", "10.1.128.0/17", "10.1.0.0/16", "10.1.128.0/17")]
    [InlineData("10.2.128.0/17", "100.64.0.0/16", "10.2.128.0/17", "10.2.0.0/16")]
    [InlineData("100.64.0.0/16", "100.64.0.0/16", "100.64.0.0/16", "100.64.0.0/16")]
    [InlineData("2001:db8:1::/56", "2001:db8:1:1::/64", "2001:db8:1::/56", "2001:db8:1:1::/64")]
    public async Task Overlapping_addresses_of_any_family_are_refused_with_both_blocks(string own, string peer, string first, string second)
    {
        A.Cidrs.Add(Cidr.Parse(own));
        B.Cidrs.Add(Cidr.Parse(peer));

        NetConnectException error = await RefusedAsync(() => MakeAsync(Request));

        Assert.Equal((ErrorIds.CidrOverlap, ErrorKind.Conflict), (error.ErrorId, error.Kind));
        Assert.Contains($"{first} of {A.Id} and {second} of {B.Id}", error.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DNS_resolution_needs_its_attributes_on_both_VPCs(bool isOwn)
    {
        (isOwn ? A : B).HasDnsHostnames = false;

        NetConnectException error = await RefusedAsync(() => MakeAsync(Request with { DnsResolution = PeeringSides.Requester }));

        Assert.Equal((ErrorIds.DnsAttributesMissing, (isOwn ? A : B).Id), (error.ErrorId, error.Target));
        Assert.Contains("enableDnsHostnames", error.Message);
    }

    [Fact]
    public async Task Where_the_attributes_are_not_read_first_EC2_refuses_the_option_and_the_rest_is_made()
    {
        A.HasDnsHostnames = false;

        var error = await Assert.ThrowsAsync<NetConnectException>(() => MakeAsync(
            Request with { DnsResolution = PeeringSides.Requester, CheckDnsAttributes = false, Routes = new PeeringRouteRequest() }));

        Assert.Equal(ErrorIds.DnsAttributesMissing, error.ErrorId);
        Assert.DoesNotContain(Ec2.Calls, call => call.Action == "HasDnsHostnames");
        Assert.Equal(("10.2.0.0/16", "10.1.0.0/16"), (A.Main.To(Pcx), B.Main.To(Pcx)));
    }

    [Fact]
    public async Task A_route_to_another_live_target_is_refused_before_the_peering_is_requested()
    {
        B.Main.With("10.1.0.0/16", "tgw-1");

        NetConnectException error = await RefusedAsync(() => MakeAsync(Request with { Routes = new PeeringRouteRequest() }));

        Assert.Equal((ErrorIds.RouteConflict, "rtb-b1"), (error.ErrorId, error.Target));
        Assert.Contains("10.1.0.0/16 in rtb-b1 goes to tgw-1", error.Message);
    }

    [Fact]
    public async Task A_table_that_neither_VPC_has_is_refused_before_the_peering_is_requested()
    {
        var routes = new PeeringRouteRequest { Tables = new RouteTableSelection { RouteTableIds = ["rtb-a1", "rtb-x"] } };

        NetConnectException error = await RefusedAsync(() => MakeAsync(Request with { Routes = routes }));

        Assert.Equal((ErrorIds.RouteTableNotFound, "rtb-x"), (error.ErrorId, error.Target));
    }
}
