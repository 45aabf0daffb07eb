using NetConnect.Addressing;
using NetConnect.SiteToSite;

namespace NetConnect.Tests.SiteToSite;

public sealed class VpnTunnelOptionRulesTests
{
    private static readonly VpnTunnelOption s_none = new();
    private static readonly VpnTunnelOptionContext s_virtualPrivate = new() { IsTransitGateway = false, CustomerGatewayHasAddress = true };
    private static readonly VpnTunnelOptionContext s_transit = new() { IsTransitGateway = true, CustomerGatewayHasAddress = false };

    public static TheoryData<string, VpnTunnelOption, VpnTunnelOption, string> Values => VpnTunnelOptionRuleTable.Values;

    public static TheoryData<string, VpnTunnelOption, VpnTunnelOption, string> InsideCidrs => VpnTunnelOptionRuleTable.InsideCidrs;

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(InsideCidrs), DisableDiscoveryEnumeration = true)]
    public void A_rule_lets_pass_what_is_right_and_says_what_is_wrong(string rule, VpnTunnelOption right, VpnTunnelOption wrong, string words)
    {
        Assert.NotEmpty(rule);
        VpnTunnelOptionRules.Check(right);
        NetConnectException refusal = Assert.Throws<NetConnectException>(() => VpnTunnelOptionRules.Check(wrong));

        Assert.Equal((ErrorIds.VpnOptionInvalid, ErrorKind.InvalidInput), (refusal.ErrorId, refusal.Kind));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(refusal.Target);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_left_to_aws_pass_anywhere()
    {
        VpnTunnelOptionRules.Check(s_none);
        VpnTunnelOptionRules.Check(s_none, s_virtualPrivate);
        VpnTunnelOptionRules.CheckAll([s_none, s_none], s_transit);
    }

    [Fact]
    public void Ipv6_inside_a_tunnel_needs_a_transit_gateway()
    {
        VpnTunnelOption option = s_none with { TunnelInsideIpv6Cidr = "fd00:1::/126" };

        VpnTunnelOptionRules.Check(option, s_transit);
        Assert.Contains("virtual private gateway", Refusal(option, s_virtualPrivate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Aws_cannot_begin_towards_a_gateway_without_an_address()
    {
        VpnTunnelOption option = s_none with { StartupAction = "start" };

        VpnTunnelOptionRules.Check(option, s_virtualPrivate);
        Assert.Contains("no address", Refusal(option, s_transit).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("169.254.7.0/30", null)]
    [InlineData(null, "fd00:7::/126")]
    public void An_inside_cidr_belongs_to_one_tunnel_of_a_gateway(string? ipv4, string? ipv6)
    {
        VpnTunnelOption option = s_none with { TunnelInsideCidr = ipv4, TunnelInsideIpv6Cidr = ipv6 };
        VpnTunnelOptionContext context = s_transit with { InsideCidrsInUse = [Cidr.Parse("169.254.7.0/30"), Cidr.Parse("fd00:7::/126")] };

        NetConnectException refusal = Refusal(option, context);
        Assert.Equal((ErrorIds.InsideCidrInUse, ErrorKind.Conflict, ipv4 ?? ipv6), (refusal.ErrorId, refusal.Kind, refusal.Target));
        NetConnectException twice = Assert.Throws<NetConnectException>(() => VpnTunnelOptionRules.CheckAll([option, option], s_transit));
        Assert.Equal(ErrorIds.InsideCidrInUse, twice.ErrorId);
        VpnTunnelOptionRules.CheckAll([option, s_none], s_transit);
    }

    [Fact]
    public void A_connection_has_two_tunnels() =>
        Assert.Throws<NetConnectException>(() => VpnTunnelOptionRules.CheckAll([s_none, s_none, s_none]));

    [Fact]
    public void A_change_is_measured_against_what_the_tunnel_keeps()
    {
        VpnTunnelOptionContext context = s_virtualPrivate with
        {
            Current = new() { Phase2LifetimeSeconds = 1200, RekeyMarginTimeSeconds = 600, IkeVersions = ["ikev1"] },
        };

        VpnTunnelOptionRules.Check(s_none with { Phase1LifetimeSeconds = 1800 }, context);
        Refuses(s_none with { Phase1LifetimeSeconds = 1200 }, "Phase1LifetimeSeconds, 1200");
        Refuses(s_none with { Phase2LifetimeSeconds = 1100 }, "RekeyMarginTimeSeconds");
        Refuses(s_none with { StartupAction = "start" }, "IKEv2 only");
        VpnTunnelOptionRules.Check(s_none with { StartupAction = "start", IkeVersions = ["ikev2"] }, context);
        Refuses(s_none with { LogEnabled = true }, "LogGroupArn");
        VpnTunnelOptionRules.Check(
            s_none with { LogEnabled = true }, context with { Current = new() { LogGroupArn = "arn:aws:logs:eu-west-1:111111111111:log-group:vpn" } });

        void Refuses(VpnTunnelOption change, string words) => Assert.Contains(words, Refusal(change, context).Message, StringComparison.Ordinal);
    }

    private static NetConnectException Refusal(VpnTunnelOption option, VpnTunnelOptionContext context) =>
        Assert.Throws<NetConnectException>(() => VpnTunnelOptionRules.Check(option, context));
}
