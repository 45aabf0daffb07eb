using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>Approve-VpcPeering and Deny-VpcPeering.</summary>
public sealed class AnswerTests : SandboxTest
{
    private const string Ask = "New-VpcPeering shop vpc-0b210000000000001 -PeerRegion us-east-1 -PeerOwnerId 222222222222 | ";

    [Theory]
    [InlineData("Approve-VpcPeering", "active")]
    [InlineData("Deny-VpcPeering", "rejected")]
    public void The_accepters_owner_answers_in_the_accepters_Region_wherever_the_caller_looks(string command, string status)
    {
        Assert.Equal(status, Script($"{Ask} {command} -RoleArn $peer.PeerRoleArn -Region us-east-1").Single().Status);
        // Both VPCs of one account, looked up in the requester's Region.
        const string own = "New-VpcPeering shop vpc-0a130000000000001 -PeerRegion us-east-1 -PeerOwnerId 111111111111 -Region eu-west-1 | ";
        Assert.Equal(status, Script($"{own} {command} -Region eu-west-1").Single().Status);
    }

    [Theory]
    [InlineData("Approve-VpcPeering", "active")]
    [InlineData("Deny-VpcPeering", "rejected")]
    public void Of_both_sides_credentials_those_of_the_accepter_answer(string command, string status)
    {
        Assert.Equal(status, Script($"{Ask} {command} @peer").Single().Status);
        Assert.Equal(["222222222222"], Sandbox.Writes.Where(call => call.Action != "CreateVpcPeeringConnection").Select(call => call.Account));
        // The other way round: the caller accepts, and the peer has asked.
        string request = MakeRequest().VpcPeeringConnectionId;
        Assert.Equal(status, Script($"param($id) {command} $id @peer", request).Single().Status);
    }

    [Fact]
    public void NoWait_does_not_wait_for_active()
    {
        string id = MakeRequest().VpcPeeringConnectionId;
        Sandbox.ForgetCalls();
        Assert.NotEqual("active", Script("Approve-VpcPeering $args[0] -NoWait", id).Single().Status);
        Assert.Single(Sandbox.Calls, call => call.Action == "DescribeVpcPeeringConnections");
    }
}
