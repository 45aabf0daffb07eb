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

    internal async Task<IReadOnlyList<RouteTable>> SelectAsync(VpcRouting vpc, CancellationToken cancellationToken)
    {
        IEnumerable<RouteTable> tables = vpc.Tables.Where(table =>
            (!MainOnly || table.IsMain)
            && (RouteTableIds.Count == 0 || RouteTableIds.Contains(table.RouteTableId))
            && Tags.All(tag => table.Tags.TryGetValue(tag.Key, out string? value) && value == tag.Value));
        if (SubnetIds.Count > 0)
        {
            // A subnet that no table names uses the main one (VPC User Guide, "Subnet route tables").
            IReadOnlyList<string> ofVpc = await vpc.Api.ListSubnetIdsAsync(vpc.VpcId, cancellationToken).ConfigureAwait(false);
            List<string> wanted = ofVpc.Intersect(SubnetIds).ToList();
            bool mainIsUsed = wanted.Except(vpc.Tables.SelectMany(table => table.SubnetIds)).Any();
            tables = tables.Where(table => table.SubnetIds.Intersect(wanted).Any() || (table.IsMain && mainIsUsed));
        }
        return tables.ToList();
    }

    /// <summary>Refuses table ids that neither side has, which would otherwise pass as done.</summary>
    internal void RefuseUnknown(IEnumerable<VpcRouting> sides)
    {
        string? unknown = RouteTableIds.Except(sides.SelectMany(side => side.Tables).Select(table => table.RouteTableId)).FirstOrDefault();
        if (unknown is not null)
            throw new NetConnectException(
                ErrorIds.RouteTableNotFound,
                ErrorKind.NotFound,
                $"{unknown} is not a route table of {string.Join(" or ", sides.Select(side => side.VpcId))}. Get-PeeringRoutes lists the tables of both sides.",
                unknown);
    }
}
