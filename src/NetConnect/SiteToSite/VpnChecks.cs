using System.Net;
using System.Net.Sockets;
using NetConnect.Addressing;
using NetConnect.Peering;

namespace NetConnect.SiteToSite;

/// <summary>What EC2 would refuse, or what would never carry traffic, found before anything is written.</summary>
internal static class VpnChecks
{
    // What AWS takes where nothing is given (Site-to-Site VPN User Guide, "Virtual private gateway").
    private const long DefaultAmazonSideAsn = 64512;

    public static void Refuse(VpnRequest request, VpcRouting vpc, VpnWorld world, VpnUnderway underway)
    {
        if (!IPAddress.TryParse(request.CustomerGatewayIpAddress, out IPAddress? address)
            || address.AddressFamily != AddressFamily.InterNetwork || address.ToString() != request.CustomerGatewayIpAddress)
            throw Invalid($"'{request.CustomerGatewayIpAddress}' is not an IPv4 address. Give the device's public address.", request.CustomerGatewayIpAddress);
        if (request.CustomerGatewayAsn is < 1 or > uint.MaxValue)
            throw Invalid($"{request.CustomerGatewayAsn} is not an autonomous system number. It is 1 to 4294967295; private ones are 64512 to 65534.", $"{request.CustomerGatewayAsn}");
        if (request.AmazonSideAsn is not (null or (>= 64512 and <= 65534) or (>= 4200000000 and <= 4294967294)))
            throw Invalid($"The AWS end cannot have the autonomous system number {request.AmazonSideAsn}. AWS takes 64512 to 65534 and 4200000000 to 4294967294.", $"{request.AmazonSideAsn}");
        RefuseOtherGateway(request, underway.VpnGateway);
        // An existing connection keeps the options that it has.
        if (underway.Vpn is null)
            VpnTunnelOptionRules.CheckAll(request.Tunnels, new VpnTunnelOptionContext
            {
                IsTransitGateway = false,
                CustomerGatewayHasAddress = true,
                InsideCidrsInUse = underway.VpnGateway is { } gateway ? world.InsideCidrs(vpn => vpn.VpnGatewayId == gateway.VpnGatewayId) : [],
            });
        // A BGP session between equal numbers would be internal, which AWS does not run (Site-to-Site VPN User Guide, "Customer gateway options").
        if (!request.IsStatic && (underway.VpnGateway?.AmazonSideAsn ?? request.AmazonSideAsn ?? DefaultAmazonSideAsn) == request.CustomerGatewayAsn)
            throw Invalid($"Both ends have the autonomous system number {request.CustomerGatewayAsn}. Give the device another one as -CustomerGatewayAsn.", vpc.VpcId);
        // The VPC's own addresses stay local, whatever the connection says.
        foreach (Cidr route in request.StaticRoutes)
        {
            if (vpc.Cidrs.FirstOrDefault(cidr => cidr.Contains(route)) is { PrefixLength: > 0 } own)
                throw new NetConnectException(
                    ErrorIds.RouteNotAllowed, ErrorKind.InvalidInput, $"The network {route} lies inside {own} of {vpc}, which always stays local. A VPN cannot reach it.", $"{route}");
        }
        if (underway.Vpn is { } existing && existing.StaticRoutesOnly != request.IsStatic)
            throw new NetConnectException(
                ErrorIds.VpnMismatch,
                ErrorKind.Conflict,
                $"{existing} joins these gateways already, with {(existing.StaticRoutesOnly ? "static routes" : "BGP")}, which cannot be changed. Ask for the same, or remove it first.",
                existing.VpnConnectionId);
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
        if (Differs(request.LocalIpv4NetworkCidr, existing.LocalIpv4NetworkCidr) || Differs(request.RemoteIpv4NetworkCidr, existing.RemoteIpv4NetworkCidr))
            yield return $"{existing} is there already, for {existing.LocalIpv4NetworkCidr} and {existing.RemoteIpv4NetworkCidr}, and keeps these networks.";

        static bool Differs(Cidr? wanted, string? live) => wanted is { } cidr && live is not null && cidr.ToString() != live;
    }

    private static void RefuseOtherGateway(VpnRequest request, VpnGateway? gateway)
    {
        if (gateway is not null && request.AmazonSideAsn is { } asn && gateway.AmazonSideAsn != asn)
            throw new NetConnectException(
                ErrorIds.VpnMismatch,
                ErrorKind.Conflict,
                $"The VPC's virtual private gateway {gateway} has the autonomous system number {gateway.AmazonSideAsn}, which cannot be changed. Leave -AmazonSideAsn out.",
                gateway.VpnGatewayId);
    }

    private static NetConnectException Invalid(string message, string target) => new(ErrorIds.InvalidParameter, ErrorKind.InvalidInput, message, target);
}
