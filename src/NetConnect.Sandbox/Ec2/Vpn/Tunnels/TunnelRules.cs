using System.Globalization;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>What the options of a tunnel must be together (API Reference, VpnTunnelOptionsSpecification).</summary>
internal static class TunnelRules
{
    public static void Check(TunnelOptions options, CustomerGateway customerGateway)
    {
        int phase2 = options.Number(TunnelOption.Phase2Lifetime);
        if (phase2 >= options.Number(TunnelOption.Phase1Lifetime))
            throw Invalid(TunnelOption.Phase2Lifetime, phase2, "It must be less than the value for phase1LifetimeSeconds.");
        int margin = options.Number(TunnelOption.RekeyMargin);
        if (margin > phase2 / 2)
            throw Invalid(TunnelOption.RekeyMargin, margin, "It must not be more than half of phase2LifetimeSeconds.");
        if (options.Word(TunnelOption.Startup) != "start") return;
        // Site-to-Site VPN User Guide, "VPN tunnel initiation options": AWS calls by IKEv2 only, and needs an address to call.
        if (!options.Values(TunnelOption.IkeVersions).Contains("ikev2"))
            throw new ApiException("InvalidParameterCombination", "The startup action start is supported for IKEv2 only.");
        if (customerGateway.IpAddress is null)
            throw new ApiException("InvalidParameterCombination",
                "The startup action start needs a customer gateway that is configured with an IP address.");
    }

    private static ApiException Invalid(TunnelOption option, int value, string why) =>
        QueryParameters.Invalid(option.Parameter, value.ToString(CultureInfo.InvariantCulture), why);
}
