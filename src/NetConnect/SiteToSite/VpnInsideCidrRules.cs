using NetConnect.Addressing;
using static NetConnect.SiteToSite.VpnTunnelOptionValues;

namespace NetConnect.SiteToSite;

/// <summary>Which addresses may be inside a tunnel.</summary>
internal static class VpnInsideCidrRules
{
    public static void Check(VpnTunnelOption option, VpnTunnelOptionContext context)
    {
        if (option.TunnelInsideCidr is { } ipv4)
        {
            Cidr cidr = Block(nameof(option.TunnelInsideCidr), ipv4, 30, InsideRange, "Give one like 169.254.100.0/30, or leave it to AWS.");
            if (ReservedInside.Contains(cidr))
                throw VpnTunnelOptionRules.Broken(nameof(option.TunnelInsideCidr), cidr,
                    $"AWS keeps {string.Join(", ", ReservedInside)} for itself", "Choose another /30 of 169.254.0.0/16, or leave it to AWS.");
            RefuseInUse(nameof(option.TunnelInsideCidr), cidr, context);
        }
        if (option.TunnelInsideIpv6Cidr is not { } ipv6) return;
        Cidr ipv6Cidr = Block(
            nameof(option.TunnelInsideIpv6Cidr), ipv6, 126, InsideIpv6Range, "Give one like fd00:1::/126, or leave it to AWS.");
        if (context.IsTransitGateway == false)
            throw VpnTunnelOptionRules.Broken(nameof(option.TunnelInsideIpv6Cidr), ipv6Cidr,
                "tunnels of a virtual private gateway carry IPv4 only", "Leave it out, or end the connection at a transit gateway.");
        if (context.InsideIsIpv6 == false)
            throw VpnTunnelOptionRules.Broken(nameof(option.TunnelInsideIpv6Cidr), ipv6Cidr,
                "the connection's tunnels carry IPv4", "Leave it out, or make the connection with -TunnelInsideIpVersion ipv6.");
        RefuseInUse(nameof(option.TunnelInsideIpv6Cidr), ipv6Cidr, context);
    }

    private static Cidr Block(string name, string text, int prefixLength, Cidr range, string wayOut)
    {
        if (!Cidr.TryParse(text, out Cidr cidr) || cidr.PrefixLength != prefixLength || !range.Contains(cidr))
            throw VpnTunnelOptionRules.Broken(name, text, $"it is a /{prefixLength} within {range}", wayOut);
        // EC2 would take the text as it is and refuse it.
        return cidr.ToString() == text
            ? cidr
            : throw VpnTunnelOptionRules.Broken(name, text, "it has bits beyond the prefix", $"Write {cidr}.");
    }

    private static void RefuseInUse(string name, Cidr cidr, VpnTunnelOptionContext context)
    {
        if (context.InsideCidrsInUse.Any(cidr.Overlaps))
            throw new NetConnectException(
                ErrorIds.InsideCidrInUse,
                ErrorKind.Conflict,
                $"{name} cannot be {cidr}: another tunnel of the same gateway has it. Choose another block, or leave it to AWS.",
                cidr.ToString());
    }
}
