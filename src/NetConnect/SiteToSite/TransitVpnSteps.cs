using NetConnect.Addressing;
using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>The steps that let a transit gateway's route tables know a VPN, each waiting for the attachment.</summary>
internal sealed class TransitVpnSteps(ITransitGatewayApi api, OperationContext context, VpnUnderway underway)
{
    private const string Associating = "associating";
    private const string Associated = "associated";
    private const string Disassociating = "disassociating";
    private const string None = "not associated";
    private const string Elsewhere = "associated with another table";

    private readonly object _gate = new();
    private Task<TransitGatewayAttachment>? _attached;

    /// <summary>The attachment as it was last seen; null until EC2 makes it with the connection.</summary>
    public TransitGatewayAttachment? Attachment { get; set; }

    public PlanStep Association(TransitGatewayRouteTable table, PlanStep? after) => Step(
        "Route what comes from the VPN by this table",
        table.ToString(),
        after,
        async (attachment, ct) =>
        {
            string id = table.TransitGatewayRouteTableId;
            // An attachment has one table at most: the default one has to let go first.
            if (attachment.AssociationRouteTableId is { } other && other != id)
            {
                await WhenAssociationAsync(attachment, other, [Associating, Disassociating], [Associated, None], ct).ConfigureAwait(false);
                await api.DisassociateAsync(other, attachment.TransitGatewayAttachmentId, ct).ConfigureAwait(false);
                await WhenAssociationAsync(attachment, other, [Associated, Disassociating], [None], ct).ConfigureAwait(false);
            }
            await api.AssociateAsync(id, attachment.TransitGatewayAttachmentId, ct).ConfigureAwait(false);
            await WhenAssociationAsync(attachment, id, [None, Associating], [Associated], ct).ConfigureAwait(false);
        });

    public PlanStep Propagation(TransitGatewayRouteTable table, PlanStep? after) => Step(
        "Propagate the VPN's routes",
        table.ToString(),
        after,
        (attachment, ct) => api.SetPropagationAsync(table.TransitGatewayRouteTableId, attachment.TransitGatewayAttachmentId, enabled: true, ct));

    public PlanStep Route(TransitGatewayRouteTable table, Cidr destination, PlanStep? after) => Step(
        $"Add static route {destination}",
        table.ToString(),
        after,
        async (attachment, ct) =>
        {
            try
            {
                await api.CreateRouteAsync(table.TransitGatewayRouteTableId, destination, attachment.TransitGatewayAttachmentId, ct).ConfigureAwait(false);
            }
            catch (NetConnectException error) when (error.ErrorId == ErrorIds.RouteConflict)
            {
                // Made by a try whose answer was lost: then it is ours.
                IReadOnlyList<TransitGatewayRoute> routes = await api.ListStaticRoutesAsync(table.TransitGatewayRouteTableId, ct).ConfigureAwait(false);
                TransitGatewayRoute? standing = routes.FirstOrDefault(route => route.IsTo(destination));
                if (standing?.TransitGatewayAttachmentId != attachment.TransitGatewayAttachmentId)
                    throw Conflict(table, destination, standing);
            }
        });

    public PlanStep Replacement(TransitGatewayRouteTable table, Cidr destination, PlanStep? after) => Step(
        $"Point the blackhole route {destination} at the VPN",
        table.ToString(),
        after,
        (attachment, ct) => api.ReplaceRouteAsync(table.TransitGatewayRouteTableId, destination, attachment.TransitGatewayAttachmentId, ct));

    /// <summary>Waits until the connection and its attachment are available; callers share one wait.</summary>
    public Task<TransitGatewayAttachment> WhenAttachedAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _attached ??= WaitAsync();

        async Task<TransitGatewayAttachment> WaitAsync()
        {
            SiteToSiteVpn vpn = await underway.WhenAvailableAsync(cancellationToken).ConfigureAwait(false);
            if (Attachment?.State != VpnStates.Available)
                Attachment = await underway.WhenAvailableAsync(
                    $"the attachment of {vpn}", ct => api.FindVpnAttachmentAsync(vpn.VpnConnectionId, ct), attachment => attachment.State, cancellationToken).ConfigureAwait(false);
            return Attachment!;
        }
    }

    /// <summary>The error for a static route that stands in the way and leads to something else.</summary>
    public static NetConnectException Conflict(TransitGatewayRouteTable table, Cidr destination, TransitGatewayRoute? standing) => new(
        ErrorIds.RouteConflict,
        ErrorKind.Conflict,
        $"{table} has a static route {destination} already, {(standing?.ResourceId is { } other ? $"to {other}" : "which drops its traffic")}. Remove it, or leave it out of -StaticRoute.",
        table.TransitGatewayRouteTableId);

    private PlanStep Step(string action, string target, PlanStep? after, Func<TransitGatewayAttachment, CancellationToken, Task> applyAsync) => new(
        action,
        target,
        async ct => await applyAsync(await WhenAttachedAsync(ct).ConfigureAwait(false), ct).ConfigureAwait(false),
        after is null ? [] : [after]);

    private Task<TransitGatewayAttachment?> WhenAssociationAsync(
        TransitGatewayAttachment attachment, string tableId, string[] pending, string[] target, CancellationToken cancellationToken) => context.Wait(
        $"the association of {attachment} with {tableId}",
        ct => api.FindVpnAttachmentAsync(attachment.ResourceId, ct),
        found => found.AssociationRouteTableId is null ? None : found.AssociationRouteTableId == tableId ? found.AssociationState ?? None : Elsewhere,
        pending,
        target,
        found => VpnStates.Unexpected(found.TransitGatewayAttachmentId, $"{found.AssociationState} with {found.AssociationRouteTableId}")).RunAsync(context.Clock, cancellationToken);
}
