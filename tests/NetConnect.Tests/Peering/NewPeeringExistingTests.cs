using NetConnect.Peering;

namespace NetConnect.Tests.Peering;

public sealed class NewPeeringExistingTests : PeeringTest
{
    [Theory]
    [InlineData(PeeringStates.PendingAcceptance)]
    [InlineData(PeeringStates.Initiating)]
    public async Task A_request_that_stands_is_accepted_and_not_made_again(string status)
    {
        Existing(status);

        VpcPeering? made = await MakeAsync(Request);

        Assert.Equal(PeeringStates.Active, made!.Status);
        Assert.Equal($"AcceptPeering {Pcx} by {Peer} in us-east-1", Assert.Single(Ec2.Writes).ToString());
    }

    [Fact]
    public async Task A_request_of_the_other_side_is_accepted_by_this_one_and_completed()
    {
        Ec2.AddPeering(B, A, PeeringStates.PendingAcceptance);

        VpcPeering? made = await MakeAsync(
            Request with { DnsResolution = PeeringSides.Requester, Routes = new PeeringRouteRequest(), Tags = Tags("Name", "a-b") });

        Assert.Equal((PeeringStates.Active, B.Id), (made!.Status, made.VpcId));
        Assert.Equal($"AcceptPeering {Pcx} by {Own} in eu-west-1", Ec2.Writes.First().ToString());
        Assert.Equal(PeeringSides.Requester, Ec2.Live.Dns);
        Assert.Contains($"SetPeeringDns {Pcx} by {Peer} in us-east-1", Ec2.Effects);
        Assert.Equal(("10.2.0.0/16", "10.1.0.0/16"), (A.Main.To(Pcx), B.Main.To(Pcx)));
        Assert.Equal(("a-b", "a-b"), (Ec2.Live.TagsOf(A)["Name"], Ec2.Live.TagsOf(B)["Name"]));
    }

    [Fact]
    public async Task One_that_is_being_provisioned_is_waited_for()
    {
        Existing(PeeringStates.Provisioning).Looks = 3;

        VpcPeering? made = await MakeAsync(Request with { DnsResolution = PeeringSides.Both });

        Assert.Equal(PeeringStates.Active, made!.Status);
        Assert.DoesNotContain(Ec2.Writes, call => call.Action is "CreatePeering" or "AcceptPeering");
        Assert.Equal(PeeringSides.Both, Ec2.Live.Dns);
    }

    [Fact]
    public async Task One_that_is_active_gets_only_what_it_lacks()
    {
        Existing().Dns = PeeringSides.Requester;
        A.Main.With("10.2.0.0/16", Pcx);

        await MakeAsync(Request with { DnsResolution = PeeringSides.Both, Routes = new PeeringRouteRequest() });

        Assert.Equal(
            ["CreateRoute rtb-b1 10.1.0.0/16", $"SetPeeringDns {Pcx}"],
            Ec2.Writes.Select(call => $"{call.Action} {call.Target}").Order());
    }

    [Theory]
    [InlineData(PeeringStates.Deleted)]
    [InlineData(PeeringStates.Deleting)]
    [InlineData(PeeringStates.Rejected)]
    [InlineData(PeeringStates.Expired)]
    [InlineData("failed")]
    public async Task One_that_is_dead_but_still_listed_is_passed_over(string status)
    {
        Existing(status).Looks = 100;

        VpcPeering? made = await MakeAsync(Request);

        Assert.Equal(("pcx-00000002", PeeringStates.Active), (made!.VpcPeeringConnectionId, made.Status));
    }

    [Fact]
    public async Task A_route_that_a_dead_peering_left_behind_is_pointed_at_the_new_one()
    {
        Existing(PeeringStates.Deleted);
        A.Main.With("10.2.0.0/16", Pcx);

        await MakeAsync(Request with { Routes = new PeeringRouteRequest() });

        Assert.Equal(("10.2.0.0/16", ""), (A.Main.To("pcx-00000002"), A.Main.To(Pcx)));
    }
}
