using NetConnect.Peering;
using NetConnect.Tests.Peering.Fakes;

namespace NetConnect.Tests.Peering;

public sealed class GetPeeringRoutesTests : PeeringRoutesTest
{
    [Fact]
    public async Task Each_table_and_block_is_told_as_it_stands()
    {
        B.Cidrs.AddRange(Cidrs("100.64.0.0/16", "100.65.0.0/16", "100.66.0.0/16"));
        A.Main.With("10.2.0.0/16", Pcx).With("10.9.0.0/16", Pcx);
        A.Main.With("100.64.0.0/16", "tgw-1").With("100.65.0.0/16", "nat-1", targetIsGone: true);

        Assert.Equal(
            [
                "rtb-a1 10.2.0.0/16 Active",
                "rtb-a1 100.64.0.0/16 Conflict",
                "rtb-a1 100.65.0.0/16 Stale",
                "rtb-a1 100.66.0.0/16 Missing",
                "rtb-a1 10.9.0.0/16 Extra",
                "rtb-b1 10.1.0.0/16 Missing",
            ],
            await GetAsync());
    }

    [Fact]
    public async Task A_row_says_whose_table_it_is()
    {
        A.Main.Tags["Name"] = "private";

        PeeringRoute route = (await Routes.GetAsync(Pcx, new PeeringRouteRequest(), CancellationToken.None))[0];

        Assert.Equal((Pcx, PeeringSides.Requester, A.Id, Own), (route.VpcPeeringConnectionId, route.Side, route.VpcId, route.OwnerId));
        Assert.Equal(("eu-west-1", "rtb-a1", "private", true), (route.VpcRegion, route.RouteTableId, route.RouteTableName, route.IsMain));
        Assert.Equal(("10.2.0.0/16", null), (route.DestinationCidrBlock, route.Target));
    }

    [Fact]
    public async Task A_local_route_that_a_middlebox_took_over_still_tells_the_VPC_s_addresses()
    {
        // Its target is an interface then, its origin still CreateRouteTable.
        FakeVpc c = Ec2.AddVpc("vpc-0000000c", Own, "eu-west-1", "10.3.0.0/16");
        c.Cidrs.Clear();
        c.Main.With("10.3.0.0/16", "eni-1", origin: "CreateRouteTable");
        Ec2.AddPeering(c, B);

        IReadOnlyList<PeeringRoute> routes = await Routes.GetAsync("pcx-00000002", new PeeringRouteRequest(), CancellationToken.None);

        Assert.Contains(routes, route => route.VpcId == B.Id && route.DestinationCidrBlock == "10.3.0.0/16");
    }

    [Fact]
    public async Task Routes_to_a_dead_peering_are_blackholes()
    {
        A.Main.With("10.2.0.0/16", Pcx);
        Ec2.Live.Status = PeeringStates.Deleted;

        Assert.Contains("rtb-a1 10.2.0.0/16 Blackhole", await GetAsync());
    }

    [Fact]
    public async Task A_side_that_is_not_reached_is_left_out()
    {
        var routes = new PeeringRoutes(OwnApi, OwnApi, Context);

        IReadOnlyList<PeeringRoute> found = await routes.GetAsync(Pcx, new PeeringRouteRequest(), CancellationToken.None);

        Assert.Equal(A.Id, Assert.Single(found).VpcId);
    }

    [Fact]
    public async Task A_side_that_is_asked_for_by_itself_and_not_reached_is_refused()
    {
        var routes = new PeeringRoutes(OwnApi, OwnApi, Context);

        var error = await Assert.ThrowsAsync<NetConnectException>(
            () => routes.GetAsync(Pcx, new PeeringRouteRequest { Sides = PeeringSides.Accepter }, CancellationToken.None));

        Assert.Equal(ErrorIds.OtherSideNotReachable, error.ErrorId);
    }

    [Fact]
    public async Task Either_side_s_account_may_look_the_peering_up()
    {
        var routes = new PeeringRoutes(PeerApi, OwnApi, Context);

        IReadOnlyList<PeeringRoute> found = await routes.GetAsync(Pcx, new PeeringRouteRequest(), CancellationToken.None);

        Assert.Equal([A.Id, B.Id], found.Select(route => route.VpcId));
    }

    [Fact]
    public async Task One_account_reaches_its_VPC_in_another_Region_by_itself()
    {
        FakeVpc c = Ec2.AddVpc("vpc-0000000c", Own, "ap-south-1", "10.3.0.0/16");
        Ec2.AddPeering(A, c);
        var routes = new PeeringRoutes(OwnApi, OwnApi, Context);

        IReadOnlyList<PeeringRoute> found = await routes.GetAsync("pcx-00000002", new PeeringRouteRequest(), CancellationToken.None);

        Assert.Equal([("eu-west-1", A.Id), ("ap-south-1", c.Id)], found.Select(route => (route.VpcRegion, route.VpcId)));
    }
}
