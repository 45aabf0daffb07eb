using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

public sealed class NewVpcPeeringTests : SandboxTest
{
    private const string Whole = "New-VpcPeering shop data @peer -Route -DnsResolution Both -Tag @{ Name = 'shop-data' }";

    [Fact]
    public void One_command_makes_a_peering_that_is_complete_on_both_sides()
    {
        dynamic peering = Script(Whole).Single();
        Assert.Equal("active", peering.Status);
        string id = peering.VpcPeeringConnectionId;
        dynamic seenByPeer = Script("Get-VpcPeering $args[0] -RoleArn $peer.PeerRoleArn -Region us-east-1", id).Single();
        Assert.Equal("shop-data", seenByPeer.Name);
        Assert.True(seenByPeer.Requester.AllowDnsResolutionFromRemoteVpc);
        Assert.True(seenByPeer.Accepter.AllowDnsResolutionFromRemoteVpc);
        // Three tables with one IPv4 and one IPv6 CIDR of data; two tables with three CIDRs of shop.
        Invocation routes = Script("Get-PeeringRoutes $args[0] @peer", id);
        Assert.Equal(12, routes.Output.Count);
        Assert.All(routes.Output, route => Assert.Equal("Active", $"{route.Properties["State"].Value}"));
    }

    [Fact]
    public void A_second_run_writes_nothing_and_gives_the_same_peering()
    {
        string first = Script(Whole).Single().VpcPeeringConnectionId;
        Sandbox.ForgetCalls();
        dynamic again = Script(Whole).Single();
        Assert.Equal(first, (string)again.VpcPeeringConnectionId);
        Assert.Equal("shop-data", again.Name);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void The_same_pair_twice_in_one_pipeline_makes_one_peering()
    {
        Invocation run = Script(
            """
            [pscustomobject]@{ VpcId = 'shop'; PeerVpcId = 'data' }, [pscustomobject]@{ VpcId = 'shop'; PeerVpcId = 'data' } | New-VpcPeering @peer
            """);
        Assert.Equal(2, run.Output.Count);
        Assert.Single(run.Output.Select(peering => $"{peering}").Distinct());
        Assert.Single(Sandbox.Writes, call => call.Action == "CreateVpcPeeringConnection");
    }

    [Fact]
    public void The_same_pair_by_name_by_id_and_from_the_other_end_makes_one_peering()
    {
        Invocation run = Script(
            """
            [pscustomobject]@{ VpcId = 'shop'; PeerVpcId = 'tools' },
            [pscustomobject]@{ VpcId = 'vpc-0a110000000000001'; PeerVpcId = 'vpc-0a120000000000001' },
            [pscustomobject]@{ VpcId = 'vpc-0a120000000000001'; PeerVpcId = 'vpc-0a110000000000001' } | New-VpcPeering
            """);
        Assert.Equal(3, run.Output.Count);
        Assert.Single(run.Output.Select(peering => $"{peering}").Distinct());
    }

    [Fact]
    public void NoWait_gives_the_peering_at_once_and_says_what_it_leaves_out()
    {
        Invocation run = Script("New-VpcPeering shop data @peer -Route -NoWait");
        Assert.NotEqual("active", run.Single().Status);
        Assert.Contains("run the command again", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain(Sandbox.Writes, call => call.Action == "CreateRoute");
        Assert.Empty(Script("New-VpcPeering shop data @peer -NoWait -Verbose").Warnings);
    }

    [Fact]
    public void A_request_that_the_other_side_made_is_accepted()
    {
        string request = MakeRequest().VpcPeeringConnectionId;
        dynamic peering = Script("New-VpcPeering shop reports -PeerRoleArn $peer.PeerRoleArn -Route").Single();
        Assert.Equal(request, (string)peering.VpcPeeringConnectionId);
        Assert.Equal("active", peering.Status);
        Assert.Equal("222222222222", peering.Requester.OwnerId);
    }

    [Fact]
    public void PeerOwnerId_leaves_the_request_to_the_other_account_and_calls_nothing_there()
    {
        dynamic request = Script("New-VpcPeering shop vpc-0b210000000000001 -PeerRegion us-east-1 -PeerOwnerId 222222222222 -Tag @{ Name = 'asked' }").Single();
        Assert.Equal("pending-acceptance", request.Status);
        Assert.Equal("asked", request.Name);
        Assert.NotNull((object?)request.ExpirationTime);
        Assert.All(Sandbox.Calls, call => Assert.Equal("111111111111", call.Account));
    }

    [Fact]
    public void A_CIDR_with_host_bits_is_taken_as_its_network_and_said_so()
    {
        Invocation run = Script("New-VpcPeering shop data @peer -Route -ExcludeCidr 10.2.3.4/16 -MainRouteTable");
        Assert.Contains("10.2.0.0/16", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain(Script("Get-PeeringRoutes $args[0] @peer -MainRouteTable -Side Requester", run.Output[0]).Output, IsActiveToData);

        static bool IsActiveToData(dynamic route) => route.DestinationCidrBlock == "10.2.0.0/16" && $"{route.State}" == "Active";
    }
}
