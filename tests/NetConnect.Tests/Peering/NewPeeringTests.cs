using NetConnect.Peering;
using NetConnect.Planning;
using NetConnect.Tests.Peering.Fakes;

namespace NetConnect.Tests.Peering;

public sealed class NewPeeringTests : PeeringTest
{
    [Fact]
    public async Task A_whole_peering_is_made_with_the_least_calls()
    {
        foreach (FakeVpc vpc in new[] { A, B })
        {
            for (int number = 2; number <= 4; number++)
                vpc.AddTable($"rtb-{vpc.Id[^1]}{number}");
        }

        VpcPeering? made = await MakeAsync(Whole with { Tags = new Dictionary<string, string>() });

        Assert.Equal(
            "AcceptPeering 1, CreatePeering 1, CreateRoute 8, HasDnsHostnames 2, ListPeeringsOfPair 1, ListRouteTables 2, SetPeeringDns 2",
            Ec2.Counts);
        Assert.Equal((Pcx, PeeringStates.Active), (made!.VpcPeeringConnectionId, made.Status));
        Assert.Equal(PeeringSides.Both, Ec2.Live.Dns);
        Assert.All(A.Tables, table => Assert.Equal("10.2.0.0/16", table.To(Pcx)));
        Assert.All(B.Tables, table => Assert.Equal("10.1.0.0/16", table.To(Pcx)));
    }

    [Fact]
    public async Task Each_side_is_changed_by_its_own_account_in_its_own_Region()
    {
        await MakeAsync(Whole);

        Assert.Equal(
            [
                $"AcceptPeering {Pcx} by {Peer} in us-east-1",
                $"CreatePeering {A.Id} {B.Id} by {Own} in eu-west-1",
                $"CreateRoute rtb-a1 10.2.0.0/16 by {Own} in eu-west-1",
                $"CreateRoute rtb-b1 10.1.0.0/16 by {Peer} in us-east-1",
                $"SetPeeringDns {Pcx} by {Own} in eu-west-1",
                $"SetPeeringDns {Pcx} by {Peer} in us-east-1",
                $"SetTags {Pcx} by {Peer} in us-east-1",
            ],
            Ec2.Effects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_plan_says_each_step_in_the_order_in_which_a_person_would_make_it()
    {
        Plan<VpcPeering> plan = await PlanAsync(Whole);

        Assert.Equal(
            [
                $"Request VPC peering with vpc-0000000b ({Peer}/us-east-1): vpc-0000000a ({Own}/eu-west-1)",
                $"Accept the VPC peering: vpc-0000000b ({Peer}/us-east-1)",
                $"Turn DNS resolution on: vpc-0000000a ({Own}/eu-west-1)",
                $"Turn DNS resolution on: vpc-0000000b ({Peer}/us-east-1)",
                $"Add route 10.2.0.0/16 to the peering: rtb-a1 (main) of vpc-0000000a ({Own}/eu-west-1)",
                $"Add route 10.1.0.0/16 to the peering: rtb-b1 (main) of vpc-0000000b ({Peer}/us-east-1)",
                $"Tag the VPC peering: Name=a-b: vpc-0000000b ({Peer}/us-east-1)",
            ],
            plan.Steps.Select(step => step.ToString()));
        Assert.Empty(plan.Warnings);
        Assert.Empty(Ec2.Writes);
    }

    [Fact]
    public async Task The_object_shows_the_options_and_tags_that_were_just_set()
    {
        VpcPeering? made = await MakeAsync(Whole);

        Assert.True(made!.Requester.AllowDnsResolutionFromRemoteVpc);
        Assert.True(made.Accepter.AllowDnsResolutionFromRemoteVpc);
        Assert.Equal("a-b", made.Name);
        Assert.Equal((A.Id, B.Id), (made.VpcId, made.PeerVpcId));
    }

    [Fact]
    public async Task Run_again_with_nothing_to_do_it_reads_three_times_and_writes_nothing()
    {
        await MakeAsync(Whole with { Tags = new Dictionary<string, string>() });
        Ec2.Calls.Clear();

        VpcPeering? found = await MakeAsync(Whole with { Tags = new Dictionary<string, string>() });

        Assert.Equal("ListPeeringsOfPair 1, ListRouteTables 2", Ec2.Counts);
        Assert.Equal((Pcx, PeeringStates.Active), (found!.VpcPeeringConnectionId, found.Status));
    }

    [Fact]
    public async Task Tags_that_one_side_lacks_are_set_there_alone()
    {
        await MakeAsync(Whole);
        Ec2.Live.TagsOf(B)["Name"] = "other";
        Ec2.Calls.Clear();

        await MakeAsync(Whole);

        Assert.Equal($"SetTags {Pcx} by {Peer} in us-east-1", Assert.Single(Ec2.Writes).ToString());
        Assert.Equal("a-b", Ec2.Live.TagsOf(B)["Name"]);
    }

    [Fact]
    public async Task Within_one_account_and_Region_options_and_tags_are_set_once()
    {
        FakeVpc c = Ec2.AddVpc("vpc-0000000c", Own, "eu-west-1", "10.3.0.0/16");

        await ApplyAsync(await new NewPeering(OwnApi, OwnApi, Context).PlanAsync(Whole with { PeerVpcId = c.Id }, CancellationToken.None));

        Assert.Equal(PeeringSides.Both, Ec2.Live.Dns);
        Assert.Equal("a-b", Ec2.Live.TagsOf(c)["Name"]);
        Assert.Single(Ec2.Writes, call => call.Action == "SetPeeringDns");
        Assert.DoesNotContain(Ec2.Writes, call => call.Action == "SetTags");
    }

    [Theory]
    [InlineData(null, PeeringSides.Requester, PeeringSides.Requester)]
    [InlineData(PeeringSides.None, PeeringSides.Both, PeeringSides.None)]
    [InlineData(PeeringSides.Accepter, PeeringSides.Requester, PeeringSides.Accepter)]
    [InlineData(PeeringSides.Both, PeeringSides.Requester, PeeringSides.Both)]
    public async Task DNS_options_become_what_was_asked_and_stay_where_nothing_was(
        PeeringSides? asked, PeeringSides before, PeeringSides after)
    {
        Existing().Dns = before;

        await MakeAsync(Request with { DnsResolution = asked });

        Assert.Equal(after, Ec2.Live.Dns);
    }

    [Fact]
    public async Task Turning_DNS_resolution_off_needs_no_attributes()
    {
        A.HasDnsHostnames = false;
        Existing().Dns = PeeringSides.Both;

        await MakeAsync(Request with { DnsResolution = PeeringSides.None });

        Assert.Equal(PeeringSides.None, Ec2.Live.Dns);
    }

    [Fact]
    public async Task Without_waiting_options_and_routes_are_left_for_the_next_run()
    {
        Ec2.OnCreate = peering => peering.ProvisioningLooks = 5;

        Plan<VpcPeering> plan = await PlanAsync(Whole with { NoWait = true });
        VpcPeering? made = await ApplyAsync(plan);

        Assert.Contains("run the command again", Assert.Single(plan.Warnings));
        Assert.Equal(["CreatePeering", "AcceptPeering", "SetTags"], Ec2.Writes.Select(call => call.Action));
        Assert.Equal(PeeringStates.Provisioning, made!.Status);
        Assert.Equal(TimeSpan.Zero, Clock.Elapsed);
    }

    [Fact]
    public async Task Without_waiting_a_peering_that_is_active_gets_its_options_and_routes()
    {
        Existing();

        Plan<VpcPeering> plan = await PlanAsync(Whole with { NoWait = true });
        await ApplyAsync(plan);

        Assert.Empty(plan.Warnings);
        Assert.Equal((PeeringSides.Both, "10.2.0.0/16", "10.1.0.0/16"), (Ec2.Live.Dns, A.Main.To(Pcx), B.Main.To(Pcx)));
    }

    [Fact]
    public async Task A_request_that_is_declined_makes_nothing()
    {
        Plan<VpcPeering> plan = await PlanAsync(Whole);
        plan.Steps[0].Decline();

        Assert.Null(await ApplyAsync(plan));
        Assert.Empty(Ec2.Writes);
    }

    [Fact]
    public async Task Where_the_acceptance_is_declined_the_request_is_given_as_it_stands()
    {
        Plan<VpcPeering> plan = await PlanAsync(Whole);
        plan.Steps[1].Decline();

        VpcPeering? made = await ApplyAsync(plan);

        Assert.Equal(Pcx, made!.VpcPeeringConnectionId);
        Assert.Equal(["CreatePeering"], Ec2.Writes.Select(call => call.Action));
    }

    [Fact]
    public async Task VPCs_can_be_given_by_name_each_in_its_own_account()
    {
        A.Name = "apps";
        B.Name = "data";

        await MakeAsync(Request with { VpcId = "apps", PeerVpcId = "data" });

        Assert.Equal((A, B), (Ec2.Live.Requester, Ec2.Live.Accepter));
    }
}
