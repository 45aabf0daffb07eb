using System.Net;
using System.Net.Sockets;
using NetConnect.Addressing;
using NetConnect.Peering;

namespace NetConnect.SiteToSite;

/// <summary>What EC2 would refuse, or what would never carry traffic, found before anything is written.</summary>
internal static class VpnChecks
{
    public static void Refuse(VpnRequest request, VpcRouting vpc, VpnUnderway underway)
    {
        if (!IPAddress.TryParse(request.CustomerGatewayIpAddress, out IPAddress? address)
            || address.AddressFamily != AddressFamily.InterNetwork || address.ToString() != request.CustomerGatewayIpAddress)
            throw Invalid($"'{request.CustomerGatewayIpAddress}' is not an IPv4 address. Give the device's public address.", request.CustomerGatewayIpAddress);
        if (request.CustomerGatewayAsn is < 1 or > uint.MaxValue)
            throw Invalid($"{request.CustomerGatewayAsn} is not an autonomous system number. It is 1 to 4294967295; private ones are 64512 to 65534.", $"{request.CustomerGatewayAsn}");
        if (request.Tunnels.Count > 2)
            throw Invalid("A connection has two tunnels: give the options of two at most.", vpc.VpcId);
        // A BGP session between equal numbers would be internal, which AWS does not run (Site-to-Site VPN User Guide, "Customer gateway options").
        if (!request.IsStatic && (underway.VpnGateway?.AmazonSideAsn ?? request.AmazonSideAsn) == request.CustomerGatewayAsn)
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

    private static NetConnectException Invalid(string message, string target) => new(ErrorIds.InvalidParameter, ErrorKind.InvalidInput, message, target);
}
