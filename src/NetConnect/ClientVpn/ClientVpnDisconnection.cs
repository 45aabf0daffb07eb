using NetConnect.Planning;

namespace NetConnect.ClientVpn;

/// <summary>Ends sessions, and waits until they have ended. What has ended already is left as it is.</summary>
public sealed class ClientVpnDisconnection
{
    // API Reference, TerminateClientVpnConnections: by name for a user with at most five connections.
    private const int MaxByName = 5;

    private readonly INetworkConnection _connection;
    private readonly OperationContext _context;
    private readonly ClientVpnConnections _connections;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the endpoints.</param>
    /// <param name="context">What it runs with.</param>
    public ClientVpnDisconnection(INetworkConnection connection, OperationContext context)
    {
        _connection = connection;
        _context = context;
        _connections = new ClientVpnConnections(connection);
    }

    /// <summary>Plans the end of one session.</summary>
    /// <param name="connectionId">The session.</param>
    /// <param name="idOrName">Its endpoint, an id or a Name tag; null to look for it in all live ones.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>A plan that gives the session in its last state.</returns>
    /// <exception cref="NetConnectException">There is no such endpoint, or EC2 shows no such session.</exception>
    public async Task<Plan<IReadOnlyList<ClientVpnConnection>>> PlanAsync(
        string connectionId, string? idOrName, CancellationToken cancellationToken)
    {
        ResourceId.Check("cvpn-connection", connectionId);
        IReadOnlyList<ClientVpnConnection> all = await _connections.ListAsync(idOrName, cancellationToken).ConfigureAwait(false);
        ClientVpnConnection found = all.FirstOrDefault(connection => connection.ConnectionId == connectionId)
            ?? throw new NetConnectException(
                ErrorIds.ClientVpnConnectionNotFound,
                ErrorKind.NotFound,
                $"'{connectionId}' is not a session of {idOrName ?? "any Client VPN endpoint of this account in " + _connection.Region}. "
                + "EC2 shows one until an hour after its end: see them with Get-ClientVpnConnection.",
                connectionId);
        return Plan([(found.ToString(), [found])]);
    }

    /// <summary>Plans the end of all sessions of people.</summary>
    /// <param name="isWanted">Whether a person, by the name of <see cref="ClientVpnConnection.User"/>, is one of them.</param>
    /// <param name="idOrName">The endpoint, an id or a Name tag; null for all live ones.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>A plan with one step for each person and endpoint, that gives the sessions in their last state.</returns>
    /// <exception cref="NetConnectException">There is no such endpoint.</exception>
    public async Task<Plan<IReadOnlyList<ClientVpnConnection>>> PlanAsync(
        Func<string, bool> isWanted, string? idOrName, CancellationToken cancellationToken)
    {
        IReadOnlyList<ClientVpnConnection> all = await _connections.ListAsync(idOrName, cancellationToken).ConfigureAwait(false);
        return Plan(
        [
            .. all.Where(connection => connection.State != ClientVpnStates.Terminated && connection.User is { } user && isWanted(user))
                .GroupBy(connection => (connection.ClientVpnEndpointId, connection.User, connection.UserName))
                .Select(person => ($"{person.Key.User} at {person.Key.ClientVpnEndpointId}", person.ToList())),
        ]);
    }

    private Plan<IReadOnlyList<ClientVpnConnection>> Plan(IReadOnlyList<(string Target, List<ClientVpnConnection> Connections)> wanted)
    {
        var ended = new List<ClientVpnConnection>();
        var steps = new List<PlanStep>();
        foreach ((string target, List<ClientVpnConnection> connections) in wanted)
        {
            ended.AddRange(connections.Where(connection => connection.State == ClientVpnStates.Terminated));
            List<ClientVpnConnection> open = connections.Where(connection => connection.State != ClientVpnStates.Terminated).ToList();
            if (open.Count > 0)
                steps.Add(new PlanStep(Action(open), target, ct => EndAsync(open, ended, ct)));
        }
        return new Plan<IReadOnlyList<ClientVpnConnection>>(steps, _ => Task.FromResult<IReadOnlyList<ClientVpnConnection>?>(ended));
    }

    private static string Action(List<ClientVpnConnection> open) => open.Count > 1
        ? $"End {open.Count} sessions"
        : $"End the session of {open[0].User}, who has {open[0].ClientIp} since {open[0].Established:u}";

    private async Task EndAsync(List<ClientVpnConnection> open, List<ClientVpnConnection> ended, CancellationToken cancellationToken)
    {
        string endpointId = open[0].ClientVpnEndpointId;
        List<ClientVpnConnection> live = open.Where(connection => connection.IsLive()).ToList();
        // By name is one call; people who are known by their certificates alone have no such name.
        if (live.Count is > 1 and <= MaxByName && live[0].UserName is { } userName)
            await _connection.ClientVpns.TerminateConnectionsOfAsync(endpointId, userName, cancellationToken).ConfigureAwait(false);
        else
            await Task.WhenAll(live.Select(connection =>
                _connection.ClientVpns.TerminateConnectionAsync(endpointId, connection.ConnectionId, cancellationToken))).ConfigureAwait(false);
        ClientVpnConnection[] after =
            await Task.WhenAll(open.Select(connection => WaitAsync(connection, cancellationToken))).ConfigureAwait(false);
        lock (ended)
            ended.AddRange(after);
    }

    private async Task<ClientVpnConnection> WaitAsync(ClientVpnConnection connection, CancellationToken cancellationToken) =>
        await _context.Wait(
            connection.ConnectionId,
            async ct => (await _connection.ClientVpns.ListConnectionsAsync(connection.ClientVpnEndpointId, ct).ConfigureAwait(false))
                .FirstOrDefault(found => found.ConnectionId == connection.ConnectionId),
            found => found.State,
            [ClientVpnStates.Active, ClientVpnStates.Terminating],
            [ClientVpnStates.Terminated],
            found => ClientVpnStates.Unexpected(connection.ConnectionId, found.State, null),
            absenceIsTarget: true).RunAsync(_context.Clock, cancellationToken).ConfigureAwait(false)
        ?? connection with { State = ClientVpnStates.Terminated };
}
