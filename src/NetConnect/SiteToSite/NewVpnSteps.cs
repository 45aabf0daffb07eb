using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>The steps that make the customer gateway and the connection, wherever it ends.</summary>
internal sealed class NewVpnSteps(IVpnApi api, OperationContext context, VpnRequest request, VpnTarget target, VpnUnderway underway)
{
    /// <summary>Makes the customer gateway of a device; also where an existing connection gets another one.</summary>
    public static PlanStep CustomerGateway(IVpnApi api, VpnRequest request, VpnUnderway underway) => new(
        "Create a customer gateway",
        $"{request.CustomerGatewayIpAddress} (ASN {request.CustomerGatewayAsn})",
        async ct =>
        {
            CustomerGateway made = await api.CreateCustomerGatewayAsync(
                request.CustomerGatewayIpAddress, request.CustomerGatewayAsn, request.DeviceName, request.Tags, ct).ConfigureAwait(false);
            underway.CustomerGateway = await underway.WhenUsableAsync(made, ct).ConfigureAwait(false);
        });

    public PlanStep Vpn(params PlanStep?[] after) => new(
        $"Create a {(request.IsStatic ? "static" : "BGP")} VPN connection to {request.CustomerGatewayIpAddress}",
        target.ToString(),
        async ct => underway.Vpn = await context.CreateOnceAsync(
            token => api.CreateVpnAsync(Creation(), token),
            async token => target.FindVpn(await VpnWorld.ReadAsync(api, token).ConfigureAwait(false), underway.CustomerGateway),
            ErrorIds.VpnMismatch,
            ct).ConfigureAwait(false),
        [.. after.OfType<PlanStep>()]);

    private VpnCreation Creation() => new()
    {
        CustomerGatewayId = underway.CustomerGateway!.CustomerGatewayId,
        VpnGatewayId = target.VpnGatewayId,
        TransitGatewayId = target.TransitGatewayId,
        StaticRoutesOnly = request.IsStatic,
        LocalIpv4NetworkCidr = request.LocalIpv4NetworkCidr?.ToString(),
        RemoteIpv4NetworkCidr = request.RemoteIpv4NetworkCidr?.ToString(),
        LocalIpv6NetworkCidr = request.LocalIpv6NetworkCidr?.ToString(),
        RemoteIpv6NetworkCidr = request.RemoteIpv6NetworkCidr?.ToString(),
        TunnelInsideIpVersion = request.TunnelInsideIpVersion,
        TunnelBandwidth = request.TunnelBandwidth,
        OutsideIpAddressType = request.OutsideIpAddressType,
        TransportTransitGatewayAttachmentId = request.TransportTransitGatewayAttachmentId,
        EnableAcceleration = request.EnableAcceleration,
        Tunnels = request.Tunnels,
        PreSharedKeyStorage = request.PreSharedKeyStorage,
        Tags = request.Tags,
    };
}
