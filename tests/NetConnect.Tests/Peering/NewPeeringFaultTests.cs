using NetConnect.Addressing;
using NetConnect.Peering;
using NetConnect.Tests.Peering.Fakes;

namespace NetConnect.Tests.Peering;

public sealed class NewPeeringFaultTests : PeeringTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_peering_that_the_accepter_does_not_see_yet_is_accepted_once_it_does(int calls)
    {
        Ec2.OnCreate = peering => peering.Hidden[B] = calls;

        await MakeAsync(Whole);

        AssertWhole();
        Assert.Equal(2, Count("AcceptPeering"));
    }

    [Fact]
    public async Task A_peering_that_is_seen_and_then_not_found_once_more_is_still_accepted()
    {
        Ec2.Faults.Add(new FakeFault("AcceptPeering", FakeErrors.PeeringNotFound(Pcx)) { Times = 3 });

        await MakeAsync(Whole);

        AssertWhole();
    }

    [Fact]
    public async Task A_peering_that_stays_out_of_the_accepters_sight_is_given_up_and_not_tried_for_ever()
    {
        Ec2.Faults.Add(new FakeFault("AcceptPeering", FakeErrors.PeeringNotFound(Pcx)) { Times = int.MaxValue });

        var error = await Assert.ThrowsAsync<NetConnectException>(() => MakeAsync(Whole));

        Assert.Equal(ErrorIds.PeeringNotFound, error.ErrorId);
    }

    [Fact]
    public async Task A_request_that_is_not_pending_yet_is_accepted_once_it_is()
    {
        Ec2.OnCreate = peering => peering.Looks = 2;

        await MakeAsync(Whole);

        AssertWhole();
        Assert.Equal((2, 3), (Count("AcceptPeering"), Count("FindPeering")));
    }

    [Fact]
    public async Task An_acceptance_whose_answer_was_lost_and_that_is_refused_when_repeated_is_taken_as_done()
    {
        Ec2.Faults.Add(new FakeFault("AcceptPeering", FakeErrors.StateConflict(Pcx, PeeringStates.Active)) { AfterEffect = true });

        await MakeAsync(Whole);

        AssertWhole();
        Assert.Equal(1, Count("AcceptPeering"));
    }

    [Fact]
    public async Task Provisioning_is_looked_at_by_one_wait_that_all_steps_share()
    {
        Ec2.OnCreate = peering => peering.ProvisioningLooks = 3;

        await MakeAsync(Whole);

        AssertWhole();
        Assert.Equal(4, Count("FindPeering"));
        Assert.All(Ec2.Calls.Where(call => call.Action == "FindPeering"), call => Assert.Equal(Own, call.Account));
        Assert.Contains($"{Pcx} is provisioning", Progress);
    }

    [Theory]
    [InlineData("failed", ErrorIds.PeeringFailed, "the reason that EC2 gave")]
    [InlineData(PeeringStates.Rejected, ErrorIds.PeeringRejected, "was rejected by the owner of vpc-0000000b")]
    [InlineData(PeeringStates.Expired, ErrorIds.PeeringExpired, "seven days")]
    [InlineData(PeeringStates.Deleted, ErrorIds.PeeringStateConflict, "is deleted")]
    public async Task A_peering_that_ends_before_it_is_accepted_says_how(string status, string errorId, string text)
    {
        Ec2.OnCreate = peering => (peering.Status, peering.Message) = (status, "the reason that EC2 gave");

        var error = await Assert.ThrowsAsync<NetConnectException>(() => MakeAsync(Whole));

        Assert.Equal((errorId, ErrorKind.Conflict, Pcx), (error.ErrorId, error.Kind, error.Target));
        Assert.Contains(text, error.Message);
        Assert.DoesNotContain(Ec2.Writes, call => call.Action is "CreateRoute" or "SetPeeringDns" or "SetTags");
    }

    [Fact]
    public async Task An_overlap_that_came_after_the_plan_fails_with_what_EC2_says()
    {
        Ec2.OnCreate = _ => B.Cidrs.Add(Cidr.Parse("10.1.64.0/18"));

        var error = await Assert.ThrowsAsync<NetConnectException>(() => MakeAsync(Whole));

        Assert.Equal(ErrorIds.PeeringFailed, error.ErrorId);
        Assert.Contains("overlapping CIDRs", error.Message);
    }

    [Fact]
    public async Task A_peering_that_does_not_become_active_in_time_is_left_with_the_way_on()
    {
        Ec2.OnCreate = peering => peering.ProvisioningLooks = int.MaxValue;
        Context = Context with { Timeout = TimeSpan.FromSeconds(30) };

        var error = await Assert.ThrowsAsync<NetConnectException>(() => MakeAsync(Whole));

        Assert.Equal((ErrorIds.WaitTimedOut, Pcx), (error.ErrorId, error.Target));
        Assert.Contains($"{Pcx} is still provisioning after 30 seconds", error.Message);
        Assert.DoesNotContain("more steps", error.Message);
    }

    [Fact]
    public async Task A_route_to_a_peering_that_is_not_visible_there_yet_is_tried_until_it_is()
    {
        Ec2.Faults.Add(new FakeFault("CreateRoute", FakeErrors.PeeringNotFound(Pcx)) { Account = Peer, Times = 3 });

        await MakeAsync(Whole);

        AssertWhole();
        Assert.Equal(5, Count("CreateRoute"));
    }

    [Fact]
    public async Task A_peering_that_stays_invisible_to_routes_and_tags_is_given_up()
    {
        Ec2.Faults.Add(new FakeFault("CreateRoute", FakeErrors.PeeringNotFound(Pcx)) { Account = Peer, Times = int.MaxValue });

        var error = await Assert.ThrowsAsync<NetConnectException>(() => MakeAsync(Whole));

        Assert.Equal(ErrorIds.PeeringNotFound, error.ErrorId);
    }

    [Fact]
    public async Task Tags_on_a_side_that_does_not_see_the_peering_yet_are_tried_until_it_does()
    {
        Ec2.Faults.Add(new FakeFault("SetTags", FakeErrors.PeeringNotFound(Pcx)) { Times = 2 });

        await MakeAsync(Whole);

        AssertWhole();
    }

    [Fact]
    public async Task The_DNS_option_of_a_side_that_does_not_see_the_peering_active_yet_is_set_once_it_does()
    {
        NetConnectException notActive = FakeErrors.StateConflict(Pcx, PeeringStates.Provisioning);
        Ec2.Faults.Add(new FakeFault("SetPeeringDns", notActive) { Account = Peer, Times = 2 });

        await MakeAsync(Whole);

        AssertWhole();
    }

    [Fact]
    public async Task One_route_that_fails_leaves_everything_else_made()
    {
        var full = new NetConnectException(ErrorIds.RouteLimitExceeded, ErrorKind.Limit, "Full.", "rtb-a1");
        Ec2.Faults.Add(new FakeFault("CreateRoute", full) { Account = Own });

        var error = await Assert.ThrowsAsync<NetConnectException>(() => MakeAsync(Whole));

        Assert.Equal((ErrorIds.RouteLimitExceeded, "Full."), (error.ErrorId, error.Message));
        Assert.Equal(("", "10.1.0.0/16", PeeringSides.Both), (A.Main.To(Pcx), B.Main.To(Pcx), Ec2.Live.Dns));
        Assert.Equal("a-b", Ec2.Live.TagsOf(B)["Name"]);
    }

    [Fact]
    public async Task A_request_that_EC2_refuses_stops_all_that_builds_on_it()
    {
        Ec2.Faults.Add(new FakeFault("CreatePeering", FakeErrors.Throttled()));

        var error = await Assert.ThrowsAsync<NetConnectException>(() => MakeAsync(Whole));

        Assert.Equal((ErrorIds.Throttled, "RequestLimitExceeded"), (error.ErrorId, error.Message));
        Assert.Equal("CreatePeering", Assert.Single(Ec2.Writes).Action);
    }

    private int Count(string action) => Ec2.Calls.Count(call => call.Action == action);

    private void AssertWhole()
    {
        Assert.Single(Ec2.Peerings);
        Assert.Equal((PeeringStates.Active, PeeringSides.Both), (Ec2.Live.Status, Ec2.Live.Dns));
        Assert.Equal(("10.2.0.0/16", "10.1.0.0/16"), (A.Main.To(Pcx), B.Main.To(Pcx)));
        Assert.Equal(("a-b", "a-b"), (Ec2.Live.TagsOf(A)["Name"], Ec2.Live.TagsOf(B)["Name"]));
        Assert.Equal(Ec2.Effects.Count, Ec2.Effects.Distinct().Count());
    }
}
