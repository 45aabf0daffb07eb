using NetConnect.Peering;

namespace NetConnect.Tests.Peering;

public sealed class RouteTableSelectionTests : PeeringRoutesTest
{
    public RouteTableSelectionTests()
    {
        A.AddTable("rtb-a2", "subnet-a2").Tags["Tier"] = "private";
        A.AddTable("rtb-a3", "subnet-a3a", "subnet-a3b").Tags["Tier"] = "public";
        A.SubnetsWithoutTable.Add("subnet-a1");
        B.AddTable("rtb-b2", "subnet-b2").Tags["Tier"] = "private";
        B.SubnetsWithoutTable.Add("subnet-b1");
    }

    [Fact]
    public async Task With_nothing_chosen_all_tables_are_meant() =>
        Assert.Equal("rtb-a1 rtb-a2 rtb-a3 rtb-b1 rtb-b2", await SelectAsync(RouteTableSelection.All));

    [Fact]
    public async Task The_main_tables_can_be_meant_alone() => Assert.Equal("rtb-a1 rtb-b1", await SelectAsync(new() { MainOnly = true }));

    [Fact]
    public async Task Tables_are_chosen_by_id_on_either_side() =>
        Assert.Equal("rtb-a2 rtb-b1", await SelectAsync(new() { RouteTableIds = ["rtb-b1", "rtb-a2"] }));

    [Fact]
    public async Task Tables_are_chosen_by_tag() =>
        Assert.Equal("rtb-a2 rtb-b2", await SelectAsync(new() { Tags = Tags("Tier", "private") }));

    [Fact]
    public async Task A_tag_that_no_table_has_is_refused() => Assert.Equal(
        ErrorIds.RouteTableNotFound,
        (await Assert.ThrowsAsync<NetConnectException>(() => SelectAsync(new() { Tags = Tags("Tier", "PRIVATE") }))).ErrorId);

    [Fact]
    public async Task A_subnet_chooses_the_table_that_names_it() =>
        Assert.Equal("rtb-a3", await SelectAsync(new() { SubnetIds = ["subnet-a3a", "subnet-a3b"] }));

    [Fact]
    public async Task A_subnet_that_no_table_names_chooses_the_main_table() =>
        Assert.Equal("rtb-a1 rtb-b2", await SelectAsync(new() { SubnetIds = ["subnet-a1", "subnet-b2"] }));

    [Fact]
    public async Task Subnets_are_read_once_a_side()
    {
        await SetAsync(new PeeringRouteRequest { Tables = new() { SubnetIds = ["subnet-a1"] } });

        Assert.Equal("CreateRoute 1, FindPeering 1, ListRouteTables 2, ListSubnets 2", Ec2.Counts);
    }

    [Fact]
    public async Task Several_choices_are_met_by_the_tables_that_meet_all() =>
        Assert.Equal("rtb-a2", await SelectAsync(new() { SubnetIds = ["subnet-a2", "subnet-a3a"], Tags = Tags("Tier", "private") }));

    [Fact]
    public async Task A_table_of_neither_side_is_refused()
    {
        NetConnectException error = await RefusedAsync(() => SelectAsync(new() { RouteTableIds = ["rtb-a1", "rtb-x"] }));

        Assert.Equal((ErrorIds.RouteTableNotFound, ErrorKind.NotFound, "rtb-x"), (error.ErrorId, error.Kind, error.Target));
        Assert.Contains($"{A.Id} or {B.Id}", error.Message);
    }

    [Fact]
    public async Task A_subnet_of_neither_side_is_refused()
    {
        NetConnectException error = await RefusedAsync(() => SelectAsync(new() { SubnetIds = ["subnet-a1", "subnet-x"] }));

        Assert.Equal((ErrorIds.SubnetNotFound, ErrorKind.NotFound, "subnet-x"), (error.ErrorId, error.Kind, error.Target));
    }

    // Each table has one route.
    private async Task<string> SelectAsync(RouteTableSelection selection) => string.Join(
        " ", (await GetAsync(new PeeringRouteRequest { Tables = selection })).Select(route => route.Split(' ')[0]));
}
