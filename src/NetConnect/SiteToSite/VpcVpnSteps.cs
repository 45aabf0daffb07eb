using NetConnect.Addressing;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>The steps that let a VPN into a VPC: its virtual private gateway, static routes and propagation.</summary>
internal sealed class VpcVpnSteps(IVpnApi api, OperationContext context, VpnRequest request, VpcRouting vpc, VpnUnderway underway)
{
    private readonly object _gate = new();
    private Task? _attached;

    /// <summary>The virtual private gateway as it was last seen; null until it is made.</summary>
    public VpnGateway? Gateway { get; set; }

    // A gateway whose create was lost bears our tags, but so may others: one that is attached to nothing is taken, which does no harm.
    public PlanStep VpnGateway() => new(
        "Create a virtual private gateway",
        request.AmazonSideAsn is { } asn ? $"ASN {asn}" : "with AWS's own ASN",
        async ct => Gateway = await context.CreateOnceAsync(
            token => api.CreateVpnGatewayAsync(request.AmazonSideAsn, request.Tags, token),
            async token => (await VpnWorld.ReadAsync(api, token).ConfigureAwait(false)).FindLooseVpnGateway(request.Tags, request.AmazonSideAsn),
            ErrorIds.VpnMismatch,
            ct).ConfigureAwait(false));

    public PlanStep Attachment(params PlanStep[] made) => new(
        "Attach the virtual private gateway",
        vpc.ToString(),
        async ct =>
        {
            string id = Gateway!.VpnGatewayId;
            if (Gateway.State != VpnStates.Available)
                Gateway = await underway.WhenAvailableAsync(id, token => FindAsync(id, token), gateway => gateway.State, ct).ConfigureAwait(false);
            await api.AttachVpnGatewayAsync(id, vpc.VpcId, ct).ConfigureAwait(false);
        },
        made);

    public PlanStep Route(Cidr destination, PlanStep? after) => new(
        $"Add static route {destination}",
        underway.Vpn?.VpnConnectionId ?? "the new VPN connection",
        async ct =>
        {
            SiteToSiteVpn available = await underway.WhenAvailableAsync(ct).ConfigureAwait(false);
            await api.CreateVpnRouteAsync(available.VpnConnectionId, destination, ct).ConfigureAwait(false);
        },
        after is null ? [] : [after]);

    public PlanStep Propagation(RouteTable table, PlanStep? after) => new(
        "Propagate the VPN's routes",
        $"{table.RouteTableId}{(table.Name is { } name ? $" {name}" : "")}{(table.IsMain ? " (main)" : "")}",
        async ct =>
        {
            await WhenAttachedAsync(ct).ConfigureAwait(false);
            await api.SetPropagationAsync(table.RouteTableId, Gateway!.VpnGatewayId, enabled: true, ct).ConfigureAwait(false);
        },
        after is null ? [] : [after]);

    // Callers share one wait.
    private Task WhenAttachedAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _attached ??= WaitAsync();

        async Task WaitAsync()
        {
            string id = Gateway!.VpnGatewayId;
            if (Gateway.AttachmentState != VpnStates.Attached)
                Gateway = await context.Wait(
                    id,
                    ct => FindAsync(id, ct),
                    gateway => gateway.AttachmentState ?? "not attached",
                    ["not attached", VpnStates.Attaching],
                    [VpnStates.Attached],
                    gateway => VpnStates.Unexpected(id, gateway.AttachmentState ?? gateway.State)).RunAsync(context.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<VpnGateway?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await api.ListVpnGatewaysAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(gateway => gateway.VpnGatewayId == id);
}
