using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>Get-, Set- and Remove-PeeringRoutes. shop has three tables and three CIDRs, data two tables and two CIDRs; both have IPv6.</summary>
public sealed class PeeringRoutesTests : SandboxTest
{
    public PeeringRoutesTests() => MakePeering("-Tag @{ Name = 'shop-data' }");

    [Theory]
    [InlineData("", 12)]
    [InlineData("-Side Requester", 6)]
    [InlineData("-Side Accepter", 6)]
    [InlineData("-MainRouteTable", 5)]
    [InlineData("-RouteTableId rtb-0a110000000000002, rtb-0b210000000000001", 5)]
    [InlineData("-RouteTableTag @{ Tier = 'private' }", 5)]
    [InlineData("-SubnetId subnet-0a110000000000002, subnet-0b210000000000001", 5)]
    [InlineData("-SubnetId subnet-0a110000000000001 -Side Requester", 2)]
    [InlineData("-ExcludeCidr 10.101.0.0/16", 10)]
    [InlineData("-ExcludeCidr 2001:db8::/32 -MainRouteTable", 3)]
    public void A_selection_is_shown_made_and_removed_alike(string selection, int count)
    {
        Assert.Equal(Enumerable.Repeat("Missing", count), States($"Get-PeeringRoutes shop-data @peer {selection}"));
        Sandbox.ForgetCalls();
        Assert.Equal(Enumerable.Repeat("Active", count), States($"Set-PeeringRoutes shop-data @peer {selection}"));
        Assert.Equal(count, Sandbox.Writes.Count());
        Assert.Equal(Enumerable.Repeat("Active", count), States($"Get-PeeringRoutes shop-data @peer {selection}"));
        Sandbox.ForgetCalls();
        Script($"Set-PeeringRoutes shop-data @peer {selection}");
        Assert.Empty(Sandbox.Writes);
        Assert.Empty(Script($"Remove-PeeringRoutes shop-data @peer {selection} -Confirm:$false").Output);
        Assert.Equal(count, Sandbox.Writes.Count());
        Assert.Equal(Enumerable.Repeat("Missing", 12), States("Get-PeeringRoutes shop-data @peer"));
    }

    [Fact]
    public void What_no_longer_belongs_is_shown_as_extra_and_pruned_only_when_told_to()
    {
        Script("Set-PeeringRoutes shop-data @peer");
        Assert.Equal(2, States("Get-PeeringRoutes shop-data @peer -ExcludeCidr 10.101.0.0/16").Count(state => state == "Extra"));
        Sandbox.ForgetCalls();
        Script("Set-PeeringRoutes shop-data @peer -ExcludeCidr 10.101.0.0/16");
        Assert.Empty(Sandbox.Writes);
        Script("Set-PeeringRoutes shop-data @peer -ExcludeCidr 10.101.0.0/16 -Prune");
        Assert.Equal(["DeleteRoute", "DeleteRoute"], Sandbox.Writes.Select(call => call.Action));
    }

    [Fact]
    public void Without_the_other_sides_credentials_its_own_side_is_shown() =>
        Assert.Equal(6, States("Get-PeeringRoutes shop-data").Count());

    [Fact]
    public void Routes_to_a_request_that_nobody_accepted_drop_their_packets_and_that_is_said()
    {
        string id = MakeRequest().VpcPeeringConnectionId;
        Invocation run = Script("Set-PeeringRoutes $args[0] -PeerRoleArn $peer.PeerRoleArn -MainRouteTable", id);
        Assert.Contains("pending-acceptance", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.All(run.Output, route => Assert.Equal("Blackhole", $"{route.Properties["State"].Value}"));
    }

    private IEnumerable<string> States(string command) => Script(command).Output.Select(route => $"{route.Properties["State"].Value}");
}
