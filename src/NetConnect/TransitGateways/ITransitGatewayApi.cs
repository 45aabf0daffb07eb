using NetConnect.Addressing;

namespace NetConnect;

/// <summary>What the engine asks of one account in one Region about transit gateways and their route tables.</summary>
/// <remarks>As with <see cref="IVpcApi"/>: reads made side by side may be answered by one call, and finders answer null for what is not there. Every change may
/// be repeated: what stands there already, or is gone already, is success.</remarks>
public interface ITransitGatewayApi
{
    /// <summary>All transit gateways that the account sees, its own and those shared with it.</summary>
    Task<IReadOnlyList<TransitGateway>> ListTransitGatewaysAsync(CancellationToken cancellationToken);

    /// <summary>The route tables of a transit gateway that exist; none where another account owns it.</summary>
    Task<IReadOnlyList<TransitGatewayRouteTable>> ListRouteTablesAsync(string transitGatewayId, CancellationToken cancellationToken);

    /// <summary>The attachments of a transit gateway, deleted ones included.</summary>
    Task<IReadOnlyList<TransitGatewayAttachment>> ListAttachmentsAsync(string transitGatewayId, CancellationToken cancellationToken);

    /// <summary>The attachment of a VPN connection, the live one before a deleted one, or null.</summary>
    Task<TransitGatewayAttachment?> FindVpnAttachmentAsync(string vpnId, CancellationToken cancellationToken);

    /// <summary>The attachments whose routes a table learns.</summary>
    Task<IReadOnlyList<string>> ListPropagatingAttachmentIdsAsync(string routeTableId, CancellationToken cancellationToken);

    /// <summary>The static routes of a table.</summary>
    Task<IReadOnlyList<TransitGatewayRoute>> ListStaticRoutesAsync(string routeTableId, CancellationToken cancellationToken);

    /// <summary>Lets a table route what comes from an attachment. An attachment has one such table at most.</summary>
    Task AssociateAsync(string routeTableId, string attachmentId, CancellationToken cancellationToken);

    /// <summary>Ends that.</summary>
    Task DisassociateAsync(string routeTableId, string attachmentId, CancellationToken cancellationToken);

    /// <summary>Lets a table learn the routes of an attachment, or stops it.</summary>
    Task SetPropagationAsync(string routeTableId, string attachmentId, bool enabled, CancellationToken cancellationToken);

    /// <summary>Adds a static route to an attachment.</summary>
    /// <exception cref="NetConnectException">The table has a static route to that destination already (<see cref="ErrorIds.RouteConflict"/>).</exception>
    Task CreateRouteAsync(string routeTableId, Cidr destination, string attachmentId, CancellationToken cancellationToken);

    /// <summary>Points an existing static route at an attachment.</summary>
    Task ReplaceRouteAsync(string routeTableId, Cidr destination, string attachmentId, CancellationToken cancellationToken);

    /// <summary>Removes a static route.</summary>
    Task DeleteRouteAsync(string routeTableId, Cidr destination, CancellationToken cancellationToken);
}
