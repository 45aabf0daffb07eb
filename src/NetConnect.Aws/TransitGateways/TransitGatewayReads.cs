using Amazon.EC2;
using Amazon.EC2.Model;
using NetConnect.Aws.Calls;
using NetConnect.Reading;
using NetConnect.Waiting;

namespace NetConnect.Aws.TransitGateways;

/// <summary>The calls that read transit gateways, each merged over all who ask at the same time. What is in a table takes one call for each table.</summary>
internal sealed class TransitGatewayReads
{
    private const int PageSize = 1000;

    private readonly Lazy<IAmazonEC2> _client;
    private readonly AwsCalls _calls;

    public TransitGatewayReads(Lazy<IAmazonEC2> client, AwsCalls calls, IClock clock)
    {
        _client = client;
        _calls = calls;
        Gateways = new(ReadGatewaysAsync, clock);
        RouteTables = new(ReadRouteTablesAsync, clock);
        Attachments = new(ReadAttachmentsAsync, clock);
        VpnAttachments = new(ReadVpnAttachmentsAsync, clock);
        Propagations = new((ids, ct) => ForEachAsync(ids, ReadPropagationsAsync, ct), clock);
        StaticRoutes = new((ids, ct) => ForEachAsync(ids, ReadStaticRoutesAsync, ct), clock);
    }

    /// <summary>All transit gateways; the key is the same for everybody.</summary>
    public ReadMerger<string, IReadOnlyList<NetConnect.TransitGateway>> Gateways { get; }

    /// <summary>The route tables of a transit gateway.</summary>
    public ReadMerger<string, IReadOnlyList<NetConnect.TransitGatewayRouteTable>> RouteTables { get; }

    /// <summary>The attachments of a transit gateway.</summary>
    public ReadMerger<string, IReadOnlyList<NetConnect.TransitGatewayAttachment>> Attachments { get; }

    /// <summary>The attachment of a VPN connection.</summary>
    public ReadMerger<string, NetConnect.TransitGatewayAttachment?> VpnAttachments { get; }

    /// <summary>The attachments whose routes a table learns.</summary>
    public ReadMerger<string, IReadOnlyList<string>> Propagations { get; }

    /// <summary>The static routes of a table.</summary>
    public ReadMerger<string, IReadOnlyList<NetConnect.TransitGatewayRoute>> StaticRoutes { get; }

    private async Task<Func<string, IReadOnlyList<NetConnect.TransitGateway>>> ReadGatewaysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        List<NetConnect.TransitGateway> all = await _calls.PagesAsync(
            "DescribeTransitGateways",
            async (token, ct) =>
            {
                DescribeTransitGatewaysResponse page = await _client.Value.DescribeTransitGatewaysAsync(new() { MaxResults = PageSize, NextToken = token }, ct).ConfigureAwait(false);
                return (page.TransitGateways?.Select(TransitGatewayMapping.ToModel), page.NextToken);
            },
            cancellationToken).ConfigureAwait(false);
        return _ => all;
    }

    private async Task<Func<string, IReadOnlyList<NetConnect.TransitGatewayRouteTable>>> ReadRouteTablesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        List<NetConnect.TransitGatewayRouteTable> tables = await _calls.PagesAsync(
            "DescribeTransitGatewayRouteTables",
            async (token, ct) =>
            {
                DescribeTransitGatewayRouteTablesResponse page = await _client.Value.DescribeTransitGatewayRouteTablesAsync(
                    new() { Filters = [new Filter("transit-gateway-id", [.. ids])], MaxResults = PageSize, NextToken = token }, ct).ConfigureAwait(false);
                return (page.TransitGatewayRouteTables?.Select(TransitGatewayMapping.ToModel), page.NextToken);
            },
            cancellationToken).ConfigureAwait(false);
        ILookup<string, NetConnect.TransitGatewayRouteTable> live = tables
            .Where(table => table.State is not ("deleting" or "deleted"))
            .OrderBy(table => table.TransitGatewayRouteTableId, StringComparer.Ordinal)
            .ToLookup(table => table.TransitGatewayId);
        return id => live[id].ToList();
    }

    private async Task<Func<string, IReadOnlyList<NetConnect.TransitGatewayAttachment>>> ReadAttachmentsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        List<NetConnect.TransitGatewayAttachment> all = await ListAttachmentsAsync([new Filter("transit-gateway-id", [.. ids])], cancellationToken).ConfigureAwait(false);
        ILookup<string, NetConnect.TransitGatewayAttachment> byGateway = all.ToLookup(attachment => attachment.TransitGatewayId);
        return id => byGateway[id].ToList();
    }

    private async Task<Func<string, NetConnect.TransitGatewayAttachment?>> ReadVpnAttachmentsAsync(IReadOnlyCollection<string> vpnIds, CancellationToken cancellationToken)
    {
        List<NetConnect.TransitGatewayAttachment> some = await ListAttachmentsAsync([new Filter("resource-id", [.. vpnIds])], cancellationToken).ConfigureAwait(false);
        // A connection that moved between gateways has left a deleted one behind.
        ILookup<string, NetConnect.TransitGatewayAttachment> byVpn = some
            .OrderBy(attachment => attachment.State is "deleting" or "deleted")
            .ToLookup(attachment => attachment.ResourceId);
        return id => byVpn[id].FirstOrDefault();
    }

    private Task<List<NetConnect.TransitGatewayAttachment>> ListAttachmentsAsync(List<Filter> filters, CancellationToken cancellationToken) => _calls.PagesAsync(
        "DescribeTransitGatewayAttachments",
        async (token, ct) =>
        {
            DescribeTransitGatewayAttachmentsResponse page = await _client.Value.DescribeTransitGatewayAttachmentsAsync(
                new() { Filters = filters, MaxResults = PageSize, NextToken = token }, ct).ConfigureAwait(false);
            return (page.TransitGatewayAttachments?.Select(TransitGatewayMapping.ToModel), page.NextToken);
        },
        cancellationToken);

    private async Task<IReadOnlyList<string>> ReadPropagationsAsync(string routeTableId, CancellationToken cancellationToken) => await _calls.PagesAsync(
        "GetTransitGatewayRouteTablePropagations",
        async (token, ct) =>
        {
            GetTransitGatewayRouteTablePropagationsResponse page = await _client.Value.GetTransitGatewayRouteTablePropagationsAsync(
                new() { TransitGatewayRouteTableId = routeTableId, MaxResults = PageSize, NextToken = token }, ct).ConfigureAwait(false);
            return (page.TransitGatewayRouteTablePropagations?
                .Where(propagation => propagation.State?.Value is not ("disabling" or "disabled"))
                .Select(propagation => propagation.TransitGatewayAttachmentId), page.NextToken);
        },
        cancellationToken).ConfigureAwait(false);

    private async Task<IReadOnlyList<NetConnect.TransitGatewayRoute>> ReadStaticRoutesAsync(string routeTableId, CancellationToken cancellationToken) => await _calls.PagesAsync(
        "SearchTransitGatewayRoutes",
        async (token, ct) =>
        {
            SearchTransitGatewayRoutesResponse page = await _client.Value.SearchTransitGatewayRoutesAsync(
                new() { TransitGatewayRouteTableId = routeTableId, Filters = [new Filter("type", ["static"])], MaxResults = PageSize, NextToken = token }, ct).ConfigureAwait(false);
            return (page.Routes?
                .Where(route => route.DestinationCidrBlock is not null && route.State?.Value is not ("deleting" or "deleted"))
                .Select(route => route.ToModel(routeTableId)), page.NextToken);
        },
        cancellationToken).ConfigureAwait(false);

    // These calls take one table: callers who ask for the same table share it, and that is all.
    private static async Task<Func<string, T>> ForEachAsync<T>(
        IReadOnlyCollection<string> ids, Func<string, CancellationToken, Task<T>> readAsync, CancellationToken cancellationToken)
    {
        T[] answers = await Task.WhenAll(ids.Select(id => readAsync(id, cancellationToken))).ConfigureAwait(false);
        var byId = ids.Zip(answers, (id, answer) => (id, answer)).ToDictionary(pair => pair.id, pair => pair.answer);
        return id => byId[id];
    }
}
