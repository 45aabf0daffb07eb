using Amazon.EC2;
using Amazon.EC2.Model;
using NetConnect.Aws.Calls;
using NetConnect.Reading;
using NetConnect.Waiting;

namespace NetConnect.Aws.ClientVpns;

/// <summary>The Describe calls about Client VPN, each merged over all who ask at the same time.</summary>
/// <remarks>Those about the parts of an endpoint take one endpoint: callers who ask for the same one share its call, and that is all.</remarks>
internal sealed class ClientVpnReads
{
    // API Reference: MaxResults is 5 to 1000 in all of them.
    private const int PageSize = 1000;

    private readonly Lazy<IAmazonEC2> _client;
    private readonly AwsCalls _calls;
    private readonly string _region;

    public ClientVpnReads(Lazy<IAmazonEC2> client, AwsCalls calls, string region, IClock clock)
    {
        _client = client;
        _calls = calls;
        _region = region;
        All = new(async (_, ct) => Same<IReadOnlyList<NetConnect.ClientVpnEndpoint>>(await ListEndpointsAsync([], ct).ConfigureAwait(false)), clock);
        ById = new(ReadByIdAsync, clock);
        Associations = PerEndpoint(ListAssociationsAsync, clock);
        Routes = PerEndpoint(ListRoutesAsync, clock);
        Rules = PerEndpoint(ListRulesAsync, clock);
        Connections = PerEndpoint(ListConnectionsAsync, clock);
    }

    /// <summary>All endpoints; the key is the same for everybody.</summary>
    public ReadMerger<string, IReadOnlyList<NetConnect.ClientVpnEndpoint>> All { get; }

    /// <summary>An endpoint by its id.</summary>
    public ReadMerger<string, NetConnect.ClientVpnEndpoint?> ById { get; }

    /// <summary>The subnets of an endpoint.</summary>
    public ReadMerger<string, IReadOnlyList<ClientVpnAssociation>> Associations { get; }

    /// <summary>The routes of an endpoint.</summary>
    public ReadMerger<string, IReadOnlyList<NetConnect.ClientVpnRoute>> Routes { get; }

    /// <summary>The authorization rules of an endpoint.</summary>
    public ReadMerger<string, IReadOnlyList<ClientVpnRule>> Rules { get; }

    /// <summary>The sessions of an endpoint.</summary>
    public ReadMerger<string, IReadOnlyList<NetConnect.ClientVpnConnection>> Connections { get; }

    private async Task<Func<string, NetConnect.ClientVpnEndpoint?>> ReadByIdAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        // By filter, not by id: one id that is not there would make EC2 refuse the whole call.
        List<NetConnect.ClientVpnEndpoint> some = await ListEndpointsAsync([new Filter("endpoint-id", [.. ids])], cancellationToken).ConfigureAwait(false);
        return id => some.Find(endpoint => endpoint.ClientVpnEndpointId == id);
    }

    private Task<List<NetConnect.ClientVpnEndpoint>> ListEndpointsAsync(List<Filter> filters, CancellationToken cancellationToken) => _calls.PagesAsync(
        "DescribeClientVpnEndpoints",
        async (token, ct) =>
        {
            DescribeClientVpnEndpointsResponse page = await _client.Value.DescribeClientVpnEndpointsAsync(
                new() { Filters = filters, MaxResults = PageSize, NextToken = token }, ct).ConfigureAwait(false);
            return (page.ClientVpnEndpoints?.Select(endpoint => endpoint.ToModel(_region)), page.NextToken);
        },
        cancellationToken);

    private Task<List<ClientVpnAssociation>> ListAssociationsAsync(string endpointId, CancellationToken cancellationToken) => _calls.PagesAsync(
        "DescribeClientVpnTargetNetworks",
        async (token, ct) =>
        {
            DescribeClientVpnTargetNetworksResponse page = await _client.Value.DescribeClientVpnTargetNetworksAsync(
                new() { ClientVpnEndpointId = endpointId, MaxResults = PageSize, NextToken = token }, ct).ConfigureAwait(false);
            return (page.ClientVpnTargetNetworks?.Select(ClientVpnMapping.ToModel), page.NextToken);
        },
        cancellationToken);

    private Task<List<NetConnect.ClientVpnRoute>> ListRoutesAsync(string endpointId, CancellationToken cancellationToken) => _calls.PagesAsync(
        "DescribeClientVpnRoutes",
        async (token, ct) =>
        {
            DescribeClientVpnRoutesResponse page = await _client.Value.DescribeClientVpnRoutesAsync(
                new() { ClientVpnEndpointId = endpointId, MaxResults = PageSize, NextToken = token }, ct).ConfigureAwait(false);
            return (page.Routes?.Select(ClientVpnMapping.ToModel), page.NextToken);
        },
        cancellationToken);

    private Task<List<ClientVpnRule>> ListRulesAsync(string endpointId, CancellationToken cancellationToken) => _calls.PagesAsync(
        "DescribeClientVpnAuthorizationRules",
        async (token, ct) =>
        {
            DescribeClientVpnAuthorizationRulesResponse page = await _client.Value.DescribeClientVpnAuthorizationRulesAsync(
                new() { ClientVpnEndpointId = endpointId, MaxResults = PageSize, NextToken = token }, ct).ConfigureAwait(false);
            return (page.AuthorizationRules?.Select(ClientVpnMapping.ToModel), page.NextToken);
        },
        cancellationToken);

    private Task<List<NetConnect.ClientVpnConnection>> ListConnectionsAsync(string endpointId, CancellationToken cancellationToken) => _calls.PagesAsync(
        "DescribeClientVpnConnections",
        async (token, ct) =>
        {
            DescribeClientVpnConnectionsResponse page = await _client.Value.DescribeClientVpnConnectionsAsync(
                new() { ClientVpnEndpointId = endpointId, MaxResults = PageSize, NextToken = token }, ct).ConfigureAwait(false);
            return (page.Connections?.Select(ClientVpnMapping.ToModel), page.NextToken);
        },
        cancellationToken);

    private static ReadMerger<string, IReadOnlyList<T>> PerEndpoint<T>(Func<string, CancellationToken, Task<List<T>>> listAsync, IClock clock) => new(
        async (endpointIds, cancellationToken) =>
        {
            var answers = new Dictionary<string, IReadOnlyList<T>>();
            foreach ((string id, Task<List<T>> reading) in endpointIds.Select(id => (id, ListOfAsync(id))).ToList())
                answers[id] = await reading.ConfigureAwait(false);
            return id => answers[id];

            async Task<List<T>> ListOfAsync(string id)
            {
                try
                {
                    return await listAsync(id, cancellationToken).ConfigureAwait(false);
                }
                catch (NetConnectException error) when (error.Kind == ErrorKind.NotFound)
                {
                    return [];
                }
            }
        },
        clock);

    private static Func<string, T> Same<T>(T value) => _ => value;
}
