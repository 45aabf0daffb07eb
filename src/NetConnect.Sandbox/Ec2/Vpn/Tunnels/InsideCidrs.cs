using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>The addresses within tunnels (API Reference, VpnTunnelOptionsSpecification).</summary>
internal static class InsideCidrs
{
    private const int Blocks = 1 << 14;

    private static readonly Cidr s_range = Cidr.Parse("169.254.0.0/16");
    private static readonly Cidr s_ipv6Range = Cidr.Parse("fd00::/8");

    private static readonly Cidr[] s_reserved = new[]
    {
        "169.254.0.0/30", "169.254.1.0/30", "169.254.2.0/30", "169.254.3.0/30", "169.254.4.0/30", "169.254.5.0/30", "169.254.169.252/30",
    }.Select(Cidr.Parse).ToArray();

    public static Cidr Check(string text)
    {
        if (!Cidr.TryParse(text, out Cidr? cidr) || cidr.Length != 30 || !s_range.Contains(cidr))
            throw QueryParameters.Invalid("TunnelInsideCidr", text, "Expecting a size /30 CIDR block from the 169.254.0.0/16 range.");
        if (s_reserved.Contains(cidr)) throw QueryParameters.Invalid("TunnelInsideCidr", text, "The CIDR block is reserved.");
        return cidr;
    }

    public static Cidr CheckIpv6(string text) =>
        Cidr.TryParse(text, out Cidr? cidr) && cidr.Length == 126 && s_ipv6Range.Contains(cidr)
            ? cidr
            : throw QueryParameters.Invalid("TunnelInsideIpv6Cidr", text, "Expecting a size /126 CIDR block from the fd00::/8 range.");

    /// <summary>A block that no other tunnel of the same gateway has.</summary>
    public static Cidr Free(long seed, IReadOnlyCollection<Cidr> taken) =>
        Enumerable.Range(0, Blocks).Select(i => s_range.Part(30, (int)((Spread(seed) + i) % Blocks)))
            .First(cidr => !s_reserved.Contains(cidr) && !taken.Contains(cidr));

    public static Cidr FreeIpv6(long seed, IReadOnlyCollection<Cidr> taken) =>
        Enumerable.Range(0, Blocks).Select(i => s_ipv6Range.Part(126, (int)((Spread(seed) + i) % Blocks)))
            .First(cidr => !taken.Contains(cidr));

    public static ApiException InUse(Cidr cidr, string gatewayId) => new("InvalidCidr.InUse",
        $"The inside tunnel CIDR {cidr} is already in use by another VPN tunnel for the gateway {gatewayId}.");

    // A prime far from the powers of two: blocks that follow each other do not look as if they did, as in AWS.
    private static long Spread(long seed) => seed * 7919 % Blocks;
}
