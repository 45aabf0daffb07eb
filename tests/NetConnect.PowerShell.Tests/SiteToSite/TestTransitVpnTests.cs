using System.Text.Json.Nodes;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>What the tunnel doctor finds in the route tables of transit gateways. VPC tools is attached to hub; plain has no default tables.</summary>
public sealed class TestTransitVpnTests : IDisposable
{
    private readonly SandboxRunspace _sandbox = new(Seeds.Default((network, _) => network["transitGateways"]!.AsArray().Add(new JsonObject
    {
        ["region"] = "eu-west-1",
        ["name"] = "plain",
        ["noDefaultTables"] = true,
        ["routeTables"] = new JsonArray(new JsonObject { ["name"] = "plain-sites" }),
    })));

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_VPN_that_is_well_has_no_finding() =>
        Assert.Empty(Findings("New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.9 -CustomerGatewayAsn 65020", "192.168.7.0/24"));

    [Fact]
    public void Without_association_and_route_nothing_finds_its_way() => Assert.Equal(
        ["NoAssociation", "NoTransitRoute"], Findings("New-SiteToSiteVpn -TransitGatewayId plain 198.51.100.9", "192.168.7.0/24"));

    [Fact]
    public void A_static_VPN_needs_a_route_in_a_table_whatever_learns() =>
        Assert.Equal(["NoTransitRoute"], Findings("New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.9 -Static"));

    [Fact]
    public void A_VPC_does_not_learn_routes_from_a_transit_gateway() => Assert.Equal(
        ["VpcHasNoRoute vpc-0a120000000000001"],
        Findings("New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.9 -StaticRoute 172.16.0.0/12, 192.168.0.0/16", subjects: true));

    [Fact]
    public void What_comes_back_needs_a_way_too() => Assert.Equal(
        ["NoReturnRoute vpc-0a120000000000001"],
        Findings("New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.9 -StaticRoute 192.168.0.0/16 -AssociationRouteTableId hub-sites", subjects: true));

    [Fact]
    public void A_network_that_overlaps_an_attached_VPC_is_found() => Assert.Equal(
        ["OverlapsVpc", "VpcHasNoRoute"], Findings("New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.9 -StaticRoute 10.3.7.0/24"));

    private List<string> Findings(string command, string? bgpRoute = null, bool subjects = false)
    {
        Invocation run = _sandbox.Script(
            """
            param($command, $routes)
            $vpn = & ([scriptblock]::Create($command))
            foreach ($tunnel in $vpn.Tunnels) { $sandbox.Vpn.Connect($vpn.VpnConnectionId, $tunnel.OutsideIpAddress, [string[]]$routes) }
            while (Get-VpnTunnelStatus $vpn.VpnConnectionId | Where-Object Status -ne UP) { }
            Test-SiteToSiteVpn $vpn.VpnConnectionId
            """,
            command,
            bgpRoute is null ? [] : new[] { bgpRoute }).Succeeded();
        return [.. run.Output.Select((dynamic finding) => subjects ? $"{finding.Code} {finding.Subject}" : (string)finding.Code).Order(StringComparer.Ordinal)];
    }
}
