namespace NetConnect.Sandbox.Tests.Vpn;

public sealed class TunnelOptionTests : VpnTest
{
    private const string First = "Options.TunnelOptions.1.";

    [Theory]
    [InlineData("TunnelInsideCidr", "169.254.5.0/30")]
    [InlineData("TunnelInsideCidr", "169.254.169.252/30")]
    [InlineData("TunnelInsideCidr", "169.254.10.0/29")]
    [InlineData("TunnelInsideCidr", "10.0.0.0/30")]
    [InlineData("PreSharedKey", "short12")]
    [InlineData("PreSharedKey", "0starts.with.zero")]
    [InlineData("PreSharedKey", "has+a/slash+1")]
    [InlineData("Phase1LifetimeSeconds", "899")]
    [InlineData("Phase2LifetimeSeconds", "3601")]
    [InlineData("RekeyMarginTimeSeconds", "59")]
    [InlineData("RekeyMarginTimeSeconds", "1801")]
    [InlineData("RekeyFuzzPercentage", "101")]
    [InlineData("ReplayWindowSize", "63")]
    [InlineData("DPDTimeoutSeconds", "29")]
    [InlineData("DPDTimeoutAction", "reboot")]
    [InlineData("StartupAction", "begin")]
    [InlineData("IKEVersion.1.Value", "ikev3")]
    [InlineData("Phase1EncryptionAlgorithm.1.Value", "3DES")]
    [InlineData("Phase2IntegrityAlgorithm.1.Value", "MD5")]
    [InlineData("Phase1DHGroupNumber.1.Value", "5")]
    [InlineData("Phase2DHGroupNumber.1.Value", "1")]
    public async Task An_option_out_of_its_bounds_is_refused(string option, string value) =>
        Assert.Equal("InvalidParameterValue", await Network.ErrorAsync("CreateVpnConnection",
            Request(await CustomerGatewayAsync(), await VpnGatewayAsync(), (First + option, value))));

    [Fact]
    public async Task Options_must_agree_with_each_other()
    {
        string customer = await CustomerGatewayAsync();
        string gateway = await VpnGatewayAsync();
        Assert.Equal("InvalidParameterValue", await RefusedAsync(("Phase1LifetimeSeconds", "1800"), ("Phase2LifetimeSeconds", "1800")));
        Assert.Equal("InvalidParameterValue", await RefusedAsync(("Phase2LifetimeSeconds", "900"), ("RekeyMarginTimeSeconds", "451")));
        Assert.Equal("InvalidParameterCombination", await RefusedAsync(("StartupAction", "start"), ("IKEVersion.1.Value", "ikev1")));
        Assert.Equal("InvalidParameterCombination", await RefusedAsync(("TunnelInsideIpv6Cidr", "fd00::/126")));

        Task<string> RefusedAsync(params (string Name, string Value)[] options) => Network.ErrorAsync("CreateVpnConnection",
            Request(customer, gateway, options.Select(option => (First + option.Name, option.Value)).ToArray()));
    }

    [Fact]
    public async Task Two_tunnels_cannot_have_the_same_inside_block() =>
        Assert.Equal("InvalidCidr.InUse", await Network.ErrorAsync("CreateVpnConnection", Request(await CustomerGatewayAsync(),
            await VpnGatewayAsync(), (First + "TunnelInsideCidr", "169.254.10.0/30"),
            ("Options.TunnelOptions.2.TunnelInsideCidr", "169.254.10.0/30"))));

    [Theory]
    [InlineData("EnableAcceleration", "true")]
    [InlineData("TunnelInsideIpVersion", "ipv6")]
    [InlineData("TunnelBandwidth", "large")]
    [InlineData("OutsideIpAddressType", "PrivateIpv4")]
    [InlineData("LocalIpv6NetworkCidr", "2001:db8::/32")]
    public async Task What_only_transit_gateways_can_do_is_refused(string option, string value) =>
        Assert.Equal("InvalidParameterCombination", await Network.ErrorAsync("CreateVpnConnection",
            Request(await CustomerGatewayAsync(), await VpnGatewayAsync(), ("Options." + option, value))));
}
