using NetConnect.Peering;
using NetConnect.Tests.Peering.Fakes;

namespace NetConnect.Tests.Peering;

/// <summary>A create has no idempotency token: where its answer is lost, it is looked for before it is repeated.</summary>
public sealed class LostAnswerTests : PeeringTest
{
    [Fact]
    public async Task A_request_that_never_arrived_is_made_again()
    {
        Lose(times: 1, afterEffect: false);

        VpcPeering? made = await MakeAsync(Request);

        Assert.Equal(PeeringStates.Active, made!.Status);
        Assert.Equal((2, 1), (Creates, Ec2.Peerings.Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_request_that_was_made_is_found_again_and_never_made_twice(int hiddenCalls)
    {
        Lose(times: 1, afterEffect: true);
        Ec2.OnCreate = peering => peering.Hidden[A] = hiddenCalls;

        VpcPeering? made = await MakeAsync(Request with { Tags = Tags("Name", "a-b") });

        Assert.Equal((PeeringStates.Active, "a-b"), (made!.Status, made.Name));
        Assert.Equal((1, 1), (Creates, Ec2.Peerings.Count));
    }

    [Fact]
    public async Task A_request_that_shows_only_after_it_was_repeated_is_found_all_the_same()
    {
        Lose(times: 1, afterEffect: true);
        Ec2.OnCreate = peering => peering.Hidden[A] = 6;

        VpcPeering? made = await MakeAsync(Request);

        Assert.Equal(PeeringStates.Active, made!.Status);
        Assert.Equal((2, 1), (Creates, Ec2.Peerings.Count));
    }

    [Fact]
    public async Task A_request_that_somebody_else_made_since_the_plan_is_gone_on_with()
    {
        var plan = await PlanAsync(Request);
        Existing(PeeringStates.PendingAcceptance);

        VpcPeering? made = await ApplyAsync(plan);

        Assert.Equal((Pcx, PeeringStates.Active), (made!.VpcPeeringConnectionId, made.Status));
        Assert.Single(Ec2.Peerings);
    }

    [Fact]
    public async Task A_dead_peering_of_the_same_VPCs_is_not_taken_for_the_lost_one()
    {
        Existing(PeeringStates.Deleted);
        Lose(times: 1, afterEffect: false);

        VpcPeering? made = await MakeAsync(Request);

        Assert.Equal("pcx-00000002", made!.VpcPeeringConnectionId);
    }

    [Fact]
    public async Task Three_answers_lost_end_it_with_the_way_on()
    {
        Lose(times: int.MaxValue, afterEffect: false);

        var error = await Assert.ThrowsAsync<AnswerLostException>(() => MakeAsync(Request));

        Assert.Contains("Run the command again", error.Message);
        Assert.Equal((3, 0), (Creates, Ec2.Peerings.Count));
    }

    private int Creates => Ec2.Calls.Count(call => call.Action == "CreatePeering");

    private void Lose(int times, bool afterEffect) =>
        Ec2.Faults.Add(new FakeFault("CreatePeering", FakeErrors.AnswerLost("Create")) { Times = times, AfterEffect = afterEffect });
}
