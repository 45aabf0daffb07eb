namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>What the tunnel doctor finds.</summary>
public sealed class TestSiteToSiteVpnTests : VpnTest
{
    [Fact]
    public void A_VPN_that_is_well_has_no_finding()
    {
        Make(Branch);
        BringUp("branch", "10.50.0.0/16");
        Assert.Empty(Codes("branch"));
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void Tunnels_that_never_came_up_are_found_with_who_has_to_begin()
    {
        Make(Office);
        Assert.Equal(["AwsDoesNotInitiate", "TunnelDown"], Codes("office").Distinct().Order());
    }

    [Fact]
    public void One_tunnel_of_two_is_a_warning_before_it_is_an_outage()
    {
        Make(Office + " -TunnelOption (New-VpnTunnelOption Recommended), (New-VpnTunnelOption Recommended)");
        BringUp("office");
        Script("$vpn = Get-SiteToSiteVpn office; $sandbox.Vpn.Disconnect($vpn.VpnConnectionId, $vpn.Tunnels[0].OutsideIpAddress)");
        Assert.Equal(["OneTunnelUp", "TunnelDown"], Codes("office").Order());
    }

    [Fact]
    public void A_BGP_session_that_is_down_over_IPsec_that_is_up_is_told_apart()
    {
        Make(Branch);
        Script(
            """
            $vpn = Get-SiteToSiteVpn branch
            foreach ($tunnel in $vpn.Tunnels) { $sandbox.Vpn.Connect($vpn.VpnConnectionId, $tunnel.OutsideIpAddress, [NetConnect.Sandbox.SandboxVpnPeer]@{ RunsBgp = $false }) }
            while (Get-VpnTunnelStatus branch | Where-Object StatusMessage -ne 'IPSEC IS UP') { }
            """);
        Assert.Equal(["BgpDown", "BgpDown"], Codes("branch"));
    }

    [Fact]
    public void Route_tables_that_lead_nowhere_and_a_static_VPN_without_routes_are_found()
    {
        Make("New-SiteToSiteVpn shop 198.51.100.7 -Static -Tag @{ Name = 'bare' }");
        BringUp("bare");
        Assert.Equal(["NoRoute", "NoRoute", "NoRoute", "NoStaticRoutes"], Codes("bare").Order());
    }

    [Theory]
    [InlineData("AWS tunnel detected a pre-shared key mismatch with cgw: 198.51.100.7", "KeyMismatch")]
    [InlineData("AWS tunnel received AUTHENTICATION_FAILED from cgw", "KeyMismatch")]
    [InlineData("No Proposal Match Found by AWS", "ProposalMismatch")]
    [InlineData("received TS_UNACCEPTABLE notify", "TrafficSelectorMismatch")]
    [InlineData("Peer is not responsive - Declaring peer dead: DPD timed out", "PeerSilent")]
    public void The_log_names_the_cause(string line, string code)
    {
        Make(Office);
        Assert.Contains(code, Codes("office", line));
    }

    [Fact]
    public void A_VPN_that_is_deleted_cannot_be_examined()
    {
        string id = Make(Office).VpnConnectionId;
        Script("Remove-SiteToSiteVpn office -Confirm:$false");
        Assert.Equal("VpnStateConflict", Assert.Single(Sandbox.Script("Test-SiteToSiteVpn $args[0]", id).ErrorIds));
    }

    private List<string> Codes(string name, params string[] lines) =>
        [.. Script("param($name, $lines) Test-SiteToSiteVpn $name -LogLine ([string[]]$lines)", name, lines).Output.Select(o => (string)((dynamic)o).Code)];
}
