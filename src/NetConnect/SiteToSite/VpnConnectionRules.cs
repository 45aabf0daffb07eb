using System.Net;
using System.Net.Sockets;
using NetConnect.Addressing;

namespace NetConnect.SiteToSite;

/// <summary>What EC2 would refuse in the request for a connection, whatever is there already.</summary>
/// <remarks>A virtual private gateway has IPv4 inside and public IPv4 outside its tunnels, no acceleration, and standard bandwidth (EC2 API reference,
/// VpnConnectionOptionsSpecification; Site-to-Site VPN User Guide, "Virtual private gateway").</remarks>
internal static class VpnConnectionRules
{
    public static void Check(VpnRequest request)
    {
        CheckDevice(request);
        if (request.TransitGatewayId is null)
            CheckVirtualPrivateGateway(request);
        if (request.OutsideIpAddressType == "PrivateIpv4" != request.TransportTransitGatewayAttachmentId is not null)
            throw VpnChecks.Invalid(
                "Private outside addresses need the Direct Connect attachment that carries them, and only they do: give -OutsideIpAddressType PrivateIpv4 and -TransportTransitGatewayAttachmentId together.",
                request.TransportTransitGatewayAttachmentId ?? request.OutsideIpAddressType!);
        if (request.TransportTransitGatewayAttachmentId is { } transport)
            ResourceId.Check("tgw-attach", transport);
        bool isIpv6 = request.TunnelInsideIpVersion == "ipv6";
        CheckNetwork(nameof(request.LocalIpv4NetworkCidr), request.LocalIpv4NetworkCidr, false, isIpv6);
        CheckNetwork(nameof(request.RemoteIpv4NetworkCidr), request.RemoteIpv4NetworkCidr, false, isIpv6);
        CheckNetwork(nameof(request.LocalIpv6NetworkCidr), request.LocalIpv6NetworkCidr, true, isIpv6);
        CheckNetwork(nameof(request.RemoteIpv6NetworkCidr), request.RemoteIpv6NetworkCidr, true, isIpv6);
        foreach (Cidr route in request.StaticRoutes)
            CheckNetwork("StaticRoute", route, isIpv6, isIpv6);
    }

    private static void CheckDevice(VpnRequest request)
    {
        AddressFamily family = request.OutsideIpAddressType == "Ipv6" ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
        if (!IPAddress.TryParse(request.CustomerGatewayIpAddress, out IPAddress? address)
            || address.AddressFamily != family || address.ToString() != request.CustomerGatewayIpAddress)
            throw VpnChecks.Invalid(
                family == AddressFamily.InterNetwork
                    ? $"'{request.CustomerGatewayIpAddress}' is not an IPv4 address. Give the device's public address."
                    : $"'{request.CustomerGatewayIpAddress}' is not an IPv6 address in its shortest form, which -OutsideIpAddressType Ipv6 asks for.",
                request.CustomerGatewayIpAddress);
        if (request.CustomerGatewayAsn is < 1 or > uint.MaxValue)
            throw VpnChecks.Invalid(
                $"{request.CustomerGatewayAsn} is not an autonomous system number. It is 1 to 4294967295; private ones are 64512 to 65534.", $"{request.CustomerGatewayAsn}");
    }

    private static void CheckVirtualPrivateGateway(VpnRequest request)
    {
        string? extra = request switch
        {
            { EnableAcceleration: true } => "-EnableAcceleration",
            { TunnelInsideIpVersion: "ipv6" } => "-TunnelInsideIpVersion ipv6",
            { TunnelBandwidth: "large" } => "-TunnelBandwidth large",
            { OutsideIpAddressType: not (null or "PublicIpv4") } => $"-OutsideIpAddressType {request.OutsideIpAddressType}",
            { TransportTransitGatewayAttachmentId: not null } => "-TransportTransitGatewayAttachmentId",
            _ => null,
        };
        if (extra is not null)
            throw VpnChecks.Invalid($"{extra} does not go with a virtual private gateway. Leave it out, or end the VPN at a transit gateway: -TransitGatewayId.", request.VpcId!);
    }

    // A tunnel carries one protocol: networks of the other would never be reached.
    private static void CheckNetwork(string name, Cidr? network, bool wantsIpv6, bool insideIsIpv6)
    {
        if (network is not { } cidr)
            return;
        if (wantsIpv6 != insideIsIpv6)
            throw VpnChecks.Invalid($"-{name} goes with tunnels that carry {(wantsIpv6 ? "IPv6" : "IPv4")}: -TunnelInsideIpVersion {(wantsIpv6 ? "ipv6" : "ipv4")}.", $"{cidr}");
        if (cidr.IsIpv6 != insideIsIpv6)
            throw VpnChecks.Invalid($"-{name} cannot be {cidr}: the tunnels carry {(insideIsIpv6 ? "IPv6" : "IPv4")}.", $"{cidr}");
    }
}
