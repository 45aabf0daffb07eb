using NetConnect.Addressing;

namespace NetConnect.Tests.ClientVpn.Fakes;

/// <summary>One endpoint in memory, and what was called. It can be looked at and its sessions end; what makes and changes endpoints is proven over the sandbox.</summary>
internal sealed class FakeClientVpns : IClientVpnApi
{
    public const string Id = "cvpn-endpoint-0000000000000000a";

    public ClientVpnEndpoint Endpoint { get; set; } = new() { ClientVpnEndpointId = Id, State = "available" };

    public List<ClientVpnConnection> Connections { get; } = [];

    /// <summary>How often a session must be looked at until it has ended.</summary>
    public int LooksUntilTerminated { get; set; }

    /// <summary>The state in which a session that is to end stays; null where it ends.</summary>
    public string? Stuck { get; set; }

    /// <summary>The list that the endpoint has, as PEM.</summary>
    public string? RevocationList { get; set; }

    public List<string> Calls { get; } = [];

    public Task<IReadOnlyList<ClientVpnEndpoint>> ListEndpointsAsync(CancellationToken cancellationToken) => Answer<IReadOnlyList<ClientVpnEndpoint>>("ListEndpoints", [Endpoint]);

    public Task<ClientVpnEndpoint?> FindEndpointAsync(string endpointId, CancellationToken cancellationToken) => Answer("FindEndpoint", endpointId == Id ? Endpoint : null);

    public Task<IReadOnlyList<ClientVpnAssociation>> ListAssociationsAsync(string endpointId, CancellationToken cancellationToken) => Answer("ListAssociations", Endpoint.Associations);

    public Task<IReadOnlyList<ClientVpnRoute>> ListRoutesAsync(string endpointId, CancellationToken cancellationToken) => Answer("ListRoutes", Endpoint.Routes);

    public Task<IReadOnlyList<ClientVpnRule>> ListRulesAsync(string endpointId, CancellationToken cancellationToken) => Answer("ListRules", Endpoint.AuthorizationRules);

    public Task<IReadOnlyList<ClientVpnConnection>> ListConnectionsAsync(string endpointId, CancellationToken cancellationToken)
    {
        lock (Calls)
        {
            if (LooksUntilTerminated > 0 && --LooksUntilTerminated == 0)
                Change(connection => connection.State == "terminating", Stuck ?? "terminated");
            return Answer<IReadOnlyList<ClientVpnConnection>>("ListConnections", endpointId == Id ? [.. Connections] : []);
        }
    }

    public Task TerminateConnectionAsync(string endpointId, string connectionId, CancellationToken cancellationToken)
    {
        Change(connection => connection.ConnectionId == connectionId, "terminating");
        return Answer($"Terminate {connectionId}", true);
    }

    public Task TerminateConnectionsOfAsync(string endpointId, string userName, CancellationToken cancellationToken)
    {
        Change(connection => connection.UserName == userName, "terminating");
        return Answer($"Terminate {userName}", true);
    }

    public Task<string?> FindRevocationListAsync(string endpointId, CancellationToken cancellationToken) => Answer("FindRevocationList", RevocationList);

    public Task<string> CreateEndpointAsync(ClientVpnCreation creation, string clientToken, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ModifyEndpointAsync(string endpointId, ClientVpnSettings settings, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeleteEndpointAsync(string endpointId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string> AssociateAsync(string endpointId, string subnetId, string clientToken, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DisassociateAsync(string endpointId, string associationId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task CreateRouteAsync(string endpointId, Cidr destination, string subnetId, string? description, string clientToken, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task DeleteRouteAsync(string endpointId, Cidr destination, string subnetId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task AuthorizeAsync(string endpointId, Cidr destination, string? groupId, string? description, string clientToken, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task RevokeAsync(string endpointId, Cidr destination, string? groupId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ImportRevocationListAsync(string endpointId, string pem, CancellationToken cancellationToken)
    {
        RevocationList = pem;
        return Answer("ImportRevocationList", true);
    }

    public Task<string> ExportConfigurationAsync(string endpointId, CancellationToken cancellationToken) => throw new NotSupportedException();

    private void Change(Predicate<ClientVpnConnection> which, string state)
    {
        lock (Calls)
        {
            for (int i = 0; i < Connections.Count; i++)
            {
                if (which(Connections[i]))
                    Connections[i] = Connections[i] with { State = state };
            }
        }
    }

    private Task<T> Answer<T>(string call, T answer)
    {
        lock (Calls)
            Calls.Add(call);
        return Task.FromResult(answer);
    }
}
