using NetConnect.Peering;
using NetConnect.Tests.Peering.Fakes;

namespace NetConnect.Tests.Peering;

public sealed class PeeringListTests : PeeringTest
{
    private readonly FakeVpc _c;

    public PeeringListTests()
    {
        _c = Ec2.AddVpc("vpc-0000000c", Own, "eu-west-1", "10.3.0.0/16");
        A.Name = "apps";
        B.Name = "data";
        Existing().TagsOf(A)["Env"] = "prod";
        Ec2.AddPeering(_c, A, PeeringStates.PendingAcceptance);
        Ec2.AddPeering(_c, B, PeeringStates.Deleted).TagsOf(_c)["Name"] = "old";
    }

    [Fact]
    public async Task Live_ones_are_listed_in_three_calls_with_the_names_that_both_accounts_know()
    {
        IReadOnlyList<VpcPeering> peerings = await new PeeringList(OwnApi, PeerApi).ListAsync(new PeeringQuery(), CancellationToken.None);

        Assert.Equal([Pcx, "pcx-00000002"], peerings.Select(peering => peering.VpcPeeringConnectionId));
        Assert.Equal(("apps", "data"), (peerings[0].Requester.Name, peerings[0].Accepter.Name));
        Assert.Null(peerings[1].Requester.Name);
        Assert.Equal("ListPeerings 1, ListVpcs 2", Ec2.Counts);
    }

    [Fact]
    public async Task With_one_account_the_other_s_names_stay_unknown()
    {
        VpcPeering peering = (await ListAsync(new PeeringQuery()))[0];

        Assert.Equal(("apps", null), (peering.Requester.Name, peering.Accepter.Name));
        Assert.Equal("ListPeerings 1, ListVpcs 1", Ec2.Counts);
    }

    public static TheoryData<PeeringQuery, string> Queries => new()
    {
        { new PeeringQuery { IncludeDeleted = true }, "1 2 3" },
        { new PeeringQuery { VpcId = "vpc-0000000a" }, "1 2" },
        { new PeeringQuery { VpcId = "vpc-0000000b" }, "1" },
        { new PeeringQuery { VpcId = "apps" }, "1 2" },
        { new PeeringQuery { VpcId = "vpc-0000000c", IncludeDeleted = true }, "2 3" },
        { new PeeringQuery { Statuses = ["Pending-Acceptance"] }, "2" },
        { new PeeringQuery { Statuses = ["deleted", "active"] }, "1 3" },
        { new PeeringQuery { Tags = new Dictionary<string, string> { ["Env"] = "prod" } }, "1" },
        { new PeeringQuery { Tags = new Dictionary<string, string> { ["Env"] = "prod", ["Team"] = "net" } }, "" },
        { new PeeringQuery { IdOrName = "pcx-00000003" }, "3" },
        { new PeeringQuery { IdOrName = "pcx-00000002", Statuses = ["active"] }, "" },
    };

    [Theory]
    [MemberData(nameof(Queries), DisableDiscoveryEnumeration = true)]
    public async Task A_query_selects_by_all_that_it_says(PeeringQuery query, string numbers)
    {
        IReadOnlyList<VpcPeering> peerings = await ListAsync(query);

        Assert.Equal(numbers, string.Join(" ", peerings.Select(peering => peering.VpcPeeringConnectionId[^1])));
    }

    private Task<IReadOnlyList<VpcPeering>> ListAsync(PeeringQuery query) =>
        new PeeringList(OwnApi, OwnApi).ListAsync(query, CancellationToken.None);
}
