using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>What the tunnel doctor finds, over real calls; the engine's tests have every case.</summary>
public sealed class TestSiteToSiteVpnTests : VpnTest
{
    [Fact]
    public void A_VPN_that_is_well_has_no_finding_and_says_so_in_verbose_with_few_calls()
    {
        Make(Branch);
        BringUp("branch", "10.50.0.0/16");
        Invocation run = Script("Test-SiteToSiteVpn branch -Verbose");
        Assert.Empty(run.Output);
        Assert.Contains("is well", Assert.Single(run.Verbose), StringComparison.Ordinal);
        Assert.Equal(
            [
                "DescribeCustomerGateways", "DescribeRouteTables", "DescribeVpnConnections", "DescribeVpnGateways",
                "GetActiveVpnTunnelStatus", "GetActiveVpnTunnelStatus", "GetVpnTunnelReplacementStatus", "GetVpnTunnelReplacementStatus",
            ],
            Sandbox.Calls.Select(call => call.Action).Order());
    }

    [Fact]
    public void Tunnels_that_never_came_up_are_found_with_who_has_to_begin()
    {
        Make(Office);
        Assert.Equal("AwsDoesNotInitiate TunnelDown", Codes("office"));
    }

    [Fact]
    public void One_tunnel_of_two_is_a_warning_before_it_is_an_outage()
    {
        Make(Office + " -TunnelOption (New-VpnTunnelOption Recommended), (New-VpnTunnelOption Recommended)");
        BringUp("office");
        Script("$vpn = Get-SiteToSiteVpn office; $sandbox.Vpn.Disconnect($vpn.VpnConnectionId, $vpn.Tunnels[0].OutsideIpAddress)");
        Assert.Equal("OneTunnelUp TunnelDown", Codes("office"));
    }

    [Fact]
    public void A_BGP_session_that_is_down_over_IPsec_that_is_up_is_told_apart()
    {
        Make(Branch);
        Connect("branch", "@{ RunsBgp = $false }");
        Script("while (Get-VpnTunnelStatus branch -IncludeNegotiation | Where-Object { -not $_.Negotiation.Phase2EncryptionAlgorithm }) { }");
        Assert.Equal("BgpDown", Codes("branch"));
    }

    [Theory]
    [InlineData("@{ Phase2DHGroupNumbers = [int[]] 14 }")]
    [InlineData("@{ LocalNetwork = '192.168.7.0/24' }")]
    public void IKE_without_IPsec_is_told_apart(string device)
    {
        Make(Office + " -TunnelOption (New-VpnTunnelOption -Phase2DHGroupNumber 20), (New-VpnTunnelOption -Phase2DHGroupNumber 20)");
        Connect("office", device);
        Script("while (Get-VpnTunnelStatus office -IncludeNegotiation | Where-Object { -not $_.Negotiation.IkeVersion }) { }");
        Assert.Equal("Phase2Down", Codes("office"));
    }

    [Fact]
    public void What_AWS_could_not_make_is_found_with_its_reason()
    {
        Make(Office);
        BringUp("office");
        Script(
            """
            $vpn = Get-SiteToSiteVpn office
            $sandbox.Vpn.FailProvisioning($vpn.VpnConnectionId, $vpn.Tunnels[0].OutsideIpAddress, 'AWS tunnel detected a pre-shared key mismatch')
            """);
        Assert.Equal("KeyMismatch OneTunnelUp TunnelNotProvisioned", Codes("office"));
    }

    [Fact]
    public void Route_tables_that_lead_nowhere_or_elsewhere_and_a_static_VPN_without_routes_are_found()
    {
        MakePeering("-Route");
        Make("New-SiteToSiteVpn shop 198.51.100.7 -Static -Tag @{ Name = 'bare' }");
        BringUp("bare");
        Assert.Equal("NoRoute NoStaticRoutes", Codes("bare"));
        Make("New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 10.2.0.0/16 -PropagateRoutes");
        Assert.Equal("RouteOverridden", Codes("bare"));
    }

    [Fact]
    public void The_log_names_the_cause()
    {
        Make(Office);
        Assert.Equal(
            "AwsDoesNotInitiate BgpAsnMismatch BgpPrefixLimit BgpRouteDenied DeviceCloses KeyMismatch PeerSilent ProposalMismatch TrafficSelectorMismatch TunnelDown",
            Codes(
                "office", "pre-shared key mismatch", "No Proposal Match Found", "TS_UNACCEPTABLE", "DPD timed out", "received DELETE for IKE_SA", "bad OPEN message",
                "maximum prefix limit was exceeded", "DENIED due to"));
    }

    [Fact]
    public void A_VPN_that_is_deleted_cannot_be_examined()
    {
        string id = Make(Office).VpnConnectionId;
        Script("Remove-SiteToSiteVpn office -Confirm:$false");
        Assert.Equal("VpnStateConflict", Assert.Single(Sandbox.Script("Test-SiteToSiteVpn $args[0]", id).ErrorIds));
    }

    private void Connect(string name, string device) => Script(
        $$"""
        $vpn = Get-SiteToSiteVpn {{name}}
        foreach ($tunnel in $vpn.Tunnels) { $sandbox.Vpn.Connect($vpn.VpnConnectionId, $tunnel.OutsideIpAddress, [NetConnect.Sandbox.SandboxVpnPeer]{{device}}) }
        """);

    /// <summary>The codes of all findings, each once. Whatever a remedy says to run is there, with those parameters.</summary>
    private string Codes(string name, params string[] lines)
    {
        Invocation run = Script("param($name, $lines) Test-SiteToSiteVpn $name -LogLine ([string[]]$lines)", name, lines);
        foreach (dynamic finding in run.Output)
            Remedy.CanBeRun((string)finding.Fix);
        return string.Join(' ', run.Output.Select(finding => (string)((dynamic)finding).Code).Distinct().Order(StringComparer.Ordinal));
    }
}
