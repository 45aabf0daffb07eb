using NetConnect.Planning;

namespace NetConnect.ClientVpn;

/// <summary>Removes an endpoint with everything that hangs on it, in the order that EC2 asks for: routes and rules, subnets, endpoint.</summary>
public sealed class ClientVpnRemoval
{
    private readonly INetworkConnection _connection;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the endpoint.</param>
    /// <param name="context">What it runs with.</param>
    public ClientVpnRemoval(INetworkConnection connection, OperationContext context)
    {
        _connection = connection;
        _context = context;
    }

    /// <summary>Lists what is removed.</summary>
    /// <param name="idOrName">The endpoint, an id or a Name tag.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>A plan that gives the endpoint in its last state.</returns>
    /// <exception cref="NetConnectException">There is no such endpoint.</exception>
    public async Task<Plan<ClientVpnEndpoint>> PlanAsync(string idOrName, CancellationToken cancellationToken)
    {
        IClientVpnApi api = _connection.ClientVpns;
        ClientVpnEndpoint endpoint = await api.CompleteAsync(
            await ClientVpnParts.GetAsync(_connection, idOrName, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (!endpoint.IsLive())
            return new Plan<ClientVpnEndpoint>(endpoint);
        var steps = new ClientVpnSteps(api, _context, endpoint);
        steps.RemoveRoutes(_ => true);
        steps.Revoke(_ => true);
        steps.Disassociate(endpoint.Associations);
        PlanStep deletion = steps.Add(new PlanStep(
            "Delete the Client VPN endpoint", endpoint.Label(), ct => api.DeleteEndpointAsync(endpoint.ClientVpnEndpointId, ct), steps.ToArray()));
        return new Plan<ClientVpnEndpoint>(steps.ToArray(), _ => Task.FromResult<ClientVpnEndpoint?>(
            deletion.IsDeclined
                ? null
                : endpoint with { State = ClientVpnStates.Deleted, Associations = [], Routes = [], AuthorizationRules = [] }));
    }
}
