using NetConnect.Addressing;

namespace NetConnect.Tests.Peering.Fakes;

/// <summary>A VPC with its route tables, the first of which is the main one.</summary>
internal sealed class FakeVpc
{
    public FakeVpc(string id, string account, string region, params string[] cidrs)
    {
        Id = id;
        Account = account;
        Region = region;
        Cidrs = cidrs.Select(Cidr.Parse).ToList();
        Main = AddTable("rtb-" + id[^1] + "1");
    }

    public string Id { get; }

    public string Account { get; }

    public string Region { get; }

    public string? Name { get; set; }

    public List<Cidr> Cidrs { get; }

    public bool HasDnsHostnames { get; set; } = true;

    public List<SecurityGroup> SecurityGroups { get; } = [];

    /// <summary>Subnets that use the main table because no table names them.</summary>
    public List<string> SubnetsWithoutTable { get; } = [];

    /// <summary>Subnets with all that there is to know of them.</summary>
    public List<Subnet> Subnets { get; } = [];

    public List<FakeRouteTable> Tables { get; } = [];

    public FakeRouteTable Main { get; }

    public FakeRouteTable AddTable(string id, params string[] subnetIds)
    {
        var table = new FakeRouteTable(this, id, isMain: Tables.Count == 0);
        table.SubnetIds.AddRange(subnetIds);
        Tables.Add(table);
        return table;
    }

    public bool IsOf(FakeVpcApi api) => Account == api.Account && Region == api.Region;

    public Vpc View() => new() { VpcId = Id, OwnerId = Account, Name = Name, CidrBlock = Cidrs[0].ToString() };

    public override string ToString() => $"{Id} ({Account}/{Region})";
}
