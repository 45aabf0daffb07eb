using NetConnect.Addressing;

namespace NetConnect.Peering;

/// <summary>A VPC as its route tables show it. One read tells whether it is here, whose it is, all of its CIDRs, and its routes.</summary>
/// <remarks>Every VPC has a main table, and every table a local route for each CIDR of the VPC, secondary and IPv6 ones included
/// (VPC User Guide, "Route table concepts"), so that no DescribeVpcs is needed beside it.</remarks>
internal sealed class VpcRouting
{
    private VpcRouting(IVpcApi api, IReadOnlyList<RouteTable> tables)
    {
        Api = api;
        // EC2 gives them in any order; people compare one run with the next.
        Tables = tables.OrderByDescending(table => table.IsMain).ThenBy(table => table.RouteTableId, StringComparer.Ordinal).ToList();
        // Not "target is local": a local route can be pointed at a middlebox. Its origin stays.
        Cidrs = tables.SelectMany(table => table.Routes)
            .Where(route => route.Origin == "CreateRouteTable" && route.Destination is not null)
            .Select(route => route.Destination!.Value)
            .Distinct()
            .OrderBy(cidr => cidr.IsIpv6)
            .ToList();
    }

    public IVpcApi Api { get; }

    public string VpcId => Tables[0].VpcId;

    public string OwnerId => Tables[0].OwnerId;

    public IReadOnlyList<RouteTable> Tables { get; }

    public IReadOnlyList<Cidr> Cidrs { get; }

    public static async Task<VpcRouting?> FindAsync(IVpcApi api, string vpcId, CancellationToken cancellationToken)
    {
        IReadOnlyList<RouteTable> tables = await api.ListRouteTablesAsync(vpcId, cancellationToken).ConfigureAwait(false);
        return tables.Count == 0 ? null : new VpcRouting(api, tables);
    }

    public static async Task<VpcRouting> GetAsync(IVpcApi api, string vpcId, string wayOut, CancellationToken cancellationToken) =>
        await FindAsync(api, vpcId, cancellationToken).ConfigureAwait(false)
        ?? throw new NetConnectException(
            ErrorIds.VpcNotFound,
            ErrorKind.NotFound,
            $"{vpcId} is not a VPC that these credentials own in {api.Region}. {wayOut}",
            vpcId);

    public override string ToString() => $"{VpcId} ({OwnerId}/{Api.Region})";
}
