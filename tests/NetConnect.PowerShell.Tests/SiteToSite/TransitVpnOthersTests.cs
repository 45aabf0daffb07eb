namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>VPNs on transit gateways that other tools have changed: they call EC2 themselves.</summary>
public sealed class TransitVpnOthersTests : VpnTest
{
    private const string Depot = "New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.10 -StaticRoute 192.168.0.0/16, 172.16.0.0/12 -Tag @{ Name = 'depot' }";

    // A sandbox that takes a signature unseen, for calls by hand.
    public TransitVpnOthersTests() => Script(
        """
        Stop-NetConnectSandbox
        $global:sandbox = Start-NetConnectSandbox -Clock Fast -Authentication Any
        $global:client = [System.Net.Http.HttpClient]::new()
        $null = $client.DefaultRequestHeaders.TryAddWithoutValidation('X-Amz-Date', '20260101T000000Z')
        $null = $client.DefaultRequestHeaders.TryAddWithoutValidation('Authorization',
            'AWS4-HMAC-SHA256 Credential=SANDBOXNETWORK111111/20260101/eu-west-1/ec2/aws4_request, SignedHeaders=host, Signature=0')
        """);

    [Fact]
    public void Routes_that_a_deleted_connection_left_behind_are_found_taken_over_and_removed()
    {
        string id = Make(Depot).VpnConnectionId;
        Call($"Action=DeleteVpnConnection&VpnConnectionId={id}");
        Assert.All((IEnumerable<dynamic>)Make($"Get-SiteToSiteVpn {id}").TransitGatewayRoutes, route => Assert.Equal("blackhole", (string)route.State));
        dynamic next = Make("New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.12 -StaticRoute 192.168.0.0/16");
        Assert.Equal("active", (string)Assert.Single((IEnumerable<dynamic>)next.TransitGatewayRoutes).State);
        Assert.Equal(
            "tgw-rtb-0a110000000000001",
            Script("Test-SiteToSiteVpn $args[0] | Where-Object Code -eq BlackholeTransitRoute | ForEach-Object Subject", (string)next.VpnConnectionId).Single());
        Script($"Remove-SiteToSiteVpn {id} -Confirm:$false");
        Assert.Empty((IEnumerable<dynamic>)Make($"Get-SiteToSiteVpn {id}").TransitGatewayRoutes);
        Assert.Single((IEnumerable<string>)Make($"Get-SiteToSiteVpn {next.VpnConnectionId}").StaticRoutes);
    }

    [Fact]
    public void Of_several_connections_of_a_device_the_tags_tell_which_is_meant()
    {
        dynamic depot = Make(Depot);
        Call($"Action=CreateVpnConnection&Type=ipsec.1&CustomerGatewayId={depot.CustomerGatewayId}&TransitGatewayId={depot.TransitGatewayId}&Options.StaticRoutesOnly=true");
        Assert.Equal((string)depot.VpnConnectionId, (string)Make(Depot).VpnConnectionId);
        Assert.Equal("VpnMismatch", Assert.Single(Sandbox.Script("New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.10 -Static").ErrorIds));
    }

    private void Call(string query) => Script(
        """
        $body = [System.Net.Http.StringContent]::new("$($args[0])&Version=2016-11-15", [Text.Encoding]::UTF8, 'application/x-www-form-urlencoded')
        $client.PostAsync($sandbox.Endpoint, $body).Result.EnsureSuccessStatusCode()
        """,
        query);
}
