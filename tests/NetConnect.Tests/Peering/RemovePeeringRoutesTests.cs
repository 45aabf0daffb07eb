using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.Tests.Peering;

public sealed class RemovePeeringRoutesTests : PeeringRoutesTest
{
    [Fact]
    public async Task Every_route_to_the_peering_goes_and_no_other()
    {
        A.Main.With("10.2.0.0/16", Pcx).With("10.9.0.0/16", Pcx).With("10.8.0.0/16", "tgw-1");
        B.Main.With("10.1.0.0/16", Pcx);

        Assert.Null(await RemoveAsync(new PeeringRouteRequest()));

        Assert.Equal(("", "10.8.0.0/16", ""), (A.Main.To(Pcx), A.Main.To("tgw-1"), B.Main.To(Pcx)));
        Assert.Equal("DeleteRoute 3, FindPeering 1, ListRouteTables 2", Ec2.Counts);
    }

    [Fact]
    public async Task Excluded_blocks_keep_their_route()
    {
        A.Main.With("10.2.0.0/16", Pcx).With("100.64.1.0/24", Pcx);

        await RemoveAsync(new PeeringRouteRequest { ExcludedCidrs = Cidrs("100.64.0.0/16") });

        Assert.Equal("100.64.1.0/24", A.Main.To(Pcx));
    }

    [Fact]
    public async Task Only_the_chosen_tables_and_sides_are_touched()
    {
        A.Main.With("10.2.0.0/16", Pcx);
        A.AddTable("rtb-a2").With("10.2.0.0/16", Pcx);
        B.Main.With("10.1.0.0/16", Pcx);

        await RemoveAsync(new PeeringRouteRequest { Sides = PeeringSides.Requester, Tables = new RouteTableSelection { MainOnly = true } });

        Assert.Equal(("", "10.2.0.0/16", "10.1.0.0/16"), (A.Main.To(Pcx), A.Tables[1].To(Pcx), B.Main.To(Pcx)));
    }

    [Fact]
    public async Task A_dead_peering_still_loses_the_routes_that_it_left_behind()
    {
        A.Main.With("10.2.0.0/16", Pcx);
        Ec2.Live.Status = PeeringStates.Deleted;

        await RemoveAsync(new PeeringRouteRequest());

        Assert.Equal("", A.Main.To(Pcx));
    }

    [Fact]
    public async Task With_nothing_to_remove_nothing_is_written()
    {
        await RemoveAsync(new PeeringRouteRequest());

        Assert.Empty(Ec2.Writes);
    }

    private async Task<IReadOnlyList<PeeringRoute>?> RemoveAsync(PeeringRouteRequest request)
    {
        Plan<IReadOnlyList<PeeringRoute>> plan = await Routes.PlanRemoveAsync(Pcx, request, CancellationToken.None);
        return await ApplyAsync(plan);
    }
}
