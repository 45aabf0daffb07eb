using NetConnect.Addressing;
using NetConnect.Planning;

namespace NetConnect.ClientVpn;

/// <summary>Adds and removes routes of an endpoint, the same on all of its subnets.</summary>
public sealed class ClientVpnRouteChange
{
    private readonly INetworkConnection _connection;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the endpoint.</param>
    /// <param name="context">What it runs with.</param>
    public ClientVpnRouteChange(INetworkConnection connection, OperationContext context)
    {
        _connection = connection;
        _context = context;
    }

    /// <summary>Lists the routes that are missing on any subnet: of these networks, and of those that another subnet leads to already.</summary>
    /// <param name="idOrName">The endpoint, an id or a Name tag.</param>
    /// <param name="destinations">The networks.</param>
    /// <param name="clientToClient">Whether clients are to reach each other too.</param>
    /// <param name="description">A description of new routes, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NetConnectException">There is no such endpoint, it ends in no subnet, or a network cannot be routed.</exception>
    public async Task<Plan<ClientVpnEndpoint>> PlanAddAsync(
        string idOrName, IReadOnlyCollection<Cidr> destinations, bool clientToClient, string? description, CancellationToken cancellationToken)
    {
        ClientVpnEndpoint endpoint = await ClientVpnParts.GetWholeAsync(_connection, idOrName, cancellationToken).ConfigureAwait(false);
        Cidr clients = Cidr.Parse(endpoint.ClientCidrBlock);
        ClientVpnRules.CheckRoutes(idOrName, destinations, clients, endpoint.SplitTunnel);
        var steps = new ClientVpnSteps(_connection.ClientVpns, _context, endpoint);
        if (steps.SubnetIds.Count == 0)
            throw new NetConnectException(
                ErrorIds.ClientVpnStateConflict, ErrorKind.Conflict, $"{endpoint} ends in no subnet, and a route leads through one. Give it a subnet first, with Add-ClientVpnSubnet.", idOrName);
        steps.Route(destinations, description);
        if (clientToClient)
            steps.RouteClients(clients, description);
        return steps.ToPlan();
    }

    /// <summary>Lists the routes to these networks that are there still, on whatever subnet.</summary>
    /// <param name="idOrName">The endpoint, an id or a Name tag.</param>
    /// <param name="destinations">The networks.</param>
    /// <param name="clientToClient">Whether clients are no longer to reach each other.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NetConnectException">There is no such endpoint, or a route goes with its subnet only.</exception>
    public async Task<Plan<ClientVpnEndpoint>> PlanRemoveAsync(string idOrName, IReadOnlyCollection<Cidr> destinations, bool clientToClient, CancellationToken cancellationToken)
    {
        ClientVpnEndpoint endpoint = await ClientVpnParts.GetWholeAsync(_connection, idOrName, cancellationToken).ConfigureAwait(false);
        HashSet<string> leaving = [.. destinations.Select(destination => destination.ToString())];
        if (endpoint.Routes.FirstOrDefault(route => route.IsAutomatic && leaving.Contains(route.DestinationCidrBlock)) is { } automatic)
            throw ClientVpnRules.Invalid(
                idOrName,
                $"The route to {automatic.DestinationCidrBlock} came with the subnet {automatic.TargetSubnetId} and goes with it only. Revoke-ClientVpnAccess keeps people from the network.");
        if (clientToClient)
            leaving.Add(endpoint.ClientCidrBlock);
        if (leaving.Count == 0)
            throw ClientVpnRules.Invalid(idOrName, "Say what goes: the networks that the routes lead to, or -ClientToClient.");
        var steps = new ClientVpnSteps(_connection.ClientVpns, _context, endpoint);
        steps.RemoveRoutes(route => leaving.Contains(route.DestinationCidrBlock));
        return steps.ToPlan();
    }
}
