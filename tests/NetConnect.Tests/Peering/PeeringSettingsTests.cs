using NetConnect.Peering;
using NetConnect.Tests.Peering.Fakes;

namespace NetConnect.Tests.Peering;

public sealed class PeeringSettingsTests : PeeringTest
{
    private static readonly Dictionary<string, string> s_noTags = [];

    // With A's account alone.
    private PeeringSettings OwnAlone => new(OwnApi, OwnApi, Context);

    [Theory]
    [InlineData(PeeringSides.None, PeeringSides.Both)]
    [InlineData(PeeringSides.Both, PeeringSides.None)]
    [InlineData(PeeringSides.Requester, PeeringSides.Accepter)]
    public async Task Each_side_s_DNS_option_is_set_by_its_owner(PeeringSides before, PeeringSides wanted)
    {
        Existing().Dns = before;

        VpcPeering? peering = await SetAsync(wanted, s_noTags);

        Assert.Equal(wanted, Ec2.Live.Dns);
        Assert.Equal(wanted.HasFlag(PeeringSides.Requester), peering!.Requester.AllowDnsResolutionFromRemoteVpc);
        Assert.Equal(wanted.HasFlag(PeeringSides.Accepter), peering.Accepter.AllowDnsResolutionFromRemoteVpc);
        Assert.Equal(
            [$"SetPeeringDns {Pcx} by {Own} in eu-west-1", $"SetPeeringDns {Pcx} by {Peer} in us-east-1"],
            Ec2.Effects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task With_nothing_to_change_it_reads_three_times()
    {
        Existing().Dns = PeeringSides.Both;

        await SetAsync(PeeringSides.Both, s_noTags);

        Assert.Equal("FindPeering 1, ListRouteTables 2", Ec2.Counts);
    }

    [Fact]
    public async Task What_is_not_asked_stays()
    {
        Existing().Dns = PeeringSides.Requester;

        VpcPeering? peering = await SetAsync(null, s_noTags);

        Assert.True(peering!.Requester.AllowDnsResolutionFromRemoteVpc);
        Assert.Empty(Ec2.Writes);
    }

    [Fact]
    public async Task Only_the_side_that_changes_needs_its_owner()
    {
        Existing();

        await ApplyAsync(await OwnAlone.PlanAsync(Pcx, PeeringSides.Requester, s_noTags, CancellationToken.None));

        Assert.Equal(PeeringSides.Requester, Ec2.Live.Dns);
    }

    [Fact]
    public async Task A_side_that_changes_and_is_not_reached_is_refused()
    {
        Existing();

        NetConnectException error = await RefusedAsync(
            () => OwnAlone.PlanAsync(Pcx, PeeringSides.Both, s_noTags, CancellationToken.None));

        Assert.Equal(ErrorIds.OtherSideNotReachable, error.ErrorId);
        Assert.Contains(B.ToString(), error.Message);
    }

    [Fact]
    public async Task DNS_options_need_an_active_peering()
    {
        Existing(PeeringStates.PendingAcceptance);

        NetConnectException error = await RefusedAsync(() => SetAsync(PeeringSides.Both, s_noTags));

        Assert.Equal((ErrorIds.PeeringStateConflict, Pcx), (error.ErrorId, error.Target));
        Assert.Contains("Approve-VpcPeering", error.Message);
    }

    [Fact]
    public async Task Turning_DNS_resolution_on_needs_its_attributes_on_both_VPCs()
    {
        Existing();
        B.HasDnsHostnames = false;

        NetConnectException error = await RefusedAsync(() => SetAsync(PeeringSides.Requester, s_noTags));

        Assert.Equal((ErrorIds.DnsAttributesMissing, B.Id), (error.ErrorId, error.Target));
    }

    [Fact]
    public async Task Tags_are_set_on_each_side_that_lacks_them()
    {
        FakePeering peering = Existing(PeeringStates.PendingAcceptance);
        peering.TagsOf(A)["Name"] = "a-b";

        VpcPeering? tagged = await SetAsync(null, Tags("Name", "a-b"));

        Assert.Equal("a-b", tagged!.Name);
        Assert.Equal($"SetTags {Pcx} by {Peer} in us-east-1", Assert.Single(Ec2.Writes).ToString());
    }

    [Fact]
    public async Task A_side_that_is_not_reached_keeps_its_tags()
    {
        FakePeering peering = Existing();

        await ApplyAsync(await OwnAlone.PlanAsync(Pcx, null, Tags("Name", "a-b"), CancellationToken.None));

        Assert.Equal("a-b", peering.TagsOf(A)["Name"]);
        Assert.Empty(peering.TagsOf(B));
    }

    [Fact]
    public async Task Within_one_account_and_Region_options_and_tags_are_set_once()
    {
        FakeVpc c = Ec2.AddVpc("vpc-0000000c", Own, "eu-west-1", "10.3.0.0/16");
        Ec2.AddPeering(A, c);

        await ApplyAsync(await OwnAlone.PlanAsync(Pcx, PeeringSides.Both, Tags("Name", "a-c"), CancellationToken.None));

        Assert.Equal(["SetPeeringDns", "SetTags"], Ec2.Writes.Select(call => call.Action).Order());
        Assert.Equal(PeeringSides.Both, Ec2.Live.Dns);
    }

    [Fact]
    public async Task A_dead_peering_is_not_changed()
    {
        Existing(PeeringStates.Expired);

        NetConnectException error = await RefusedAsync(() => SetAsync(null, Tags("Name", "a-b")));

        Assert.Equal(ErrorIds.PeeringExpired, error.ErrorId);
    }

    private async Task<VpcPeering?> SetAsync(PeeringSides? dns, Dictionary<string, string> tags) =>
        await ApplyAsync(await new PeeringSettings(OwnApi, PeerApi, Context).PlanAsync(Pcx, dns, tags, CancellationToken.None));
}
