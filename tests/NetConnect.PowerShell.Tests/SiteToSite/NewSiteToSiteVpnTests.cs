using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

public sealed class NewSiteToSiteVpnTests : VpnTest
{
    [Fact]
    public void One_command_makes_gateways_connection_routes_and_propagation()
    {
        dynamic made = Make(Office);
        dynamic seen = Script("Get-SiteToSiteVpn office").Single();
        foreach (dynamic vpn in new[] { made, seen })
        {
            Assert.Equal("available", vpn.State);
            Assert.Equal("vpc-0a110000000000001", vpn.VpcId);
            Assert.Equal("198.51.100.7", vpn.CustomerGatewayIpAddress);
            Assert.Equal(["172.16.0.0/12", "192.168.0.0/16"], ((IEnumerable<string>)vpn.StaticRoutes).Order());
            Assert.Equal(3, ((IEnumerable<string>)vpn.PropagatingRouteTableIds).Count());
            Assert.Equal("office", vpn.Name);
        }
        Assert.Equal((string)made.VpnConnectionId, (string)seen.VpnConnectionId);
    }

    [Fact]
    public void A_second_run_writes_nothing_and_gives_the_same_connection()
    {
        string first = Make(Office).VpnConnectionId;
        Sandbox.ForgetCalls();
        Assert.Equal(first, (string)Make(Office).VpnConnectionId);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void A_later_run_adds_what_is_missing_and_shows_it()
    {
        Make("New-SiteToSiteVpn shop 198.51.100.7 -Static");
        Sandbox.ForgetCalls();
        dynamic vpn = Make("New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 192.168.0.0/16 -RouteTableId rtb-0a110000000000002 -Tag @{ Name = 'office' }");
        Assert.Equal(["CreateTags", "CreateVpnConnectionRoute", "EnableVgwRoutePropagation"], WrittenActions.Order());
        Assert.Equal("office", vpn.Name);
        Assert.Equal("rtb-0a110000000000002", Assert.Single((IEnumerable<string>)vpn.PropagatingRouteTableIds));
    }

    [Fact]
    public void A_second_connection_into_a_VPC_takes_its_gateway()
    {
        string gateway = Make(Office).VpnGatewayId;
        Sandbox.ForgetCalls();
        Assert.Equal(gateway, (string)Make(Branch).VpnGatewayId);
        Assert.Equal(["CreateCustomerGateway", "CreateVpnConnection"], WrittenActions.Order());
    }

    [Fact]
    public void Two_connections_in_one_pipeline_share_one_new_gateway()
    {
        Invocation run = Script(
            """
            [pscustomobject]@{ VpcId = 'shop'; CustomerGatewayIpAddress = '198.51.100.7' }, [pscustomobject]@{ VpcId = 'shop'; CustomerGatewayIpAddress = '198.51.100.8' } |
                New-SiteToSiteVpn
            """);
        Assert.Equal(2, run.Output.Count);
        Assert.Single(WrittenActions, "CreateVpnGateway");
    }

    [Fact]
    public void NoWait_leaves_static_routes_to_the_next_run_and_says_so()
    {
        Invocation run = Script(Office + " -NoWait");
        Assert.Contains("run the command again", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain("CreateVpnConnectionRoute", WrittenActions);
        Sandbox.ForgetCalls();
        Make(Office);
        Assert.Equal(["CreateVpnConnectionRoute", "CreateVpnConnectionRoute"], WrittenActions);
    }

    [Theory]
    [InlineData("InvalidParameter", "New-SiteToSiteVpn shop 198.51.100")]
    [InlineData("InvalidParameter", "New-SiteToSiteVpn shop 198.51.100.7 -CustomerGatewayAsn 64512")]
    [InlineData("InvalidParameter", "New-SiteToSiteVpn shop 198.51.100.7 -AmazonSideAsn 65535")]
    [InlineData("RouteNotAllowed", "New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 10.1.7.0/24")]
    [InlineData("InsideCidrInUse", "$o = New-VpnTunnelOption -TunnelInsideCidr 169.254.9.0/30; New-SiteToSiteVpn shop 198.51.100.7 -TunnelOption $o, $o")]
    [InlineData("VpcNotFound", "New-SiteToSiteVpn vpc-0123456789abcdef0 198.51.100.7")]
    public void What_cannot_work_is_refused_before_anything_is_written(string errorId, string command) => Refuses(errorId, command);

    [Fact]
    public void What_an_existing_gateway_or_connection_cannot_become_is_refused()
    {
        Make(Office + " -TunnelOption (New-VpnTunnelOption -TunnelInsideCidr 169.254.9.0/30)");
        Refuses("VpnMismatch", "New-SiteToSiteVpn shop 198.51.100.7");
        Refuses("VpnMismatch", "New-SiteToSiteVpn shop 198.51.100.8 -AmazonSideAsn 65001");
        Refuses("InsideCidrInUse", "New-SiteToSiteVpn shop 198.51.100.8 -TunnelOption (New-VpnTunnelOption -TunnelInsideCidr 169.254.9.0/30)");
    }

    [Fact]
    public void An_existing_connection_keeps_its_tunnel_options_with_a_warning()
    {
        Make(Office);
        Invocation run = Script(Office + " -TunnelOption (New-VpnTunnelOption CNSA)");
        Assert.Contains("Set-VpnTunnelOption", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CreateCustomerGateway")]
    [InlineData("CreateVpnGateway")]
    [InlineData("CreateVpnConnection")]
    public void A_create_whose_answer_was_lost_is_found_and_not_repeated(string action)
    {
        Sandbox.Fault("ResetAfter", action);
        Make(Office);
        Assert.Single(WrittenActions, "CreateVpnGateway");
        Assert.Single(WrittenActions, "CreateVpnConnection");
        Sandbox.ForgetCalls();
        Make(Office);
        Assert.Empty(Sandbox.Writes);
    }
}
