using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.Tests.Peering;

/// <summary>The other account's credentials are not at hand: the request is left for its owner to accept.</summary>
public sealed class RequestOnlyTests : PeeringTest
{
    private PeeringRequest Only => Request with { PeerOwnerId = Peer, Tags = Tags("Name", "a-b") };

    // The other side's Region, with one's own credentials.
    private IVpcApi OwnInPeerRegion => Ec2.Api(Own, B.Region);

    [Fact]
    public async Task It_is_requested_and_left_pending_with_one_account_s_calls_alone()
    {
        Ec2.OnCreate = peering => peering.Looks = 1;

        VpcPeering? made = await RunAsync(Only);

        Assert.Equal((PeeringStates.PendingAcceptance, "a-b"), (made!.Status, made.Name));
        Assert.Equal("CreatePeering 1, FindPeering 2, ListPeeringsOfPair 1, ListRouteTables 1", Ec2.Counts);
        Assert.All(Ec2.Calls, call => Assert.Equal((Own, "eu-west-1"), (call.Account, call.Region)));
        Assert.Equal(B, Ec2.Live.Accepter);
    }

    [Fact]
    public async Task The_step_names_the_account_and_Region_that_are_asked()
    {
        Plan<VpcPeering> plan = await PlanOnlyAsync(Only);

        Assert.Equal(
            $"Request VPC peering with {B.Id} ({Peer}/us-east-1): {A.Id} ({Own}/eu-west-1)", Assert.Single(plan.Steps).ToString());
    }

    [Fact]
    public async Task One_that_EC2_fails_is_told_with_its_words()
    {
        B.Cidrs[0] = A.Cidrs[0];

        var error = await Assert.ThrowsAsync<NetConnectException>(() => RunAsync(Only));

        Assert.Equal(ErrorIds.PeeringFailed, error.ErrorId);
        Assert.Contains("overlapping CIDRs", error.Message);
    }

    [Fact]
    public async Task Without_waiting_it_is_given_as_EC2_answered()
    {
        VpcPeering? made = await RunAsync(Only with { NoWait = true });

        Assert.Equal(PeeringStates.Initiating, made!.Status);
        Assert.DoesNotContain(Ec2.Calls, call => call.Action == "FindPeering");
    }

    [Theory]
    [InlineData(PeeringStates.PendingAcceptance)]
    [InlineData(PeeringStates.Active)]
    public async Task One_that_stands_is_given_as_it_is(string status)
    {
        Existing(status);

        VpcPeering? found = await RunAsync(Only with { Tags = new Dictionary<string, string>() });

        Assert.Equal((Pcx, status), (found!.VpcPeeringConnectionId, found.Status));
        Assert.Empty(Ec2.Writes);
    }

    [Fact]
    public async Task Tags_that_one_that_stands_lacks_are_set_on_this_side()
    {
        Existing(PeeringStates.PendingAcceptance);

        VpcPeering? found = await RunAsync(Only);

        Assert.Equal("a-b", found!.Name);
        Assert.Equal("a-b", Ec2.Live.TagsOf(A)["Name"]);
        Assert.Empty(Ec2.Live.TagsOf(B));
    }

    [Fact]
    public async Task Tags_that_were_declined_are_not_shown_as_set()
    {
        Existing(PeeringStates.PendingAcceptance);
        Plan<VpcPeering> plan = await PlanOnlyAsync(Only);
        plan.Steps[0].Decline();

        Assert.Null((await ApplyAsync(plan))!.Name);
    }

    [Fact]
    public async Task The_other_VPC_must_be_an_id_because_names_there_cannot_be_read()
    {
        NetConnectException error = await RefusedAsync(() => RunAsync(Only with { PeerVpcId = "data" }));

        Assert.Equal((ErrorIds.MalformedId, "data"), (error.ErrorId, error.Target));
    }

    [Fact]
    public async Task A_request_whose_answer_was_lost_is_found_again()
    {
        Ec2.Faults.Add(new Fakes.FakeFault("CreatePeering", Fakes.FakeErrors.AnswerLost("Create")) { AfterEffect = true });

        VpcPeering? made = await RunAsync(Only);

        Assert.Equal(PeeringStates.PendingAcceptance, made!.Status);
        Assert.Single(Ec2.Peerings);
    }

    private Task<Plan<VpcPeering>> PlanOnlyAsync(PeeringRequest request) =>
        new NewPeering(OwnApi, OwnInPeerRegion, Context).PlanAsync(request, CancellationToken.None);

    private async Task<VpcPeering?> RunAsync(PeeringRequest request) => await ApplyAsync(await PlanOnlyAsync(request));
}
