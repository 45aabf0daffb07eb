using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>VPNs onto the transit gateway hub, whose default table is hub-all; hub-sites is another.</summary>
public sealed class TransitVpnTests : VpnTest
{
    private const string HubAll = "tgw-rtb-0a110000000000001";
    private const string HubSites = "tgw-rtb-0a110000000000002";
    private const string Plant = "New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.9 -CustomerGatewayAsn 65020 -Tag @{ Name = 'plant' }";
    private const string Depot = "New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.10 -StaticRoute 192.168.0.0/16, 172.16.0.0/12 -Tag @{ Name = 'depot' }";

    [Fact]
    public void What_the_gateway_does_by_default_takes_no_step()
    {
        dynamic vpn = Make(Plant);
        Assert.Equal(["CreateCustomerGateway", "CreateVpnConnection"], WrittenActions);
        Assert.Equal(("available", "tgw-0a110000000000001", null), ((string)vpn.State, (string)vpn.TransitGatewayId, (string?)vpn.VpnGatewayId));
        Assert.Equal((HubAll, 64600L), ((string)vpn.AssociationRouteTableId, (long)vpn.AmazonSideAsn));
        Assert.Equal([HubAll], (IEnumerable<string>)vpn.PropagatingRouteTableIds);
        Sandbox.ForgetCalls();
        Make($"{Plant} -AssociationRouteTableId hub-all -PropagationRouteTableId {HubAll}");
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void Static_routes_go_into_the_table_that_would_learn_them()
    {
        dynamic made = Make(Depot);
        dynamic seen = Script("Get-SiteToSiteVpn depot").Single();
        foreach (dynamic vpn in new[] { made, seen })
        {
            Assert.Equal(["172.16.0.0/12", "192.168.0.0/16"], ((IEnumerable<string>)vpn.StaticRoutes).Order());
            Assert.All((IEnumerable<dynamic>)vpn.TransitGatewayRoutes, route => Assert.Equal((HubAll, "active"), ((string)route.TransitGatewayRouteTableId, (string)route.State)));
            Assert.StartsWith("tgw-attach-", (string)vpn.TransitGatewayAttachmentId, StringComparison.Ordinal);
        }
        Sandbox.ForgetCalls();
        Make(Depot);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void Other_tables_are_associated_and_learn_instead_of_the_default_ones()
    {
        dynamic vpn = Make($"{Plant} -AssociationRouteTableId hub-sites -PropagationRouteTableId hub-all, hub-sites");
        Assert.Equal(
            ["AssociateTransitGatewayRouteTable", "DisassociateTransitGatewayRouteTable", "EnableTransitGatewayRouteTablePropagation"],
            WrittenActions.Where(action => action.Contains("RouteTable", StringComparison.Ordinal)).Order());
        Assert.Equal(HubSites, (string)vpn.AssociationRouteTableId);
        Assert.Equal([HubAll, HubSites], ((IEnumerable<string>)vpn.PropagatingRouteTableIds).Order());
        Sandbox.ForgetCalls();
        Make($"{Plant} -AssociationRouteTableId hub-sites -PropagationRouteTableId hub-all, hub-sites");
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void Options_of_transit_gateways_arrive_and_are_shown()
    {
        dynamic vpn = Make(
            """
            New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.11 -StaticRoute 2001:db8:77::/48 -TunnelInsideIpVersion ipv6 -TunnelBandwidth large -EnableAcceleration `
                -LocalIpv6NetworkCidr 2001:db8:77::/48 -RemoteIpv6NetworkCidr 2001:db8::/32 -TunnelOption (New-VpnTunnelOption -TunnelInsideIpv6Cidr fd00:77::/126)
            """);
        Assert.Equal(("ipv6", "large", true), ((string)vpn.TunnelInsideIpVersion, (string)vpn.TunnelBandwidth, (bool)vpn.EnableAcceleration));
        Assert.Equal(("2001:db8:77::/48", "2001:db8::/32"), ((string)vpn.LocalIpv6NetworkCidr, (string)vpn.RemoteIpv6NetworkCidr));
        Assert.Equal(["2001:db8:77::/48"], (IEnumerable<string>)vpn.StaticRoutes);
        Refuses("InsideCidrInUse", "New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.12 -TunnelInsideIpVersion ipv6 -TunnelOption (New-VpnTunnelOption -TunnelInsideIpv6Cidr fd00:77::/126)");
        Refuses("VpnMismatch", "New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.11 -Static -TunnelInsideIpVersion ipv4");
        Refuses("VpnMismatch", "New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.11 -Static -EnableAcceleration:$false");
    }

    [Theory]
    [InlineData("10.9.0.7", "PrivateIpv4", "-TransportTransitGatewayAttachmentId tgw-attach-0123456789abcdef0")]
    [InlineData("2001:db8::7", "Ipv6", "")]
    public void Outside_addresses_may_be_private_or_IPv6(string address, string type, string more)
    {
        dynamic vpn = Make($"New-SiteToSiteVpn -TransitGatewayId hub {address} -OutsideIpAddressType {type} {more}");
        Assert.Equal((address, type, more.Length > 0), ((string)vpn.CustomerGatewayIpAddress, (string)vpn.OutsideIpAddressType, (string?)vpn.TransportTransitGatewayAttachmentId is not null));
    }

    [Theory]
    [InlineData("TransitGatewayNotFound", "New-SiteToSiteVpn -TransitGatewayId tgw-0123456789abcdef0 198.51.100.9")]
    [InlineData("TransitGatewayNotFound", "New-SiteToSiteVpn -TransitGatewayId spoke 198.51.100.9")]
    [InlineData("RouteTableNotFound", Plant + " -AssociationRouteTableId hub-none")]
    [InlineData("MalformedId", Plant + " -PropagationRouteTableId tgw-rtb-1")]
    [InlineData("InvalidParameter", "New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.9 -CustomerGatewayAsn 64600")]
    [InlineData("InvalidParameter", Plant + " -OutsideIpAddressType PrivateIpv4")]
    [InlineData("InvalidParameter", Plant + " -TransportTransitGatewayAttachmentId tgw-attach-0123456789abcdef0")]
    [InlineData("InvalidParameter", Plant + " -OutsideIpAddressType Ipv6")]
    [InlineData("InvalidParameter", Plant + " -LocalIpv6NetworkCidr 2001:db8::/32")]
    [InlineData("InvalidParameter", Plant + " -TunnelInsideIpVersion ipv6 -LocalIpv4NetworkCidr 10.0.0.0/8")]
    [InlineData("InvalidParameter", Depot + " -TunnelInsideIpVersion ipv6")]
    [InlineData("VpnOptionInvalid", Plant + " -TunnelOption (New-VpnTunnelOption -TunnelInsideIpv6Cidr fd00:1::/126)")]
    [InlineData("InvalidParameter", "New-SiteToSiteVpn shop 198.51.100.9 -EnableAcceleration")]
    [InlineData("InvalidParameter", "New-SiteToSiteVpn shop 198.51.100.9 -TunnelInsideIpVersion ipv6")]
    [InlineData("InvalidParameter", "New-SiteToSiteVpn shop 198.51.100.9 -TunnelBandwidth large")]
    [InlineData("InvalidParameter", "New-SiteToSiteVpn shop 198.51.100.9 -OutsideIpAddressType Ipv6")]
    [InlineData("InvalidParameter", "New-SiteToSiteVpn shop 198.51.100.9 -StaticRoute 2001:db8:77::/48")]
    public void What_cannot_work_is_refused_before_anything_is_written(string errorId, string command) => Refuses(errorId, command);

    [Fact]
    public void A_static_route_to_something_else_is_refused_and_stays()
    {
        Make(Depot);
        Refuses("RouteConflict", "New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.12 -StaticRoute 192.168.0.0/16");
        Assert.Equal(2, Make("Get-SiteToSiteVpn depot").StaticRoutes.Count);
    }

    [Fact]
    public void A_later_run_adds_the_routes_that_are_missing()
    {
        Make("New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.10 -Static");
        Sandbox.ForgetCalls();
        Make(Depot);
        Assert.Equal(["CreateTags", "CreateTransitGatewayRoute", "CreateTransitGatewayRoute"], WrittenActions.Order());
    }

    [Fact]
    public void NoWait_leaves_the_tables_to_the_next_run_and_says_so()
    {
        Invocation run = Script($"{Depot} -AssociationRouteTableId hub-sites -NoWait");
        Assert.Contains("run the command again", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(["CreateCustomerGateway", "CreateVpnConnection"], WrittenActions);
        Make($"{Depot} -AssociationRouteTableId hub-sites");
        Assert.Equal(2, WrittenActions.Count(action => action == "CreateTransitGatewayRoute"));
    }

    [Theory]
    [InlineData("CreateVpnConnection")]
    [InlineData("CreateTransitGatewayRoute")]
    [InlineData("DisassociateTransitGatewayRouteTable")]
    [InlineData("AssociateTransitGatewayRouteTable")]
    [InlineData("EnableTransitGatewayRouteTablePropagation")]
    public void A_call_whose_answer_was_lost_makes_nothing_twice(string action)
    {
        const string All = Depot + " -AssociationRouteTableId hub-sites -PropagationRouteTableId hub-all, hub-sites";
        Sandbox.Fault("ResetAfter", action);
        dynamic vpn = Make(All);
        Assert.Equal((HubSites, 4), ((string)vpn.AssociationRouteTableId, (int)vpn.TransitGatewayRoutes.Count));
        Assert.Single(Script("Get-SiteToSiteVpn").Output);
        Sandbox.ForgetCalls();
        Make(All);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void Removal_takes_the_routes_first_and_leaves_the_gateway_and_what_is_not_its_own()
    {
        Make(Depot);
        Make(Plant);
        Sandbox.ForgetCalls();
        Assert.Equal("deleted", Script("Remove-SiteToSiteVpn depot -IncludeGateway -PassThru -Confirm:$false").Single().State);
        Assert.Equal(["DeleteTransitGatewayRoute", "DeleteTransitGatewayRoute", "DeleteVpnConnection", "DeleteCustomerGateway"], WrittenActions);
        dynamic plant = Make("Get-SiteToSiteVpn plant");
        Assert.Equal((HubAll, 1), ((string)plant.AssociationRouteTableId, (int)plant.PropagatingRouteTableIds.Count));
    }

    [Fact]
    public void Inside_IPv4_blocks_may_repeat_on_a_transit_gateway()
    {
        const string Inside = " -TunnelOption (New-VpnTunnelOption -TunnelInsideCidr 169.254.9.0/30)";
        Make(Plant + Inside);
        Make(Depot + Inside);
        Refuses("InsideCidrInUse", "Set-VpnTunnelOption depot (New-VpnTunnelOption -TunnelInsideCidr 169.254.9.0/30) -AllowOutage -OutsideIpAddress (Get-SiteToSiteVpn depot).Tunnels[1].OutsideIpAddress");
    }

    [Fact]
    public void The_VPNs_of_a_transit_gateway_are_read_together_and_few_calls_make_one()
    {
        Make(Plant);
        // The gateways and connections, the two creates, a look at what was made, and how the gateway's two tables stand.
        Assert.InRange(Sandbox.Calls.Count, 0, 17);
        Make(Depot);
        Make("New-SiteToSiteVpn shop 198.51.100.7 -Static");
        Sandbox.ForgetCalls();
        Assert.Equal(["depot", "plant"], Script("Get-SiteToSiteVpn -TransitGatewayId hub | ForEach-Object Name").Output.Select(name => name.ToString()).Order());
        Assert.All(Sandbox.Calls.GroupBy(call => call.Action), calls => Assert.InRange(calls.Count(), 1, calls.Key is "DescribeTransitGateways" or "GetTransitGatewayRouteTablePropagations" or "SearchTransitGatewayRoutes" ? 2 : 1));
    }

    [Fact]
    public void What_Set_SiteToSiteVpn_can_change_is_left_to_it_with_a_warning()
    {
        Make(Plant);
        Sandbox.ForgetCalls();
        Assert.EndsWith(
            "Set-SiteToSiteVpn changes LocalIpv4NetworkCidr to 192.168.7.0/24, TunnelBandwidth to large.",
            Assert.Single(Script($"{Plant} -LocalIpv4NetworkCidr 192.168.7.0/24 -TunnelBandwidth large").Warnings),
            StringComparison.Ordinal);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void Transit_gateways_are_completed_by_id_or_name() => Assert.Equal(
        ["tgw-0a110000000000001 (hub)"],
        Script("param($line) [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.ListItemText", "New-SiteToSiteVpn -TransitGatewayId hu")
            .Output.Select(text => text.ToString()));
}
