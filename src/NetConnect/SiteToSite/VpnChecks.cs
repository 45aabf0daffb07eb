namespace NetConnect.SiteToSite;

/// <summary>What EC2 would refuse beside what is there, or what would never carry traffic, found before anything is written.</summary>
internal static class VpnChecks
{
    public static void Refuse(VpnRequest request, VpnTarget target, VpnWorld world, SiteToSiteVpn? existing)
    {
        target.Refuse(request);
        // An existing connection keeps the options that it has.
        if (existing is null)
            VpnTunnelOptionRules.CheckAll(request.Tunnels, new VpnTunnelOptionContext
            {
                IsTransitGateway = target.TransitGatewayId is not null,
                InsideIsIpv6 = request.TunnelInsideIpVersion == "ipv6",
                CustomerGatewayHasAddress = true,
                InsideCidrsInUse = target.InsideCidrsInUse(world).ToList(),
            });
        else
            RefuseOther(request, existing);
        // A BGP session between equal numbers would be internal, which AWS does not run (Site-to-Site VPN User Guide, "Customer gateway options").
        if (!request.IsStatic && target.AmazonSideAsn == request.CustomerGatewayAsn)
            throw Invalid($"Both ends have the autonomous system number {request.CustomerGatewayAsn}. Give the device another one as -CustomerGatewayAsn.", target.ToString());
    }

    /// <summary>What was asked of a connection that exists already, and is not what it has.</summary>
    public static IEnumerable<string> Unmet(VpnRequest request, SiteToSiteVpn? existing)
    {
        if (existing is null)
            yield break;
        // Which of the two tunnels was meant by which options is not known any more: any will do. Keys cannot be compared.
        if (request.Tunnels.Any(wanted => existing.Tunnels.All(tunnel =>
            TunnelOptionComparison.Differences(tunnel.Options, wanted).Any(name => name != nameof(VpnTunnelOption.PreSharedKey)))))
            yield return $"{existing} is there already, and its tunnels keep their options. Set-VpnTunnelOption changes them.";
        var asked = new VpnOptionsChange
        {
            LocalIpv4NetworkCidr = request.LocalIpv4NetworkCidr,
            RemoteIpv4NetworkCidr = request.RemoteIpv4NetworkCidr,
            LocalIpv6NetworkCidr = request.LocalIpv6NetworkCidr,
            RemoteIpv6NetworkCidr = request.RemoteIpv6NetworkCidr,
            TunnelBandwidth = request.TunnelBandwidth,
        };
        if (asked.Differences(existing) is { Count: > 0 } differences)
            yield return $"{existing} is there already, and stays as it is. Set-SiteToSiteVpn changes {string.Join(", ", differences)}.";
    }

    internal static NetConnectException Invalid(string message, string target) => new(ErrorIds.InvalidParameter, ErrorKind.InvalidInput, message, target);

    private static void RefuseOther(VpnRequest request, SiteToSiteVpn existing)
    {
        string? has = existing.StaticRoutesOnly != request.IsStatic ? existing.StaticRoutesOnly ? "static routes" : "BGP"
            : Differs(request.TunnelInsideIpVersion, existing.TunnelInsideIpVersion) ? $"{existing.TunnelInsideIpVersion} inside its tunnels"
            : Differs(request.OutsideIpAddressType, existing.OutsideIpAddressType) ? $"outside addresses of the type {existing.OutsideIpAddressType}"
            : Differs(request.TransportTransitGatewayAttachmentId, existing.TransportTransitGatewayAttachmentId) ? $"{existing.TransportTransitGatewayAttachmentId} to carry it"
            : request.EnableAcceleration is { } wanted && wanted != existing.EnableAcceleration ? existing.EnableAcceleration ? "acceleration" : "no acceleration"
            : null;
        if (has is not null)
            throw new NetConnectException(
                ErrorIds.VpnMismatch,
                ErrorKind.Conflict,
                $"{existing} joins these gateways already, with {has}, which cannot be changed. Ask for the same, or remove it first.",
                existing.VpnConnectionId);

        static bool Differs(string? wanted, string? live) => wanted is not null && live is not null && wanted != live;
    }
}
