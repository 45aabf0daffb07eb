using NetConnect.Addressing;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>The steps that make a site-to-site VPN, each waiting for what it builds on.</summary>
internal sealed class NewVpnSteps(IVpnApi api, OperationContext context, VpnRequest request, VpcRouting vpc, VpnUnderway underway)
{
    public PlanStep CustomerGateway() => new(
        "Create a customer gateway",
        $"{request.CustomerGatewayIpAddress} (ASN {request.CustomerGatewayAsn})",
        async ct =>
        {
            CustomerGateway made = await api.CreateCustomerGatewayAsync(
                request.CustomerGatewayIpAddress, request.CustomerGatewayAsn, request.DeviceName, request.Tags, ct).ConfigureAwait(false);
            underway.CustomerGateway = await underway.WhenUsableAsync(made, ct).ConfigureAwait(false);
        });

    // A gateway whose create was lost bears our tags, but so may others: one that is attached to nothing is taken, which does no harm.
    public PlanStep VpnGateway() => new(
        "Create a virtual private gateway",
        request.AmazonSideAsn is { } asn ? $"ASN {asn}" : "with AWS's own ASN",
        async ct =>
        {
            VpnGateway made = await context.CreateOnceAsync(
                token => api.CreateVpnGatewayAsync(request.AmazonSideAsn, request.Tags, token),
                async token => (await api.ListVpnGatewaysAsync(token).ConfigureAwait(false)).FirstOrDefault(gateway =>
                    VpnStates.IsLive(gateway.State) && gateway.VpcId is null && request.Tags.Count > 0 && !gateway.Tags.Lacks(request.Tags)),
                ErrorIds.VpnMismatch,
                ct).ConfigureAwait(false);
            underway.VpnGateway = await underway.WhenUsableAsync(made, ct).ConfigureAwait(false);
        });

    public PlanStep Attachment(PlanStep made) => new(
        "Attach the virtual private gateway", vpc.ToString(), ct => api.AttachVpnGatewayAsync(underway.VpnGateway!.VpnGatewayId, vpc.VpcId, ct), made);

    public PlanStep Vpn(params PlanStep?[] after) => new(
        $"Create a {(request.IsStatic ? "static" : "BGP")} VPN connection to {request.CustomerGatewayIpAddress}",
        vpc.ToString(),
        async ct => underway.Vpn = await context.CreateOnceAsync(
            token => api.CreateVpnAsync(
                new VpnCreation
                {
                    CustomerGatewayId = underway.CustomerGateway!.CustomerGatewayId,
                    VpnGatewayId = underway.VpnGateway!.VpnGatewayId,
                    StaticRoutesOnly = request.IsStatic,
                    LocalIpv4NetworkCidr = request.LocalIpv4NetworkCidr?.ToString(),
                    RemoteIpv4NetworkCidr = request.RemoteIpv4NetworkCidr?.ToString(),
                    Tunnels = request.Tunnels,
                    PreSharedKeyStorage = request.PreSharedKeyStorage,
                    Tags = request.Tags,
                },
                token),
            async token => (await VpnWorld.ReadAsync(api, token).ConfigureAwait(false)).FindVpn(
                underway.CustomerGateway!.CustomerGatewayId, underway.VpnGateway!.VpnGatewayId),
            ErrorIds.VpnMismatch,
            ct).ConfigureAwait(false),
        [.. after.OfType<PlanStep>()]);

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
            await underway.WhenAttachedAsync(ct).ConfigureAwait(false);
            await api.SetPropagationAsync(table.RouteTableId, underway.VpnGateway!.VpnGatewayId, enabled: true, ct).ConfigureAwait(false);
        },
        after is null ? [] : [after]);
}
