using NetConnect.Addressing;

namespace NetConnect;

/// <summary>What the engine asks of one account in one Region about Client VPN endpoints.</summary>
/// <remarks>As with <see cref="IVpcApi"/>: reads made side by side may be answered by one call, and finders answer null for what is not there. The creates
/// take a client token: with the same token a repetition makes nothing twice, so a lost answer is no danger.</remarks>
public interface IClientVpnApi
{
    /// <summary>All endpoints that EC2 still shows, without associations, routes and rules.</summary>
    Task<IReadOnlyList<ClientVpnEndpoint>> ListEndpointsAsync(CancellationToken cancellationToken);

    /// <summary>The endpoint without associations, routes and rules, or null.</summary>
    Task<ClientVpnEndpoint?> FindEndpointAsync(string endpointId, CancellationToken cancellationToken);

    /// <summary>The subnets of an endpoint, those that are leaving included; none where there is no such endpoint.</summary>
    Task<IReadOnlyList<ClientVpnAssociation>> ListAssociationsAsync(string endpointId, CancellationToken cancellationToken);

    /// <summary>The routes of an endpoint; none where there is no such endpoint.</summary>
    Task<IReadOnlyList<ClientVpnRoute>> ListRoutesAsync(string endpointId, CancellationToken cancellationToken);

    /// <summary>The authorization rules of an endpoint; none where there is no such endpoint.</summary>
    Task<IReadOnlyList<ClientVpnRule>> ListRulesAsync(string endpointId, CancellationToken cancellationToken);

    /// <summary>The sessions of an endpoint, ended ones of the last hour included.</summary>
    Task<IReadOnlyList<ClientVpnConnection>> ListConnectionsAsync(string endpointId, CancellationToken cancellationToken);

    /// <summary>Creates an endpoint.</summary>
    /// <returns>Its id.</returns>
    Task<string> CreateEndpointAsync(ClientVpnCreation creation, string clientToken, CancellationToken cancellationToken);

    /// <summary>Changes an endpoint.</summary>
    Task ModifyEndpointAsync(string endpointId, ClientVpnSettings settings, CancellationToken cancellationToken);

    /// <summary>Deletes an endpoint that has no subnet any more; one that is already gone is success.</summary>
    Task DeleteEndpointAsync(string endpointId, CancellationToken cancellationToken);

    /// <summary>Lets an endpoint end in a subnet.</summary>
    /// <returns>The id of the association.</returns>
    Task<string> AssociateAsync(string endpointId, string subnetId, string clientToken, CancellationToken cancellationToken);

    /// <summary>Takes a subnet away; one that is already gone is success.</summary>
    Task DisassociateAsync(string endpointId, string associationId, CancellationToken cancellationToken);

    /// <summary>Adds a route.</summary>
    /// <param name="endpointId">The endpoint.</param>
    /// <param name="destination">The network.</param>
    /// <param name="subnetId">An associated subnet, or <see cref="ClientVpnRoute.Local"/>.</param>
    /// <param name="description">A description, or null.</param>
    /// <param name="clientToken">What tells a repetition from another request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task CreateRouteAsync(string endpointId, Cidr destination, string subnetId, string? description, string clientToken, CancellationToken cancellationToken);

    /// <summary>Removes a route; one that is already gone is success.</summary>
    Task DeleteRouteAsync(string endpointId, Cidr destination, string subnetId, CancellationToken cancellationToken);

    /// <summary>Lets people reach a network.</summary>
    /// <param name="endpointId">The endpoint.</param>
    /// <param name="destination">The network.</param>
    /// <param name="groupId">The group that may; null for everybody.</param>
    /// <param name="description">A description, or null.</param>
    /// <param name="clientToken">What tells a repetition from another request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task AuthorizeAsync(string endpointId, Cidr destination, string? groupId, string? description, string clientToken, CancellationToken cancellationToken);

    /// <summary>Takes a rule away; one that is already gone is success.</summary>
    Task RevokeAsync(string endpointId, Cidr destination, string? groupId, CancellationToken cancellationToken);

    /// <summary>Ends one session; one that is already gone is success.</summary>
    Task TerminateConnectionAsync(string endpointId, string connectionId, CancellationToken cancellationToken);

    /// <summary>Ends the sessions of a user. EC2 does so for at most five.</summary>
    Task TerminateConnectionsOfAsync(string endpointId, string userName, CancellationToken cancellationToken);

    /// <summary>The revocation list of an endpoint as PEM, or null where it has none.</summary>
    Task<string?> FindRevocationListAsync(string endpointId, CancellationToken cancellationToken);

    /// <summary>Replaces the revocation list of an endpoint, which ends all of its sessions.</summary>
    /// <param name="endpointId">The endpoint.</param>
    /// <param name="pem">The whole list, of at most 20,000 entries.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task ImportRevocationListAsync(string endpointId, string pem, CancellationToken cancellationToken);

    /// <summary>The OpenVPN configuration that AWS has for an endpoint, without any person's certificate.</summary>
    Task<string> ExportConfigurationAsync(string endpointId, CancellationToken cancellationToken);
}
