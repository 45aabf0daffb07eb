using NetConnect.Peering;
using NetConnect.Planning;
using NetConnect.Tests.Peering.Fakes;

namespace NetConnect.Tests.Peering;

public sealed class PeeringRemovalTests : PeeringTest
{
    [Fact]
    public async Task Routes_of_both_sides_go_first_and_then_the_peering()
    {
        FakePeering peering = Existing();
        A.Main.With("10.2.0.0/16", Pcx).With("10.8.0.0/16", "tgw-1");
        B.Main.With("10.1.0.0/16", Pcx);

        VpcPeering? removed = await RemoveAsync();

        Assert.Equal((PeeringStates.Deleted, PeeringStates.Deleted), (removed!.Status, peering.Status));
        Assert.Equal(("", "10.8.0.0/16", ""), (A.Main.To(Pcx), A.Main.To("tgw-1"), B.Main.To(Pcx)));
        Assert.Equal(["DeleteRoute", "DeleteRoute", "DeletePeering"], Ec2.Writes.Select(call => call.Action));
        Assert.Equal("DeletePeering 1, DeleteRoute 2, FindPeering 2, ListRouteTables 2", Ec2.Counts);
    }

    [Fact]
    public async Task A_route_that_cannot_be_removed_keeps_the_peering()
    {
        Existing();
        A.Main.With("10.2.0.0/16", Pcx);
        Ec2.Faults.Add(new FakeFault("DeleteRoute", FakeErrors.Throttled()));

        var error = await Assert.ThrowsAsync<NetConnectException>(() => RemoveAsync());

        Assert.Equal(ErrorIds.Throttled, error.ErrorId);
        Assert.Equal(PeeringStates.Active, Ec2.Live.Status);
    }

    [Fact]
    public async Task A_route_that_is_declined_keeps_the_peering()
    {
        Existing();
        A.Main.With("10.2.0.0/16", Pcx);
        Plan<VpcPeering> plan = await PlanAsync();
        plan.Steps[0].Decline();

        Assert.Null(await ApplyAsync(plan));
        Assert.Empty(Ec2.Writes);
    }

    [Fact]
    public async Task It_waits_until_the_peering_is_gone()
    {
        Existing().DeletingLooks = 3;

        VpcPeering? removed = await RemoveAsync();

        Assert.Equal(PeeringStates.Deleted, removed!.Status);
        Assert.Contains($"{Pcx} is deleting", Progress);
    }

    [Fact]
    public async Task One_that_is_not_visible_any_more_is_gone()
    {
        Existing().VanishesWhenDeleted = true;

        VpcPeering? removed = await RemoveAsync();

        Assert.Equal((Pcx, PeeringStates.Deleted), (removed!.VpcPeeringConnectionId, removed.Status));
    }

    [Fact]
    public async Task Without_waiting_it_looks_no_further()
    {
        Existing().DeletingLooks = 3;

        VpcPeering? removed = await ApplyAsync(await PlanAsync(wait: false));

        Assert.Equal(Pcx, removed!.VpcPeeringConnectionId);
        Assert.Equal("DeletePeering 1, FindPeering 1, ListRouteTables 2", Ec2.Counts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_is_deleted_by_its_requester_whoever_looks_it_up(bool byRequester)
    {
        FakePeering peering = Existing(PeeringStates.PendingAcceptance);
        var removal = byRequester ? new PeeringRemoval(OwnApi, PeerApi, Context) : new PeeringRemoval(PeerApi, OwnApi, Context);

        await ApplyAsync(await removal.PlanAsync(Pcx, PeeringSides.Both, wait: true, CancellationToken.None));

        Assert.Equal(PeeringStates.Deleted, peering.Status);
        Assert.Equal($"DeletePeering {Pcx} by {Own} in eu-west-1", Assert.Single(Ec2.Writes).ToString());
    }

    [Fact]
    public async Task A_request_cannot_be_deleted_by_the_accepter_alone()
    {
        Existing(PeeringStates.PendingAcceptance);
        var removal = new PeeringRemoval(PeerApi, PeerApi, Context);

        NetConnectException error = await RefusedAsync(
            () => removal.PlanAsync(Pcx, PeeringSides.Accepter, wait: true, CancellationToken.None));

        Assert.Equal((ErrorIds.NotPeeringOwner, ErrorKind.Denied), (error.ErrorId, error.Kind));
        Assert.Contains("Deny-VpcPeering", error.Message);
    }

    [Theory]
    [InlineData(PeeringStates.Deleted)]
    [InlineData(PeeringStates.Rejected)]
    [InlineData("failed")]
    public async Task A_dead_one_loses_its_routes_and_is_not_deleted_again(string status)
    {
        Existing(status);
        A.Main.With("10.2.0.0/16", Pcx);

        VpcPeering? removed = await RemoveAsync();

        Assert.Equal(status, removed!.Status);
        Assert.Equal($"DeleteRoute rtb-a1 10.2.0.0/16 by {Own} in eu-west-1", Assert.Single(Ec2.Writes).ToString());
    }

    [Fact]
    public async Task The_other_side_s_account_is_needed_unless_its_routes_are_left()
    {
        FakePeering peering = Existing();
        B.Main.With("10.1.0.0/16", Pcx);
        var removal = new PeeringRemoval(OwnApi, OwnApi, Context);

        NetConnectException error = await RefusedAsync(() => removal.PlanAsync(Pcx, PeeringSides.Both, wait: true, CancellationToken.None));
        await ApplyAsync(await removal.PlanAsync(Pcx, PeeringSides.Requester, wait: true, CancellationToken.None));

        Assert.Equal(ErrorIds.OtherSideNotReachable, error.ErrorId);
        Assert.Equal((PeeringStates.Deleted, "10.1.0.0/16"), (peering.Status, B.Main.To(Pcx)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_peering_of_two_VPCs_is_removed_whichever_asked(bool askedByPeer)
    {
        FakePeering peering = askedByPeer ? Ec2.AddPeering(B, A) : Existing();
        A.Name = "apps";

        VpcPeering? removed = await ApplyAsync(await PlanOfPairAsync("apps", B.Id));

        Assert.Equal((Pcx, PeeringStates.Deleted), (removed!.VpcPeeringConnectionId, peering.Status));
    }

    [Fact]
    public async Task Two_VPCs_without_a_live_peering_have_nothing_to_remove()
    {
        Existing(PeeringStates.Deleted);

        Plan<VpcPeering> plan = await PlanOfPairAsync(A.Id, B.Id);

        Assert.Empty(plan.Steps);
        Assert.Null(await ApplyAsync(plan));
    }

    [Fact]
    public async Task The_peering_of_two_VPCs_that_an_earlier_run_was_deleting_is_waited_for()
    {
        Existing(PeeringStates.Deleting).Looks = 3;

        VpcPeering? removed = await ApplyAsync(await PlanOfPairAsync(A.Id, B.Id));

        Assert.Equal(PeeringStates.Deleted, removed!.Status);
        Assert.Empty(Ec2.Writes);
    }

    private Task<Plan<VpcPeering>> PlanAsync(bool wait = true) =>
        new PeeringRemoval(OwnApi, PeerApi, Context).PlanAsync(Pcx, PeeringSides.Both, wait, CancellationToken.None);

    private Task<Plan<VpcPeering>> PlanOfPairAsync(string vpcId, string peerVpcId) =>
        new PeeringRemoval(OwnApi, PeerApi, Context).PlanAsync(vpcId, peerVpcId, PeeringSides.Both, wait: true, CancellationToken.None);

    private async Task<VpcPeering?> RemoveAsync() => await ApplyAsync(await PlanAsync());
}
