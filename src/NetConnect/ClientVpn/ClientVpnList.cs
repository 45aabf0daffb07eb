namespace NetConnect.ClientVpn;

/// <summary>Lists endpoints with their subnets, routes and rules.</summary>
public sealed class ClientVpnList
{
    private readonly INetworkConnection _connection;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region whose endpoints are listed.</param>
    public ClientVpnList(INetworkConnection connection) => _connection = connection;

    /// <summary>The endpoints that are wanted.</summary>
    /// <param name="idOrName">One, by id (dead or alive) or Name tag; null for all live ones.</param>
    /// <param name="tags">Only those that have all of these tags.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NetConnectException">The one that was asked for is not there.</exception>
    public async Task<IReadOnlyList<ClientVpnEndpoint>> ListAsync(string? idOrName, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        IEnumerable<ClientVpnEndpoint> selected = idOrName is not null
            ? [await ClientVpnParts.GetAsync(_connection, idOrName, cancellationToken).ConfigureAwait(false)]
            : (await _connection.ClientVpns.ListEndpointsAsync(cancellationToken).ConfigureAwait(false)).Where(endpoint => endpoint.IsLive() && !endpoint.Tags.Lacks(tags));
        return await Task.WhenAll(selected.Select(endpoint => _connection.ClientVpns.CompleteAsync(endpoint, cancellationToken))).ConfigureAwait(false);
    }
}
