using NetConnect.SiteToSite;

namespace NetConnect.Tests.SiteToSite;

public sealed class VpnTunnelPresetsTests
{
    public static TheoryData<string> Names => [.. VpnTunnelPresets.All.Select(preset => preset.Name)];

    [Fact]
    public void There_are_three() =>
        Assert.Equal(["Compatible", "Recommended", "CNSA"], VpnTunnelPresets.All.Select(preset => preset.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_preset_passes_the_rules_with_either_gateway(string name)
    {
        foreach (bool isTransitGateway in new[] { false, true })
            VpnTunnelOptionRules.Check(
                VpnTunnelPresets.Get(name).Option,
                new() { IsTransitGateway = isTransitGateway, CustomerGatewayHasAddress = true });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_preset_says_which_groups_it_contains(string name)
    {
        VpnTunnelPreset preset = VpnTunnelPresets.Get(name);
        Assert.All(preset.Option.Phase1DHGroupNumbers!, number => Assert.Contains($" {number}", preset.Description, StringComparison.Ordinal));
        Assert.All(preset.Option.IkeVersions!, version => Assert.Contains(version, preset.Description, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(name, preset.ToString());
    }

    [Fact]
    public void Only_the_compatible_preset_allows_what_is_weak()
    {
        foreach (VpnTunnelPreset preset in VpnTunnelPresets.All.Where(preset => preset.Name != "Compatible"))
        {
            VpnTunnelOption option = preset.Option;
            Assert.Equal(["ikev2"], option.IkeVersions!);
            Assert.DoesNotContain("SHA1", option.Phase1IntegrityAlgorithms!.Concat(option.Phase2IntegrityAlgorithms!));
            Assert.DoesNotContain(2, option.Phase1DHGroupNumbers!.Concat(option.Phase2DHGroupNumbers!));
        }
    }

    [Fact]
    public void Own_options_come_before_those_of_the_preset()
    {
        VpnTunnelOption option = VpnTunnelPresets.Get("cnsa").Apply(new() { StartupAction = "add", TunnelInsideCidr = "169.254.9.0/30" });

        Assert.Equal(("add", "restart", "169.254.9.0/30"), (option.StartupAction, option.DpdTimeoutAction, option.TunnelInsideCidr));
        Assert.Equal([20], option.Phase2DHGroupNumbers!);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_those_that_exist() =>
        Assert.Contains(
            "Compatible, Recommended, CNSA",
            Assert.Throws<NetConnectException>(() => VpnTunnelPresets.Get("Fast")).Message,
            StringComparison.Ordinal);
}
