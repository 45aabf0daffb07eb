namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>-WhatIf shows the steps that are missing, and writes nothing.</summary>
public sealed class VpnWhatIfTests : VpnTest
{
    [Fact]
    public void New_SiteToSiteVpn_shows_all_steps_of_an_empty_start() => Shows(
        "New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 192.168.0.0/16 -RouteTableId rtb-0a110000000000002",
        "Create a customer gateway",
        "Create a virtual private gateway",
        "Attach the virtual private gateway",
        "Create a static VPN connection to 198.51.100.7",
        "Add static route 192.168.0.0/16",
        "Propagate the VPN's routes");

    [Fact]
    public void New_SiteToSiteVpn_shows_only_what_is_missing()
    {
        Make(Office);
        Shows("New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 10.200.0.0/16", "Add static route 10.200.0.0/16");
    }

    [Fact]
    public void Changes_of_tunnels_name_the_options_that_differ()
    {
        Make(Office);
        BringUp("office");
        Shows(
            "Set-VpnTunnelOption office (New-VpnTunnelOption -Phase1LifetimeSeconds 14400 -StartupAction start)",
            "Change Phase1LifetimeSeconds, StartupAction",
            "Change Phase1LifetimeSeconds, StartupAction");
    }

    [Fact]
    public void Remove_SiteToSiteVpn_shows_propagation_first_and_the_gateway_last()
    {
        Make(Office);
        Shows(
            "Remove-SiteToSiteVpn office -IncludeGateway",
            "Stop propagating the VPN's routes",
            "Stop propagating the VPN's routes",
            "Stop propagating the VPN's routes",
            "Delete the VPN connection",
            "Delete the customer gateway",
            "Detach the virtual private gateway",
            "Delete the virtual private gateway");
    }

    private void Shows(string command, params string[] actions)
    {
        Sandbox.ForgetCalls();
        Assert.Empty(Script($"{command} -WhatIf").Output);
        Assert.Empty(Sandbox.Writes);
        Assert.Equal(
            actions,
            Sandbox.Prompts.Text.Split('\n').Where(line => line.StartsWith("What if: ", StringComparison.Ordinal)).Select(line => line.Split('"')[1]));
    }
}
