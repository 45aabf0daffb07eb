namespace NetConnect.Peering;

/// <summary>Which route tables of the two VPCs a command is about. With nothing set: all of them; with several set: those that meet all.</summary>
public sealed record RouteTableSelection
{
    /// <summary>Every route table.</summary>
    public static RouteTableSelection All { get; } = new();

    /// <summary>Only the main table, which subnets without an association of their own use.</summary>
    public bool MainOnly { get; init; }

    /// <summary>These tables, of either side.</summary>
    public IReadOnlyCollection<string> RouteTableIds { get; init; } = [];

    /// <summary>The tables that these subnets, of either side, use: their own, or the main one.</summary>
    public IReadOnlyCollection<string> SubnetIds { get; init; } = [];

    /// <summary>The tables that have all of these tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The tables of each VPC that are meant.</summary>
    /// <exception cref="NetConnectException">A table or subnet belongs to none of the VPCs, and would else pass as done.</exception>
    internal async Task<IReadOnlyList<IReadOnlyList<RouteTable>>> SelectAsync(IReadOnlyCollection<VpcRouting> vpcs, CancellationToken cancellationToken)
    {
        RefuseUnknown("route table", ErrorIds.RouteTableNotFound, RouteTableIds, vpcs.SelectMany(vpc => vpc.Tables).Select(table => table.RouteTableId), vpcs);
        if (SubnetIds.Count == 0)
            return RefuseNone(vpcs.Select(vpc => (IReadOnlyList<RouteTable>)vpc.Tables.Where(IsMeant).ToList()).ToList(), vpcs);
        IReadOnlyList<Subnet>[] subnets = await Task.WhenAll(vpcs.Select(vpc => vpc.Api.ListSubnetsAsync(vpc.VpcId, cancellationToken))).ConfigureAwait(false);
        RefuseUnknown("subnet", ErrorIds.SubnetNotFound, SubnetIds, subnets.SelectMany(ofVpc => ofVpc).Select(subnet => subnet.SubnetId), vpcs);
        return RefuseNone(
            vpcs.Zip(subnets, (vpc, ofVpc) => (IReadOnlyList<RouteTable>)UsedBy(ofVpc.Select(subnet => subnet.SubnetId).Intersect(SubnetIds).ToList(), vpc).Where(IsMeant).ToList()).ToList(),
            vpcs);
    }

    // Tags, or several conditions together, may fit no table at all.
    private static List<IReadOnlyList<RouteTable>> RefuseNone(List<IReadOnlyList<RouteTable>> selected, IReadOnlyCollection<VpcRouting> vpcs) =>
        vpcs.Count == 0 || selected.Exists(tables => tables.Count > 0)
            ? selected
            : throw new NetConnectException(
                ErrorIds.RouteTableNotFound,
                ErrorKind.NotFound,
                $"No route table of {string.Join(" or ", vpcs.Select(vpc => vpc.VpcId))} meets all that was asked of tables, subnets and tags. Get-PeeringRoutes lists the tables of both sides.",
                vpcs.First().VpcId);

    private bool IsMeant(RouteTable table) =>
        (!MainOnly || table.IsMain)
        && (RouteTableIds.Count == 0 || RouteTableIds.Contains(table.RouteTableId))
        && Tags.All(tag => table.Tags.TryGetValue(tag.Key, out string? value) && value == tag.Value);

    // A subnet that no table names uses the main one (VPC User Guide, "Subnet route tables").
    private static IEnumerable<RouteTable> UsedBy(List<string> subnetIds, VpcRouting vpc)
    {
        bool mainIsUsed = subnetIds.Except(vpc.Tables.SelectMany(table => table.SubnetIds)).Any();
        return vpc.Tables.Where(table => table.SubnetIds.Intersect(subnetIds).Any() || (table.IsMain && mainIsUsed));
    }

    private static void RefuseUnknown(string kind, string errorId, IEnumerable<string> wanted, IEnumerable<string> known, IEnumerable<VpcRouting> vpcs)
    {
        if (wanted.Except(known).FirstOrDefault() is { } unknown)
            throw new NetConnectException(
                errorId,
                ErrorKind.NotFound,
                $"{unknown} is not a {kind} of {string.Join(" or ", vpcs.Select(vpc => vpc.VpcId))}. Get-PeeringRoutes lists the tables of both sides.",
                unknown);
    }
}
