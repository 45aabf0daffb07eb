using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>Tests of VPNs into shop, whose device is a method of the sandbox.</summary>
public abstract class VpnTest : SandboxTest
{
    private protected const string Office =
        "New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 192.168.0.0/16, 172.16.0.0/12 -PropagateRoutes -Tag @{ Name = 'office' }";

    private protected const string Branch = "New-SiteToSiteVpn shop 198.51.100.8 -CustomerGatewayAsn 65010 -PropagateRoutes -Tag @{ Name = 'branch' }";

    private protected dynamic Make(string command) => Script(command).Single();

    /// <summary>Connects a device to both tunnels, and looks until they are up.</summary>
    private protected void BringUp(string name, params string[] bgpRoutes)
    {
        Script(
            """
            param($name, $routes)
            $vpn = Get-SiteToSiteVpn $name
            foreach ($tunnel in $vpn.Tunnels) { $sandbox.Vpn.Connect($vpn.VpnConnectionId, $tunnel.OutsideIpAddress, [string[]]$routes) }
            while (Get-VpnTunnelStatus $name | Where-Object Status -ne UP) { }
            """,
            name,
            bgpRoutes);
        Sandbox.ForgetCalls();
    }

    private protected IEnumerable<string> WrittenActions => Sandbox.Writes.Select(call => call.Action);

    /// <summary>Fails with an error, and writes nothing.</summary>
    private protected void Refuses(string errorId, string command)
    {
        Sandbox.ForgetCalls();
        Assert.Equal(errorId, Assert.Single(Sandbox.Script(command).ErrorIds));
        Assert.Empty(Sandbox.Writes);
    }
}
