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
    public void Set_SiteToSiteVpn_shows_each_change_in_its_order()
    {
        Make(Office);
        Shows(
            "Set-SiteToSiteVpn office -CustomerGatewayIpAddress 198.51.100.77 -LocalIpv4NetworkCidr 192.168.0.0/16 -StaticRoute 192.168.0.0/16, 10.9.0.0/16 " +
            "-RouteTableId rtb-0a110000000000002 -Prune -Tag @{ Team = 'net' } -RemoveTag Name",
            "Create a customer gateway",
            "Change the customer gateway to 198.51.100.77 (ASN 65000)",
            "Change LocalIpv4NetworkCidr to 192.168.0.0/16",
            "Add static route 10.9.0.0/16",
            "Remove static route 172.16.0.0/12",
            "Stop propagating the VPN's routes",
            "Stop propagating the VPN's routes",
            "Tag the VPN connection",
            "Remove the tags Name");
    }

    [Fact]
    public void A_move_to_a_transit_gateway_shows_that_static_routes_go_first_and_come_after()
    {
        Make(Office);
        Shows(
            "Set-SiteToSiteVpn office -TransitGatewayId hub -StaticRoute 192.168.0.0/16",
            "Remove static route 172.16.0.0/12",
            "Remove static route 192.168.0.0/16",
            "Move the VPN connection to tgw-0a110000000000001",
            "Add static route 192.168.0.0/16");
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
