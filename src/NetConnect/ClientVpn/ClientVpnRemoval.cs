using NetConnect.Addressing;
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
        var underway = new ClientVpnUnderway(api, _context, endpoint);
        var steps = new List<PlanStep>();
        foreach (ClientVpnRoute route in endpoint.Routes.Where(route => !route.IsAutomatic))
            steps.Add(new PlanStep($"Remove the route to {route.DestinationCidrBlock}", route.TargetSubnetId, ct => underway.DeleteRouteAsync(Cidr.Parse(route.DestinationCidrBlock), route.TargetSubnetId, ct)));
        foreach (ClientVpnAccess access in endpoint.AuthorizationRules.Select(rule => new ClientVpnAccess(Cidr.Parse(rule.DestinationCidrBlock), rule.GroupId)))
            steps.Add(new PlanStep($"Revoke {access}", endpoint.ClientVpnEndpointId, ct => underway.RevokeAsync(access, ct)));
        PlanStep[] before = [.. steps];
        foreach (ClientVpnAssociation association in endpoint.Associations)
            steps.Add(new PlanStep("Disassociate the subnet", association.SubnetId, ct => underway.DisassociateAsync(association, ct), before));
        steps.Add(new PlanStep(
            "Delete the Client VPN endpoint", endpoint.Name is { } name ? $"{endpoint} ({name})" : $"{endpoint}", ct => api.DeleteEndpointAsync(endpoint.ClientVpnEndpointId, ct), [.. steps]));
        return new Plan<ClientVpnEndpoint>(steps, _ => Task.FromResult<ClientVpnEndpoint?>(
            steps.Exists(step => step.IsDeclined)
                ? null
                : endpoint with { State = ClientVpnStates.Deleted, Associations = [], Routes = [], AuthorizationRules = [] }));
    }
}
