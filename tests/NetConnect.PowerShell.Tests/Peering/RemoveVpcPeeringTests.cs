using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

public sealed class RemoveVpcPeeringTests : SandboxTest
{
    [Fact]
    public void Routes_of_both_sides_go_first_then_the_peering()
    {
        string id = MakePeering("-Route").VpcPeeringConnectionId;
        Sandbox.ForgetCalls();
        Assert.Equal("deleted", Script("Remove-VpcPeering $args[0] @peer -Confirm:$false -PassThru", id).Single().Status);
        string[] writes = [.. Sandbox.Writes.Select(call => call.Action)];
        Assert.Equal(12, writes.Count(action => action == "DeleteRoute"));
        Assert.Equal("DeleteVpcPeeringConnection", writes[^1]);
    }

    [Fact]
    public void It_gives_nothing_unless_told_to_and_a_second_time_it_writes_nothing()
    {
        string id = MakePeering("-Route").VpcPeeringConnectionId;
        Assert.Empty(Script("Remove-VpcPeering $args[0] @peer -Confirm:$false", id).Output);
        Sandbox.ForgetCalls();
        Script("Remove-VpcPeering $args[0] @peer -Confirm:$false; Remove-VpcPeering -VpcId shop -PeerVpcId data @peer -Confirm:$false", id);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void Routes_that_somebody_left_behind_are_removed_with_a_dead_peering()
    {
        string id = MakePeering("-Route").VpcPeeringConnectionId;
        Script("Remove-VpcPeering $args[0] -Side Requester -Confirm:$false", id);
        Sandbox.ForgetCalls();
        Script("Remove-VpcPeering $args[0] @peer -Confirm:$false", id);
        Assert.Equal(6, Sandbox.Writes.Count(call => call.Action == "DeleteRoute"));
        Assert.All(Sandbox.Writes, call => Assert.Equal("222222222222", call.Account));
    }

    [Fact]
    public void NoWait_does_not_wait_until_it_is_gone()
    {
        string id = MakePeering().VpcPeeringConnectionId;
        Sandbox.ForgetCalls();
        Script("Remove-VpcPeering $args[0] @peer -NoWait -Confirm:$false", id);
        Assert.Single(Sandbox.Calls, call => call.Action == "DescribeVpcPeeringConnections");
    }

    [Fact]
    public void A_request_is_withdrawn_by_its_requester()
    {
        MakeRequest();
        Assert.Equal(
            "deleted",
            Script("Get-VpcPeering | Remove-VpcPeering -RoleArn $peer.PeerRoleArn -Region eu-west-1 -Side Requester -Confirm:$false -PassThru").Single().Status);
    }

    [Fact]
    public void A_removed_peering_can_be_made_again()
    {
        string first = MakePeering("-Route").VpcPeeringConnectionId;
        Script("Get-VpcPeering | Remove-VpcPeering @peer -Confirm:$false");
        Assert.NotEqual(first, (string)MakePeering("-Route").VpcPeeringConnectionId);
        Assert.Single(Script("Get-VpcPeering").Output);
    }
}
