using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.TransitGateways;
using NetConnect.Sandbox.Ec2.Vpn.Tunnels;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>Makes a connection with its two tunnels, and fills in what the caller left open.</summary>
internal static class VpnConnectionFactory
{
    // For benchmarks between networks (RFC 2544): nobody's addresses, and more of them than the ranges for documentation have.
    private static readonly Cidr s_outside = Cidr.Parse("198.18.0.0/15");

    public static VpnConnection Create(Ec2Call call, IVpnTarget target, CustomerGateway customerGateway,
        VpnConnectionOptions options, IReadOnlyList<TunnelOptions> tunnels)
    {
        var connection = new VpnConnection(call.Region, call.NewId(ResourceKind.VpnConnection), target, customerGateway, options);
        List<Cidr> taken = TakenInside(call.Region, target, v6: false).Concat(tunnels.Select(tunnel => tunnel.InsideCidr).OfType<Cidr>())
            .ToList();
        List<Cidr> takenIpv6 = TakenInside(call.Region, target, v6: true)
            .Concat(tunnels.Select(tunnel => tunnel.InsideIpv6Cidr).OfType<Cidr>()).ToList();
        foreach (TunnelOptions tunnel in tunnels)
        {
            Cidr inside = tunnel.InsideCidr ?? InsideCidrs.Free(call.World.NextSequence(), taken);
            Cidr? insideIpv6 = tunnel.InsideIpv6Cidr
                ?? (options.InsideIpv6 ? InsideCidrs.FreeIpv6(call.World.NextSequence(), takenIpv6) : null);
            taken.Add(inside);
            if (insideIpv6 is not null) takenIpv6.Add(insideIpv6);
            var filled = new TunnelOptions(new Dictionary<TunnelOption, IReadOnlyList<string>>())
            {
                InsideCidr = inside,
                InsideIpv6Cidr = insideIpv6,
                PreSharedKey = tunnel.PreSharedKey ?? PreSharedKeys.Generate(call.World),
            };
            connection.Tunnels.Add(new VpnTunnel(connection, NextOutside(call.World), tunnel.With(filled)));
        }
        if (connection.TransitGateway is { } gateway) TransitGatewayRules.Attach(gateway, connection);
        return call.Region.VpnConnections.Add(connection);
    }

    /// <summary>
    /// The inside blocks that tunnels of the same gateway have: IPv4 ones must only differ on a virtual private gateway (Site-to-Site
    /// VPN User Guide, "Tunnel options"), IPv6 ones on a transit gateway.
    /// </summary>
    public static IEnumerable<Cidr> TakenInside(Ec2Region region, IVpnTarget target, bool v6, VpnTunnel? except = null) =>
        region.VpnConnections.Live().Where(known => known.Target == target && (v6 || target is VpnGateway))
            .SelectMany(known => known.Tunnels).Where(tunnel => tunnel != except)
            .Select(tunnel => v6 ? tunnel.Options.InsideIpv6Cidr : tunnel.Options.InsideCidr).OfType<Cidr>();

    // The prime makes neighbours of what is far apart: the second tunnel's address can be the lower one, as in AWS.
    private static string NextOutside(SandboxWorld world)
    {
        int position = (int)(world.NextSequence() * 48271 % ((1 << 17) - 2)) + 1;
        return s_outside.Part(32, position).ToString().Split('/')[0];
    }
}
