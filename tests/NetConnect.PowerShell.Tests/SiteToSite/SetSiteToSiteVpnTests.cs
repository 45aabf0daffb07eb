using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>A connection is changed where it stands: what is asked is there afterwards, a second run writes nothing, and outside addresses stay.</summary>
public sealed class SetSiteToSiteVpnTests : VpnTest
{
    private const string Hub = "tgw-0a110000000000001";

    [Fact]
    public void Static_routes_are_added_and_with_Prune_others_go()
    {
        Make(Office);
        Sandbox.ForgetCalls();
        Assert.Equal(3, ((object[])Make("Set-SiteToSiteVpn office -StaticRoute 192.168.0.0/16, 10.9.0.0/16").StaticRoutes.ToArray()).Length);
        Assert.Equal(["CreateVpnConnectionRoute"], WrittenActions);
        dynamic vpn = Make("Set-SiteToSiteVpn office -StaticRoute 10.9.0.0/16 -Prune");
        Assert.Equal(["10.9.0.0/16"], (IEnumerable<string>)vpn.StaticRoutes);
        Twice("Set-SiteToSiteVpn office -StaticRoute 10.9.0.0/16 -Prune");
        Assert.Empty((IEnumerable<string>)Make("Set-SiteToSiteVpn office -StaticRoute @() -Prune").StaticRoutes);
    }

    [Fact]
    public void Propagation_goes_to_the_named_tables_and_with_Prune_to_no_other()
    {
        Make(Office);
        dynamic vpn = Make("Set-SiteToSiteVpn office -RouteTableId rtb-0a110000000000002 -Prune");
        Assert.Equal(["rtb-0a110000000000002"], (IEnumerable<string>)vpn.PropagatingRouteTableIds);
        Twice("Set-SiteToSiteVpn office -RouteTableId rtb-0a110000000000002 -Prune");
        Assert.Empty((IEnumerable<string>)Make("Set-SiteToSiteVpn office -PropagateRoutes:$false -Prune").PropagatingRouteTableIds);
        Assert.Equal(3, ((IEnumerable<string>)Make("Set-SiteToSiteVpn office -PropagateRoutes").PropagatingRouteTableIds).Count());
    }

    [Fact]
    public void Another_connection_on_the_same_gateway_is_named_before_propagation_ends()
    {
        Make(Office);
        dynamic branch = Make(Branch);
        Assert.Contains((string)branch.VpnConnectionId, Assert.Single(Script("Set-SiteToSiteVpn office -PropagateRoutes:$false -Prune -WhatIf").Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_are_set_and_removed()
    {
        Make(Office);
        dynamic vpn = Make("Set-SiteToSiteVpn office -Tag @{ Team = 'net'; Cost = '7' }");
        Assert.Equal("net", vpn.Tags["Team"]);
        vpn = Make("Set-SiteToSiteVpn office -RemoveTag Cost, Never");
        Assert.Equal(["Name", "Team"], ((IReadOnlyDictionary<string, string>)vpn.Tags).Keys.Order(StringComparer.Ordinal));
        Twice("Set-SiteToSiteVpn office -Tag @{ Team = 'net' } -RemoveTag Cost");
    }

    [Fact]
    public void Another_device_gets_a_customer_gateway_and_the_connection_keeps_its_addresses()
    {
        dynamic before = Make(Office);
        Sandbox.ForgetCalls();
        Invocation run = Script("Set-SiteToSiteVpn office -CustomerGatewayIpAddress 198.51.100.77");
        dynamic vpn = run.Single();
        Assert.Equal(["CreateCustomerGateway", "ModifyVpnConnection"], WrittenActions);
        Assert.Contains("Both tunnels", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(("198.51.100.77", 65000L, "available"), ((string)vpn.CustomerGatewayIpAddress, (long)vpn.CustomerGatewayAsn, (string)vpn.State));
        Assert.Equal(Addresses(before), Addresses(vpn));
        Twice("Set-SiteToSiteVpn office -CustomerGatewayIpAddress 198.51.100.77");
        // One that is there is used.
        Make("Set-SiteToSiteVpn office -CustomerGatewayIpAddress 198.51.100.7");
        Assert.Equal(["ModifyVpnConnection"], WrittenActions);
    }

    [Fact]
    public void Networks_change_by_one_call()
    {
        Make(Office);
        Sandbox.ForgetCalls();
        dynamic vpn = Make("Set-SiteToSiteVpn office -LocalIpv4NetworkCidr 192.168.0.0/16 -RemoteIpv4NetworkCidr 10.1.0.0/16");
        Assert.Equal(("192.168.0.0/16", "10.1.0.0/16"), ((string)vpn.LocalIpv4NetworkCidr, (string)vpn.RemoteIpv4NetworkCidr));
        Assert.Equal(["ModifyVpnConnectionOptions"], WrittenActions);
        Twice("Set-SiteToSiteVpn office -LocalIpv4NetworkCidr 192.168.0.0/16");
    }

    [Fact]
    public void A_static_connection_moves_to_a_transit_gateway_with_its_routes_and_back()
    {
        dynamic before = Make(Office);
        Refuses("InvalidParameter", $"Set-SiteToSiteVpn office -TransitGatewayId {Hub}");
        dynamic moved = Make($"Set-SiteToSiteVpn office -TransitGatewayId {Hub} -StaticRoute 192.168.0.0/16, 172.16.0.0/12");
        Assert.Equal((Hub, (string?)null), ((string)moved.TransitGatewayId, (string?)moved.VpnGatewayId));
        Assert.Equal(["172.16.0.0/12", "192.168.0.0/16"], ((IEnumerable<string>)moved.StaticRoutes).Order(StringComparer.Ordinal));
        Assert.Equal(Addresses(before), Addresses(moved));
        Twice($"Set-SiteToSiteVpn office -TransitGatewayId {Hub} -StaticRoute 192.168.0.0/16, 172.16.0.0/12");
        dynamic back = Make($"Set-SiteToSiteVpn office -VpnGatewayId {before.VpnGatewayId} -StaticRoute 192.168.0.0/16");
        Assert.Equal((string)before.VpnGatewayId, (string)back.VpnGatewayId);
        Assert.Equal(["192.168.0.0/16"], (IEnumerable<string>)back.StaticRoutes);
    }

    [Fact]
    public void With_NoWait_the_connection_comes_back_while_it_is_modified()
    {
        Make(Office);
        // The sandbox's clock runs fast, and a busy machine may look too late: one undisturbed change of a few shows it.
        Assert.Contains(Enumerable.Range(77, 5), end => (string)Make($"Set-SiteToSiteVpn office -CustomerGatewayIpAddress 198.51.100.{end} -NoWait").State == "modifying");
        Assert.Equal("available", (string)Make("Set-SiteToSiteVpn office -CustomerGatewayIpAddress 198.51.100.77").State);
    }

    [Theory]
    [InlineData("VpnMismatch", "Set-SiteToSiteVpn branch -StaticRoute 192.168.0.0/16")]
    [InlineData("VpnMismatch", "Set-SiteToSiteVpn office -CustomerGatewayIpAddress 198.51.100.8 -CustomerGatewayAsn 65010")]
    [InlineData("InvalidParameter", "Set-SiteToSiteVpn branch -CustomerGatewayAsn 64512")]
    [InlineData("InvalidParameter", "Set-SiteToSiteVpn office -CustomerGatewayIpAddress no.such.address")]
    [InlineData("InvalidParameter", "Set-SiteToSiteVpn office -VpnGatewayId vgw-0123456789abcdef0 -TransitGatewayId tgw-0123456789abcdef0")]
    [InlineData("InvalidParameter", "Set-SiteToSiteVpn office -PropagationRouteTableId tgw-rtb-0123456789abcdef0")]
    [InlineData("InvalidParameter", "Set-SiteToSiteVpn office -Tag @{ Team = 'net' } -RemoveTag Team")]
    [InlineData("TransitGatewayNotFound", "Set-SiteToSiteVpn branch -TransitGatewayId tgw-0123456789abcdef0")]
    [InlineData("VpnStateConflict", "Set-SiteToSiteVpn branch -VpnGatewayId vgw-0123456789abcdef0")]
    [InlineData("RouteNotAllowed", "Set-SiteToSiteVpn office -StaticRoute 10.1.1.0/24")]
    [InlineData("RouteTableNotFound", "Set-SiteToSiteVpn office -RouteTableId rtb-0123456789abcdef0")]
    [InlineData("MalformedCidr", "Set-SiteToSiteVpn office -StaticRoute everything")]
    [InlineData("VpnNotFound", "Set-SiteToSiteVpn nowhere -StaticRoute 192.168.0.0/16")]
    public void What_cannot_work_is_refused_before_anything_is_written(string errorId, string command)
    {
        Make(Office);
        Make(Branch);
        Refuses(errorId, command);
    }

    // Runs a command that has been run already.
    private void Twice(string command)
    {
        Sandbox.ForgetCalls();
        Script(command);
        Assert.Empty(Sandbox.Writes);
    }

    private static IEnumerable<string> Addresses(dynamic vpn)
    {
        foreach (dynamic tunnel in vpn.Tunnels)
            yield return (string)tunnel.OutsideIpAddress;
    }
}
