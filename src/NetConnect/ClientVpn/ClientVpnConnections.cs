namespace NetConnect.ClientVpn;

/// <summary>Lists the sessions of endpoints, with one call for each endpoint.</summary>
public sealed class ClientVpnConnections
{
    private readonly INetworkConnection _connection;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the endpoints.</param>
    public ClientVpnConnections(INetworkConnection connection) => _connection = connection;

    /// <summary>The sessions of one endpoint, or of all live ones, first what began first. EC2 shows those that ended for an
    /// hour.</summary>
    /// <param name="idOrName">The endpoint, an id or a Name tag; null for all live ones.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NetConnectException">The endpoint that was asked for is not there.</exception>
    public async Task<IReadOnlyList<ClientVpnConnection>> ListAsync(string? idOrName, CancellationToken cancellationToken)
    {
        IClientVpnApi api = _connection.ClientVpns;
        if (idOrName is null)
        {
            IReadOnlyList<ClientVpnEndpoint> all = await api.ListEndpointsAsync(cancellationToken).ConfigureAwait(false);
            IReadOnlyList<ClientVpnConnection>[] each = await Task.WhenAll(all
                .Where(endpoint => endpoint.IsLive())
                .Select(endpoint => api.ListConnectionsAsync(endpoint.ClientVpnEndpointId, cancellationToken))).ConfigureAwait(false);
            return InOrder(each.SelectMany(some => some));
        }
        string id = ClientVpnParts.IsId(idOrName)
            ? idOrName
            : (await ClientVpnParts.GetAsync(_connection, idOrName, cancellationToken).ConfigureAwait(false)).ClientVpnEndpointId;
        IReadOnlyList<ClientVpnConnection> found = await api.ListConnectionsAsync(id, cancellationToken).ConfigureAwait(false);
        // An endpoint without sessions and one that is not there look the same.
        if (found.Count == 0 && id == idOrName)
            await ClientVpnParts.GetAsync(_connection, id, cancellationToken).ConfigureAwait(false);
        return InOrder(found);
    }

    private static List<ClientVpnConnection> InOrder(IEnumerable<ClientVpnConnection> connections) =>
        [.. connections.OrderBy(one => one.ClientVpnEndpointId, StringComparer.Ordinal).ThenBy(one => one.Established)];
}
