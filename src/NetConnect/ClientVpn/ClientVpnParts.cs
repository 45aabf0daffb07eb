namespace NetConnect.ClientVpn;

/// <summary>Finds endpoints, and completes them with their subnets, routes and rules.</summary>
internal static class ClientVpnParts
{
    private const string Prefix = "cvpn-endpoint";

    /// <summary>Whether a text is an endpoint's id, and no name.</summary>
    /// <exception cref="NetConnectException">It was to be one, and is malformed.</exception>
    public static bool IsId(string idOrName) => ResourceId.HasPrefix(Prefix, idOrName) && ResourceId.Check(Prefix, idOrName) == idOrName;

    /// <summary>The id, and the name where there is one: for questions about it.</summary>
    public static string Label(this ClientVpnEndpoint endpoint) => endpoint.Name is { } name ? $"{endpoint} ({name})" : $"{endpoint}";

    /// <summary>The endpoint with that id, or the one live endpoint with that Name tag.</summary>
    /// <exception cref="NetConnectException">There is none, or there are several of that name.</exception>
    public static async Task<ClientVpnEndpoint> GetAsync(INetworkConnection connection, string idOrName, CancellationToken cancellationToken)
    {
        ClientVpnEndpoint? found = IsId(idOrName)
            ? await connection.ClientVpns.FindEndpointAsync(idOrName, cancellationToken).ConfigureAwait(false)
            : FindByName(await connection.ClientVpns.ListEndpointsAsync(cancellationToken).ConfigureAwait(false), idOrName);
        return found ?? throw new NetConnectException(
            ErrorIds.ClientVpnNotFound,
            ErrorKind.NotFound,
            $"'{idOrName}' is not a Client VPN endpoint of this account in {connection.Region}. Check it, -Region and the credentials; Get-ClientVpn lists what there is.",
            idOrName);
    }

    /// <summary>The same, where it is not being deleted.</summary>
    /// <exception cref="NetConnectException">There is none, there are several of that name, or it is being deleted.</exception>
    public static async Task<ClientVpnEndpoint> GetLiveAsync(INetworkConnection connection, string idOrName, CancellationToken cancellationToken)
    {
        ClientVpnEndpoint endpoint = await GetAsync(connection, idOrName, cancellationToken).ConfigureAwait(false);
        return endpoint.IsLive() ? endpoint : throw ClientVpnStates.Unexpected(endpoint.ClientVpnEndpointId, endpoint.State, message: null);
    }

    /// <summary>The same with subnets, routes and rules, to be changed.</summary>
    /// <exception cref="NetConnectException">There is none, there are several of that name, or it is being deleted.</exception>
    public static async Task<ClientVpnEndpoint> GetWholeAsync(INetworkConnection connection, string idOrName, CancellationToken cancellationToken) =>
        await connection.ClientVpns.CompleteAsync(
            await GetLiveAsync(connection, idOrName, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>The live endpoint with a Name tag, or null.</summary>
    /// <exception cref="NetConnectException">There are several.</exception>
    public static ClientVpnEndpoint? FindByName(IEnumerable<ClientVpnEndpoint> endpoints, string name)
    {
        List<ClientVpnEndpoint> named = endpoints.Where(endpoint => endpoint.IsLive() && endpoint.Name == name).ToList();
        return named.Count < 2
            ? named.FirstOrDefault()
            : throw new NetConnectException(
                ErrorIds.AmbiguousName, ErrorKind.InvalidInput, $"{named.Count} Client VPN endpoints are named '{name}': {string.Join(", ", named)}. Give the id.", name);
    }

    /// <summary>The endpoint with its subnets, routes and rules, read side by side. What is leaving is left out.</summary>
    public static async Task<ClientVpnEndpoint> CompleteAsync(this IClientVpnApi api, ClientVpnEndpoint endpoint, CancellationToken cancellationToken)
    {
        if (!endpoint.IsLive())
            return endpoint;
        string id = endpoint.ClientVpnEndpointId;
        Task<IReadOnlyList<ClientVpnAssociation>> associations = api.ListAssociationsAsync(id, cancellationToken);
        Task<IReadOnlyList<ClientVpnRoute>> routes = api.ListRoutesAsync(id, cancellationToken);
        Task<IReadOnlyList<ClientVpnRule>> rules = api.ListRulesAsync(id, cancellationToken);
        return endpoint with
        {
            Associations = (await associations.ConfigureAwait(false)).Where(association => association.State != ClientVpnStates.Disassociated).ToList(),
            Routes = await routes.ConfigureAwait(false),
            AuthorizationRules = await rules.ConfigureAwait(false),
        };
    }
}
