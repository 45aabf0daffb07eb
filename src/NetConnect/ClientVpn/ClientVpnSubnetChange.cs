using NetConnect.Addressing;
using NetConnect.Planning;

namespace NetConnect.ClientVpn;

/// <summary>Gives an endpoint more subnets to end in, with the routes that the others have, and takes them away.</summary>
public sealed class ClientVpnSubnetChange
{
    private readonly INetworkConnection _connection;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the endpoint.</param>
    /// <param name="context">What it runs with.</param>
    public ClientVpnSubnetChange(INetworkConnection connection, OperationContext context)
    {
        _connection = connection;
        _context = context;
    }

    /// <summary>Lists the subnets that are missing, and the routes that they lack then.</summary>
    /// <param name="idOrName">The endpoint, an id or a Name tag.</param>
    /// <param name="subnetIds">The subnets, one of each Availability Zone.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NetConnectException">There is no such endpoint, or a subnet cannot be one of its own.</exception>
    public async Task<Plan<ClientVpnEndpoint>> PlanAddAsync(string idOrName, IReadOnlyCollection<string> subnetIds, CancellationToken cancellationToken)
    {
        ClientVpnEndpoint endpoint = await ClientVpnParts.GetWholeAsync(_connection, idOrName, cancellationToken).ConfigureAwait(false);
        var steps = new ClientVpnSteps(_connection.ClientVpns, _context, endpoint);
        if (!subnetIds.All(steps.SubnetIds.Contains))
            await ClientVpnSubnetRules.ReadAsync(_connection.Vpcs, subnetIds, steps.SubnetIds, Cidr.Parse(endpoint.ClientCidrBlock), cancellationToken).ConfigureAwait(false);
        steps.Associate(subnetIds);
        steps.Route([]);
        return steps.ToPlan();
    }

    /// <summary>Lists the subnets that are there still, each behind the routes through it.</summary>
    /// <param name="idOrName">The endpoint, an id or a Name tag.</param>
    /// <param name="subnetIds">The subnets.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NetConnectException">There is no such endpoint.</exception>
    public async Task<Plan<ClientVpnEndpoint>> PlanRemoveAsync(string idOrName, IReadOnlyCollection<string> subnetIds, CancellationToken cancellationToken)
    {
        foreach (string subnetId in subnetIds)
            ResourceId.Check("subnet", subnetId);
        ClientVpnEndpoint endpoint = await ClientVpnParts.GetWholeAsync(_connection, idOrName, cancellationToken).ConfigureAwait(false);
        List<ClientVpnAssociation> leaving = [.. endpoint.Associations.Where(association => subnetIds.Contains(association.SubnetId))];
        var steps = new ClientVpnSteps(_connection.ClientVpns, _context, endpoint);
        steps.RemoveRoutes(route => leaving.Exists(association => association.SubnetId == route.TargetSubnetId));
        steps.Disassociate(leaving);
        return leaving.Count > 0 && endpoint.Associations.All(association => leaving.Contains(association) || !association.IsLive())
            ? steps.ToPlan($"{endpoint.Label()} ends in no other subnet: all who are connected are cut off, and nobody can connect.")
            : steps.ToPlan();
    }
}
