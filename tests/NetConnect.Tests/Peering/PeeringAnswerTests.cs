using NetConnect.Peering;
using NetConnect.Planning;
using NetConnect.Tests.Peering.Fakes;

namespace NetConnect.Tests.Peering;

public sealed class PeeringAnswerTests : PeeringTest
{
    private PeeringAnswer Answer => new(PeerApi, PeerApi, Context);

    [Fact]
    public async Task A_request_is_accepted_and_waited_for_until_it_is_active()
    {
        Existing(PeeringStates.PendingAcceptance).ProvisioningLooks = 2;

        Plan<VpcPeering> plan = await Answer.PlanAcceptAsync(Pcx, wait: true, CancellationToken.None);
        VpcPeering? accepted = await ApplyAsync(plan);

        Assert.Equal($"Accept the VPC peering: {Pcx} from {A} to {B}", Assert.Single(plan.Steps).ToString());
        Assert.Equal(PeeringStates.Active, accepted!.Status);
    }

    [Fact]
    public async Task Without_waiting_it_is_given_as_EC2_answered()
    {
        Existing(PeeringStates.PendingAcceptance).ProvisioningLooks = 2;

        VpcPeering? accepted = await AcceptAsync(wait: false);

        Assert.Equal(PeeringStates.Provisioning, accepted!.Status);
        Assert.Equal("AcceptPeering 1, FindPeering 1", Ec2.Counts);
    }

    [Theory]
    [InlineData(PeeringStates.Active)]
    [InlineData(PeeringStates.Provisioning)]
    public async Task One_that_is_accepted_already_is_success(string status)
    {
        Existing(status).Looks = 2;

        VpcPeering? accepted = await AcceptAsync();

        Assert.Equal(PeeringStates.Active, accepted!.Status);
        Assert.Empty(Ec2.Writes);
    }

    [Fact]
    public async Task It_is_accepted_in_the_accepter_s_Region_wherever_it_was_looked_up()
    {
        FakeVpc c = Ec2.AddVpc("vpc-0000000c", Own, "ap-south-1", "10.3.0.0/16");
        Ec2.AddPeering(A, c, PeeringStates.PendingAcceptance);

        await ApplyAsync(await new PeeringAnswer(OwnApi, OwnApi, Context).PlanAcceptAsync(Pcx, wait: true, CancellationToken.None));

        Assert.Equal($"AcceptPeering {Pcx} by {Own} in ap-south-1", Assert.Single(Ec2.Effects));
    }

    [Fact]
    public async Task An_account_to_which_the_request_does_not_show_in_the_accepter_s_Region_is_told_so_and_not_kept_waiting()
    {
        Existing(PeeringStates.PendingAcceptance);

        Plan<VpcPeering> plan = await new PeeringAnswer(OwnApi, OwnApi, Context).PlanAcceptAsync(Pcx, wait: true, CancellationToken.None);
        var error = await Assert.ThrowsAsync<NetConnectException>(() => ApplyAsync(plan));

        Assert.Equal((ErrorIds.PeeringNotFound, ErrorKind.NotFound, Pcx), (error.ErrorId, error.Kind, error.Target));
        Assert.Contains("does not show in us-east-1 with these credentials", error.Message);
        Assert.InRange(Clock.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Of_both_sides_credentials_those_of_the_accepter_answer()
    {
        Existing(PeeringStates.PendingAcceptance);

        await ApplyAsync(await new PeeringAnswer(OwnApi, PeerApi, Context).PlanAcceptAsync(Pcx, wait: true, CancellationToken.None));

        Assert.Equal($"AcceptPeering {Pcx} by {Peer} in us-east-1", Assert.Single(Ec2.Effects));
    }

    [Fact]
    public async Task Within_one_Region_EC2_says_that_another_account_may_not_accept()
    {
        FakeVpc c = Ec2.AddVpc("vpc-0000000c", Peer, "eu-west-1", "10.3.0.0/16");
        Ec2.AddPeering(A, c, PeeringStates.PendingAcceptance);

        Plan<VpcPeering> plan = await new PeeringAnswer(OwnApi, OwnApi, Context).PlanAcceptAsync(Pcx, wait: true, CancellationToken.None);
        var error = await Assert.ThrowsAsync<NetConnectException>(() => ApplyAsync(plan));

        Assert.Equal(ErrorIds.NotPeeringOwner, error.ErrorId);
    }

    [Theory]
    [InlineData(PeeringStates.Rejected, ErrorIds.PeeringRejected)]
    [InlineData(PeeringStates.Expired, ErrorIds.PeeringExpired)]
    [InlineData("failed", ErrorIds.PeeringFailed)]
    [InlineData(PeeringStates.Deleted, ErrorIds.PeeringStateConflict)]
    public async Task A_dead_one_cannot_be_accepted(string status, string errorId)
    {
        Existing(status);

        Assert.Equal(errorId, (await RefusedAsync(() => AcceptAsync())).ErrorId);
    }

    [Fact]
    public async Task A_request_is_rejected()
    {
        FakePeering peering = Existing(PeeringStates.PendingAcceptance);

        VpcPeering? rejected = await RejectAsync();

        Assert.Equal((PeeringStates.Rejected, PeeringStates.Rejected), (rejected!.Status, peering.Status));
    }

    [Fact]
    public async Task One_that_is_rejected_already_is_success()
    {
        Existing(PeeringStates.Rejected);

        Assert.Equal(PeeringStates.Rejected, (await RejectAsync())!.Status);
        Assert.Empty(Ec2.Writes);
    }

    [Theory]
    [InlineData(PeeringStates.Active, ErrorIds.PeeringStateConflict, "Remove-VpcPeering")]
    [InlineData(PeeringStates.Expired, ErrorIds.PeeringExpired, "expired")]
    public async Task One_that_was_accepted_or_ended_cannot_be_rejected(string status, string errorId, string text)
    {
        Existing(status);

        NetConnectException error = await RefusedAsync(() => RejectAsync());

        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains(text, error.Message);
    }

    [Fact]
    public async Task Declined_it_stays_pending()
    {
        FakePeering peering = Existing(PeeringStates.PendingAcceptance);
        Plan<VpcPeering> accept = await Answer.PlanAcceptAsync(Pcx, wait: true, CancellationToken.None);
        Plan<VpcPeering> reject = await Answer.PlanRejectAsync(Pcx, CancellationToken.None);
        accept.Steps[0].Decline();
        reject.Steps[0].Decline();

        Assert.Equal(PeeringStates.PendingAcceptance, (await ApplyAsync(accept))!.Status);
        Assert.Equal(PeeringStates.PendingAcceptance, (await ApplyAsync(reject))!.Status);
        Assert.Equal(PeeringStates.PendingAcceptance, peering.Status);
    }

    private async Task<VpcPeering?> AcceptAsync(bool wait = true) =>
        await ApplyAsync(await Answer.PlanAcceptAsync(Pcx, wait, CancellationToken.None));

    private async Task<VpcPeering?> RejectAsync() => await ApplyAsync(await Answer.PlanRejectAsync(Pcx, CancellationToken.None));
}
