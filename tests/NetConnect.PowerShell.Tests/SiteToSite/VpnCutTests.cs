using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

public sealed class VpnCutTests
{
    private const string Office =
        "New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 192.168.0.0/16, 172.16.0.0/12 -PropagateRoutes -Tag @{ Name = 'office'; Old = 'yes' }";

    // With a device at both tunnels, which are up.
    private const string Up = $$"""
        $global:vpn = {{Office}}
        foreach ($tunnel in $vpn.Tunnels) { $sandbox.Vpn.Connect($vpn.VpnConnectionId, $tunnel.OutsideIpAddress) }
        while (Get-VpnTunnelStatus | Where-Object Status -ne UP) { }
        """;

    private const string Maintenance = $$"""
        $waits = New-VpnTunnelOption -EnableTunnelLifecycleControl $true
        {{Up}}
        Set-VpnTunnelOption office $waits | Out-Null
        foreach ($tunnel in $vpn.Tunnels) { $sandbox.Vpn.OfferMaintenance($vpn.VpnConnectionId, $tunnel.OutsideIpAddress, [timespan]::FromDays(7)) }
        """;

    private const string Reset = """
        Reset-VpnTunnelKey office -WarningAction SilentlyContinue | ForEach-Object {
            $key = [System.Net.NetworkCredential]::new('', $_.GetPreSharedKey()).Password
            $sandbox.Vpn.Connect($_.VpnConnectionId, $_.OutsideIpAddress, [NetConnect.Sandbox.SandboxVpnPeer]@{ PreSharedKey = $key })
        }
        """;

    private const string Change =
        "Set-SiteToSiteVpn office -CustomerGatewayIpAddress 198.51.100.77 -LocalIpv4NetworkCidr 192.168.0.0/16 -StaticRoute 192.168.0.0/16, 10.9.0.0/16 " +
        "-RouteTableId rtb-0a110000000000002 -Prune -Tag @{ Team = 'net' } -RemoveTag Old";

    private const string Move = "Set-SiteToSiteVpn office -TransitGatewayId hub -StaticRoute 192.168.0.0/16, 172.16.0.0/12";

    // What is there, and what a new connection would still have to make.
    private const string State = """
        foreach ($one in Get-SiteToSiteVpn -IncludeDeleted) {
            "$($one.State) $($one.CustomerGatewayIpAddress) $($one.VpcId) $($one.TransitGatewayId) $($one.LocalIpv4NetworkCidr)"
            $one.StaticRoutes | ForEach-Object { "route $_" }
            $one.PropagatingRouteTableIds | ForEach-Object { "propagates to $_" }
            $one.Tags.GetEnumerator() | ForEach-Object { "tag $_" }
            $one.Tunnels.Options | ForEach-Object { "phase 1 $($_.Phase1LifetimeSeconds)" }
            $one.TunnelStatus | ForEach-Object { "tunnel $($_.Status)" }
        }
        $null = New-SiteToSiteVpn shop 198.51.100.7 -Static -WhatIf
        """;

    /// <summary>What is there before a command, the command as it is run, and which calls it makes how often.</summary>
    private static readonly Dictionary<string, CutWorkload> s_workloads = new()
    {
        ["New-SiteToSiteVpn"] = new("", Office, State, ["CreateVpnConnection", "CreateVpnGateway"], 1),
        ["Remove-SiteToSiteVpn"] = new("$global:vpn = " + Office, "$vpn | Remove-SiteToSiteVpn -IncludeGateway -Confirm:$false", State, [], 0),
        ["Set-SiteToSiteVpn"] = new(Office, Change, State, ["ModifyVpnConnection", "ModifyVpnConnectionOptions"], 1),
        ["Set-SiteToSiteVpn, to a transit gateway"] = new(Office, Move, State, ["ModifyVpnConnection"], 1),
        ["Set-VpnTunnelOption"] = new(Up, "Set-VpnTunnelOption office (New-VpnTunnelOption -Phase1LifetimeSeconds 14400)", State, ["ModifyVpnTunnelOptions"], 2),
        ["Reset-VpnTunnelKey"] = new(Up, Reset, State, ["ModifyVpnTunnelOptions"], 2),
        ["Update-VpnTunnel"] = new(Maintenance, "Update-VpnTunnel office", State, ["ReplaceVpnTunnel"], 2),
    };

    public static TheoryData<string, string, int> Cuts => CutWorkload.Cuts(s_workloads.Keys);

    [Theory]
    [MemberData(nameof(Cuts))]
    public void Run_again_after_a_cut_it_ends_as_if_undisturbed(string name, string kind, int count) => s_workloads[name].CutEverywhere(kind, count);
}
