using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.Tests.Peering;

public sealed class SetPeeringRoutesTests : PeeringRoutesTest
{
    [Fact]
    public async Task Every_table_of_both_sides_gets_every_address_block_of_the_other()
    {
        A.AddTable("rtb-a2");
        A.Cidrs.AddRange(Cidrs("100.64.0.0/16", "2001:db8:1::/56"));
        B.Cidrs.AddRange(Cidrs("2001:db8:2::/56"));

        IReadOnlyList<PeeringRoute>? routes = await SetAsync();

        Assert.Equal("10.2.0.0/16 2001:db8:2::/56", A.Main.To(Pcx));
        Assert.Equal("10.2.0.0/16 2001:db8:2::/56", A.Tables[1].To(Pcx));
        Assert.Equal("10.1.0.0/16 100.64.0.0/16 2001:db8:1::/56", B.Main.To(Pcx));
        Assert.Equal(7, routes!.Count);
        Assert.All(routes, route => Assert.Equal((PeeringRouteState.Active, Pcx), (route.State, route.Target)));
    }

    [Fact]
    public async Task IPv6_is_not_routed_from_a_VPC_that_has_none()
    {
        A.Cidrs.AddRange(Cidrs("2001:db8:1::/56"));

        await SetAsync();

        Assert.Equal("10.1.0.0/16", B.Main.To(Pcx));
    }

    [Fact]
    public async Task Excluded_blocks_and_those_within_them_get_no_route()
    {
        B.Cidrs.AddRange(Cidrs("100.64.0.0/17", "100.65.0.0/16"));

        await SetAsync(new PeeringRouteRequest { ExcludedCidrs = Cidrs("100.64.0.0/16") });

        Assert.Equal("10.2.0.0/16 100.65.0.0/16", A.Main.To(Pcx));
    }

    [Fact]
    public async Task With_nothing_to_do_it_reads_three_times()
    {
        await SetAsync();
        Ec2.Calls.Clear();

        IReadOnlyList<PeeringRoute>? routes = await SetAsync();

        Assert.Equal("FindPeering 1, ListRouteTables 2", Ec2.Counts);
        Assert.Equal(2, routes!.Count);
    }

    [Fact]
    public async Task A_route_that_is_there_is_left_and_one_that_is_missing_added()
    {
        A.Main.With("10.2.0.0/16", Pcx);

        Plan<IReadOnlyList<PeeringRoute>> plan = await PlanSetAsync(new PeeringRouteRequest());

        Assert.Equal($"Add route 10.1.0.0/16 to the peering: rtb-b1 (main) of {B}", Assert.Single(plan.Steps).ToString());
    }

    [Fact]
    public async Task A_route_whose_target_is_gone_is_repaired()
    {
        A.Main.With("10.2.0.0/16", "pcx-0000000f", targetIsGone: true);

        Plan<IReadOnlyList<PeeringRoute>> plan = await PlanSetAsync(new PeeringRouteRequest());
        await ApplyAsync(plan);

        Assert.StartsWith("Replace route 10.2.0.0/16, now to pcx-0000000f: rtb-a1", plan.Steps[0].ToString());
        Assert.Equal("10.2.0.0/16", A.Main.To(Pcx));
    }

    [Fact]
    public async Task Routes_to_other_live_targets_are_all_named_and_nothing_is_written()
    {
        A.Main.With("10.2.0.0/16", "tgw-1");
        B.Main.With("10.1.0.0/16", "vgw-1");

        NetConnectException error = await RefusedAsync(() => SetAsync());

        Assert.Equal((ErrorIds.RouteConflict, ErrorKind.Conflict, "rtb-a1"), (error.ErrorId, error.Kind, error.Target));
        Assert.Contains("10.2.0.0/16 in rtb-a1 goes to tgw-1, 10.1.0.0/16 in rtb-b1 goes to vgw-1", error.Message);
    }

    [Fact]
    public async Task A_route_to_another_live_target_is_replaced_where_that_is_wanted()
    {
        A.Main.With("10.2.0.0/16", "tgw-1");

        await SetAsync(new PeeringRouteRequest { Replace = true });

        Assert.Equal(("10.2.0.0/16", ""), (A.Main.To(Pcx), A.Main.To("tgw-1")));
    }

    [Fact]
    public async Task A_propagated_route_stays_and_the_static_one_is_added_beside_it()
    {
        A.Main.With("10.2.0.0/16", "vgw-1", origin: "EnableVgwRoutePropagation");

        await SetAsync(new PeeringRouteRequest { Replace = true });

        Assert.Equal(("10.2.0.0/16", "10.2.0.0/16"), (A.Main.To(Pcx), A.Main.To("vgw-1")));
        Assert.DoesNotContain(Ec2.Writes, call => call.Action == "ReplaceRoute");
    }

    [Fact]
    public async Task Beside_a_propagated_route_the_static_one_is_what_counts()
    {
        A.Main.With("10.2.0.0/16", "vgw-1", origin: "EnableVgwRoutePropagation").With("10.2.0.0/16", Pcx);

        Assert.Contains("rtb-a1 10.2.0.0/16 Active", await GetAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Routes_to_the_peering_that_are_not_wanted_go_only_when_pruned(bool prune)
    {
        A.AddTable("rtb-a2").With("10.2.0.0/16", Pcx);
        A.Main.With("10.9.0.0/16", Pcx).With("10.8.0.0/16", "tgw-1");
        var request = new PeeringRouteRequest { Tables = new RouteTableSelection { MainOnly = true }, Prune = prune };

        IReadOnlyList<PeeringRoute>? routes = await SetAsync(request);

        Assert.Equal(prune ? "10.2.0.0/16" : "10.2.0.0/16 10.9.0.0/16", A.Main.To(Pcx));
        Assert.Equal(prune ? "" : "10.2.0.0/16", A.Tables[1].To(Pcx));
        Assert.Equal("10.8.0.0/16", A.Main.To("tgw-1"));
        Assert.Equal(prune ? 0 : 2, routes!.Count(route => route.State == PeeringRouteState.Extra));
    }

    [Theory]
    [InlineData(PeeringSides.Requester, "10.2.0.0/16", "")]
    [InlineData(PeeringSides.Accepter, "", "10.1.0.0/16")]
    public async Task One_side_can_be_left_alone(PeeringSides sides, string own, string peer)
    {
        await SetAsync(new PeeringRouteRequest { Sides = sides });

        Assert.Equal((own, peer), (A.Main.To(Pcx), B.Main.To(Pcx)));
    }

    [Fact]
    public async Task A_side_that_no_credentials_reach_is_refused_with_both_ways_out()
    {
        var routes = new PeeringRoutes(OwnApi, OwnApi, Context);

        NetConnectException error = await RefusedAsync(() => routes.PlanSetAsync(Pcx, new PeeringRouteRequest(), CancellationToken.None));

        Assert.Equal((ErrorIds.OtherSideNotReachable, ErrorKind.Denied), (error.ErrorId, error.Kind));
        Assert.Contains($"{B} of {Pcx}", error.Message);
        Assert.Contains("-PeerRoleArn", error.Message);
        Assert.Contains("-Side Requester", error.Message);
    }

    [Fact]
    public async Task With_one_side_alone_the_other_s_blocks_come_from_the_peering()
    {
        B.Cidrs.AddRange(Cidrs("100.64.0.0/16"));
        var routes = new PeeringRoutes(OwnApi, OwnApi, Context);
        var request = new PeeringRouteRequest { Sides = PeeringSides.Requester };

        await ApplyAsync(await routes.PlanSetAsync(Pcx, request, CancellationToken.None));

        Assert.Equal("10.2.0.0/16 100.64.0.0/16", A.Main.To(Pcx));
    }

    [Fact]
    public async Task Routes_to_a_peering_that_is_not_active_are_set_with_a_warning()
    {
        Ec2.Live.Status = PeeringStates.PendingAcceptance;

        Plan<IReadOnlyList<PeeringRoute>> plan = await PlanSetAsync(new PeeringRouteRequest());
        IReadOnlyList<PeeringRoute>? routes = await ApplyAsync(plan);

        Assert.Equal($"{Pcx} is pending-acceptance: routes to it drop their packets until it is active.", Assert.Single(plan.Warnings));
        Assert.All(routes!, route => Assert.Equal(PeeringRouteState.Blackhole, route.State));
    }

    [Fact]
    public async Task A_dead_peering_gets_no_routes()
    {
        Ec2.Live.Status = PeeringStates.Rejected;

        NetConnectException error = await RefusedAsync(() => SetAsync());

        Assert.Equal(ErrorIds.PeeringRejected, error.ErrorId);
    }

    [Fact]
    public async Task A_route_that_appeared_since_the_plan_is_success_where_it_is_the_wanted_one()
    {
        A.Main.With("10.2.0.0/16", "vgw-1", origin: "EnableVgwRoutePropagation");
        Plan<IReadOnlyList<PeeringRoute>> plan = await PlanSetAsync(new PeeringRouteRequest { Replace = true });
        A.Main.With("10.2.0.0/16", Pcx);

        Assert.NotNull(await ApplyAsync(plan));
    }

    [Fact]
    public async Task A_route_that_appeared_since_the_plan_to_another_target_is_a_conflict()
    {
        Plan<IReadOnlyList<PeeringRoute>> plan = await PlanSetAsync(new PeeringRouteRequest());
        A.Main.With("10.2.0.0/16", "tgw-1");

        var error = await Assert.ThrowsAsync<NetConnectException>(() => ApplyAsync(plan));

        Assert.Equal(ErrorIds.RouteConflict, error.ErrorId);
        Assert.Contains("10.2.0.0/16 in rtb-a1 goes to tgw-1", error.Message);
        Assert.Equal("10.1.0.0/16", B.Main.To(Pcx));
    }

    [Fact]
    public async Task Where_a_step_was_declined_there_is_nothing_to_show()
    {
        Plan<IReadOnlyList<PeeringRoute>> plan = await PlanSetAsync(new PeeringRouteRequest());
        plan.Steps[0].Decline();

        Assert.Null(await ApplyAsync(plan));
        Assert.Equal(("", "10.1.0.0/16"), (A.Main.To(Pcx), B.Main.To(Pcx)));
    }
}
