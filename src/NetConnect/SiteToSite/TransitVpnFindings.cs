using NetConnect.Addressing;
using NetConnect.Peering;

namespace NetConnect.SiteToSite;

/// <summary>What the tables of a transit gateway, and of the VPCs at it, say: traffic needs a way to the VPN, and one on from there.</summary>
internal sealed class TransitVpnFindings
{
    private readonly SiteToSiteVpn _vpn;
    private readonly TransitRouting _routing;
    private readonly string? _association;
    private readonly List<string> _leading;
    private readonly List<Cidr> _networks;

    private TransitVpnFindings(SiteToSiteVpn vpn, TransitRouting routing)
    {
        _vpn = routing.Complete(vpn);
        _routing = routing;
        _association = _vpn.AssociationRouteTableId;
        _leading = routing.Attachment is null ? [] : routing.LeadingTo(routing.Attachment).ToList();
        _networks = _vpn.StaticRoutes.Select(Cidr.Parse).ToList();
    }

    /// <summary>The findings about a connection; none where it does not end at a transit gateway.</summary>
    public static async Task<IReadOnlyList<VpnFinding>> ListAsync(SiteToSiteVpn vpn, INetworkConnection connection, CancellationToken cancellationToken)
    {
        if (vpn.TransitGatewayId is not { } gatewayId)
            return [];
        Task<IReadOnlyList<TransitGatewayAttachment>> attachments = connection.TransitGateways.ListAttachmentsAsync(gatewayId, cancellationToken);
        var findings = new TransitVpnFindings(vpn, await TransitRouting.ReadAsync(vpn, connection.TransitGateways, cancellationToken).ConfigureAwait(false));
        // A VPC whose table does not lead to the VPN is kept apart on purpose, as far as anybody can tell.
        List<TransitGatewayAttachment> vpcs = (await attachments.ConfigureAwait(false))
            .Where(attachment => attachment is { ResourceType: "vpc", State: VpnStates.Available } && TransitRouting.CurrentAssociation(attachment) is { } table && findings._leading.Contains(table))
            .OrderBy(attachment => attachment.ResourceId, StringComparer.Ordinal)
            .ToList();
        // Those of other accounts have no tables that these credentials see.
        VpcRouting?[] routings = await Task.WhenAll(vpcs.Select(vpc => VpcRouting.FindAsync(connection.Vpcs, vpc.ResourceId, cancellationToken))).ConfigureAwait(false);
        return
        [
            .. findings.OfGateway(),
            .. vpcs.Zip(routings, (attachment, routing) => findings.OfVpc(attachment, routing)).SelectMany(some => some),
        ];
    }

    private IEnumerable<VpnFinding> OfGateway()
    {
        if (_routing.Attachment?.State != VpnStates.Available)
        {
            yield return Finding(VpnFindingCodes.AttachmentNotAvailable, VpnFindingSeverity.Error, _vpn.TransitGatewayId!,
                $"The attachment to the transit gateway is {_routing.Attachment?.State ?? "not there"}.", "Wait until it is available; where it waits for acceptance, the gateway's owner accepts it.");
            yield break;
        }
        if (_routing.Tables.Count == 0)
        {
            yield return Finding(VpnFindingCodes.NotExamined, VpnFindingSeverity.Information, _vpn.TransitGatewayId!,
                "These credentials see none of the transit gateway's route tables.", "Let the gateway's owner run Test-SiteToSiteVpn's checks there: association, propagation, static routes.");
            yield break;
        }
        if (_association is null)
            yield return Finding(VpnFindingCodes.NoAssociation, VpnFindingSeverity.Error, _vpn.TransitGatewayAttachmentId!,
                "No route table routes what comes from the device.", "Name one: New-SiteToSiteVpn with the same values and -AssociationRouteTableId.");
        if (_leading.Count == 0 || (_vpn.StaticRoutesOnly && _networks.Count == 0))
            yield return Finding(VpnFindingCodes.NoTransitRoute, VpnFindingSeverity.Error, _vpn.TransitGatewayId!,
                _vpn.StaticRoutesOnly ? "The connection is static, and no route table of the gateway has a route to it." : "No route table of the gateway learns the device's networks.",
                $"Let the tables lead there: New-SiteToSiteVpn with the same values and {(_vpn.StaticRoutesOnly ? "-StaticRoute" : "-PropagationRouteTableId")}.");
        foreach (TransitGatewayRoute route in _routing.StaticRoutes.Where(route => route.IsBlackhole))
        {
            string why = route.TransitGatewayAttachmentId is null ? "on purpose" : $"because {route.ResourceId ?? "what it led to"} is gone";
            if (route.TransitGatewayRouteTableId == _association)
                yield return Finding(VpnFindingCodes.BlackholeTransitRoute, VpnFindingSeverity.Warning, route.TransitGatewayRouteTableId,
                    $"What the device sends to {route.DestinationCidrBlock} is dropped, {why}.", "Remove the route, or point it where that network is now.");
            else if (_leading.Contains(route.TransitGatewayRouteTableId) && _networks.Exists(network => network.Overlaps(Cidr.Parse(route.DestinationCidrBlock))))
                yield return Finding(VpnFindingCodes.BlackholeTransitRoute, VpnFindingSeverity.Warning, route.TransitGatewayRouteTableId,
                    $"What is sent to {route.DestinationCidrBlock} is dropped before it comes to the VPN, {why}.", "Remove the route where the network is behind this device.");
        }
    }

    // What a VPC sends comes by its table at the gateway; what comes back goes by the VPN's.
    private IEnumerable<VpnFinding> OfVpc(TransitGatewayAttachment attachment, VpcRouting? vpc)
    {
        if (_association is not null && !_routing.LeadingTo(attachment).Contains(_association))
            yield return Finding(VpnFindingCodes.NoReturnRoute, VpnFindingSeverity.Error, attachment.ResourceId,
                $"The VPC's traffic finds the VPN, and what comes from the device does not find the VPC: {_association} does not lead there.",
                $"Let {_association} learn the routes of {attachment}, or associate the VPN with a table that does: New-SiteToSiteVpn with the same values and -AssociationRouteTableId.");
        if (vpc is null)
            yield break;
        List<Cidr> sent = vpc.Tables.SelectMany(table => table.Routes)
            .Where(route => route.Target == _vpn.TransitGatewayId && route.Destination is not null)
            .Select(route => route.Destination!.Value)
            .ToList();
        // A VPC never learns a transit gateway's routes by itself (Transit Gateways guide, "How transit gateways work").
        if (sent.Count == 0)
            yield return Finding(VpnFindingCodes.VpcHasNoRoute, VpnFindingSeverity.Warning, vpc.VpcId,
                $"No route table of {vpc} has a route to {_vpn.TransitGatewayId}.", "Add routes for the device's networks to the VPC's tables: they never learn them from a transit gateway.");
        foreach (Cidr network in _networks.Where(network => sent.Count > 0 && !sent.Exists(route => route.Contains(network))))
            yield return Finding(VpnFindingCodes.VpcHasNoRoute, VpnFindingSeverity.Warning, vpc.VpcId,
                $"No route table of {vpc} sends {network} to {_vpn.TransitGatewayId}.", $"Add a route for {network} to the VPC's tables: they never learn it from a transit gateway.");
        foreach (Cidr network in _networks.Where(network => vpc.Cidrs.Any(cidr => cidr.Overlaps(network))))
            yield return Finding(VpnFindingCodes.OverlapsVpc, VpnFindingSeverity.Error, $"{network}",
                $"The network overlaps the addresses of {vpc}, which stay local there.", "Renumber one side, or give routes for the parts that do not overlap.");
    }

    private VpnFinding Finding(string code, VpnFindingSeverity severity, string subject, string evidence, string fix) =>
        VpnTunnelFindings.Finding(_vpn.VpnConnectionId, code, severity, subject, evidence, fix);
}
