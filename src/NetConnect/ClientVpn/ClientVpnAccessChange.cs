using NetConnect.Planning;

namespace NetConnect.ClientVpn;

/// <summary>Lets people reach networks through an endpoint, and no longer.</summary>
public sealed class ClientVpnAccessChange
{
    private readonly INetworkConnection _connection;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the endpoint.</param>
    /// <param name="context">What it runs with.</param>
    public ClientVpnAccessChange(INetworkConnection connection, OperationContext context)
    {
        _connection = connection;
        _context = context;
    }

    /// <summary>Lists the authorization rules that are missing.</summary>
    /// <param name="idOrName">The endpoint, an id or a Name tag.</param>
    /// <param name="access">Who is to reach what.</param>
    /// <param name="description">A description of new rules, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NetConnectException">There is no such endpoint, or a network is not one of IPv4.</exception>
    public async Task<Plan<ClientVpnEndpoint>> PlanGrantAsync(string idOrName, IReadOnlyCollection<ClientVpnAccess> access, string? description, CancellationToken cancellationToken)
    {
        ClientVpnRules.RefuseIpv6(idOrName, access.Select(wanted => wanted.Destination));
        ClientVpnEndpoint endpoint = await ClientVpnParts.GetWholeAsync(_connection, idOrName, cancellationToken).ConfigureAwait(false);
        var steps = new ClientVpnSteps(_connection.ClientVpns, _context, endpoint);
        steps.Allow(access, description);
        // Administrator Guide, "Authorization rules": groups are those of Active Directory or of the identity provider.
        bool knowsNoGroups = endpoint.Authentication.All(way => way.Type == ClientVpnAuthentication.Certificate);
        return knowsNoGroups && access.Any(wanted => wanted.GroupId is not null)
            ? steps.ToPlan($"People sign in at {endpoint} by certificate alone, which tells no groups: a rule for a group lets nobody in.")
            : steps.ToPlan();
    }

    /// <summary>Lists the authorization rules that are there still.</summary>
    /// <param name="idOrName">The endpoint, an id or a Name tag.</param>
    /// <param name="access">What is no longer to be so, to the letter: a rule for everybody is another than one for a group.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NetConnectException">There is no such endpoint.</exception>
    public async Task<Plan<ClientVpnEndpoint>> PlanRevokeAsync(string idOrName, IReadOnlyCollection<ClientVpnAccess> access, CancellationToken cancellationToken)
    {
        ClientVpnEndpoint endpoint = await ClientVpnParts.GetWholeAsync(_connection, idOrName, cancellationToken).ConfigureAwait(false);
        var steps = new ClientVpnSteps(_connection.ClientVpns, _context, endpoint);
        steps.Revoke(access.Contains);
        string[] others = [.. endpoint.AuthorizationRules
            .Where(rule => rule.IsLive() && access.Any(left => left.Destination.ToString() == rule.DestinationCidrBlock) && !access.Any(left => left.IsMetBy(rule)))
            .Select(rule => $"{rule}")];
        return others.Length > 0 ? steps.ToPlan($"Other rules of {endpoint} stay: {string.Join(", ", others)}.") : steps.ToPlan();
    }
}
