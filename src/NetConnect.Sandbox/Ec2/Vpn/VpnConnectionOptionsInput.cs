using NetConnect.Sandbox.Ec2.Vpn.Tunnels;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>Reads the options of a new connection, and refuses what its gateway cannot do.</summary>
internal static class VpnConnectionOptionsInput
{
    private const int Tunnels = 2;
    private const string Standard = "standard";

    public static VpnConnectionOptions Read(QueryParameters options, IVpnTarget target)
    {
        bool insideIpv6 = Word(options, "TunnelInsideIpVersion", "ipv4", "ipv6") == "ipv6";
        var read = new VpnConnectionOptions
        {
            StaticRoutesOnly = options.Flag("StaticRoutesOnly") ?? false,
            EnableAcceleration = options.Flag("EnableAcceleration") ?? false,
            InsideIpv6 = insideIpv6,
            OutsideIpAddressType = Word(options, "OutsideIpAddressType", "PublicIpv4", "PrivateIpv4", "Ipv6"),
            TransportAttachmentId = options.Text("TransportTransitGatewayAttachmentId"),
            Bandwidth = Bandwidth(options),
        };
        (read.LocalNetwork, read.RemoteNetwork) = Networks(options, read);
        if (target is VpnGateway) CheckVirtualPrivateGateway(read);
        if (read.OutsideIpAddressType == "PrivateIpv4" && read.TransportAttachmentId is null)
            throw QueryParameters.Missing("TransportTransitGatewayAttachmentId");
        return read;
    }

    /// <summary>The options of the tunnels, as far as there are any.</summary>
    public static IReadOnlyList<TunnelOptions> ReadTunnels(QueryParameters options, VpnConnectionOptions shared,
        CustomerGateway customerGateway)
    {
        List<TunnelOptions> tunnels = options.Items("TunnelOptions").Select(item => TunnelOptionsInput.Read(item)).ToList();
        if (tunnels.Count > Tunnels)
            throw new ApiException("InvalidParameterValue", $"Options for more than {Tunnels} tunnels were specified.");
        foreach (TunnelOptions tunnel in tunnels)
        {
            TunnelRules.Check(tunnel, customerGateway);
            CheckInside(tunnel, shared);
        }
        while (tunnels.Count < Tunnels) tunnels.Add(TunnelOptionsInput.Read(options.Under("None")));
        return tunnels;
    }

    public static void CheckInside(TunnelOptions tunnel, VpnConnectionOptions shared)
    {
        if (tunnel.InsideIpv6Cidr is not null && !shared.InsideIpv6)
            throw new ApiException("InvalidParameterCombination",
                "An ipv6 inside cidr is not allowed for VPNs using an ipv4 inside ip version");
    }

    /// <summary>The networks behind the ends, which must be of the protocol that runs inside.</summary>
    public static (string? Local, string? Remote) Networks(QueryParameters options, VpnConnectionOptions shared)
    {
        (string local, string remote) = shared.NetworkNames;
        foreach (string name in new[] { "LocalIpv4NetworkCidr", "RemoteIpv4NetworkCidr", "LocalIpv6NetworkCidr", "RemoteIpv6NetworkCidr" })
            if (name != local && name != remote && options.Text(name) is not null)
                throw new ApiException("InvalidParameterCombination",
                    $"The parameter {name} does not go with the IP version inside of the tunnels.");
        return (TunnelOptionsInput.Network(options, local), TunnelOptionsInput.Network(options, remote));
    }

    public static string Bandwidth(QueryParameters options, string before = Standard) =>
        options.Text("TunnelBandwidth") is null ? before : Word(options, "TunnelBandwidth", Standard, "large");

    public static void CheckBandwidth(string bandwidth)
    {
        if (bandwidth != Standard) throw TransitGatewayOnly("Large tunnel bandwidth");
    }

    /// <summary>Site-to-Site VPN User Guide: all of these are for transit gateways.</summary>
    public static void CheckVirtualPrivateGateway(VpnConnectionOptions options)
    {
        string? extra = options switch
        {
            { InsideIpv6: true } => "IPv6 inside of tunnels",
            { EnableAcceleration: true } => "Acceleration",
            { OutsideIpAddressType: not "PublicIpv4" } => $"The outside IP address type {options.OutsideIpAddressType}",
            _ => null,
        };
        if (extra is not null) throw TransitGatewayOnly(extra);
        CheckBandwidth(options.Bandwidth);
    }

    private static ApiException TransitGatewayOnly(string extra) =>
        new("InvalidParameterCombination", $"{extra} is not supported for a virtual private gateway.");

    private static string Word(QueryParameters options, string name, params string[] allowed)
    {
        string word = options.Text(name) ?? allowed[0];
        return allowed.Contains(word) ? word : throw QueryParameters.Invalid(name, word, $"Valid values are {string.Join(", ", allowed)}.");
    }
}
