using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>Each command about a VPN, cut at every call it makes: run again, it ends as if nothing had happened, and nothing was made or changed twice.</summary>
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

    private static readonly ParallelOptions s_parallel = new() { MaxDegreeOfParallelism = 16 };

    /// <summary>What is there before a command, the command as it is run, and which calls it makes how often.</summary>
    private static readonly Dictionary<string, (string Before, string Workload, string[] Counted, int Times)> s_workloads = new()
    {
        ["New-SiteToSiteVpn"] = ("", Office, ["CreateVpnConnection", "CreateVpnGateway"], 1),
        ["Remove-SiteToSiteVpn"] = ("$global:vpn = " + Office, "$vpn | Remove-SiteToSiteVpn -IncludeGateway -Confirm:$false", [], 0),
        ["Set-SiteToSiteVpn"] = (Office, Change, ["ModifyVpnConnection", "ModifyVpnConnectionOptions"], 1),
        ["Set-SiteToSiteVpn, to a transit gateway"] = (Office, Move, ["ModifyVpnConnection"], 1),
        ["Set-VpnTunnelOption"] = (Up, "Set-VpnTunnelOption office (New-VpnTunnelOption -Phase1LifetimeSeconds 14400)", ["ModifyVpnTunnelOptions"], 2),
        ["Reset-VpnTunnelKey"] = (Up, Reset, ["ModifyVpnTunnelOptions"], 2),
        ["Update-VpnTunnel"] = (Maintenance, "Update-VpnTunnel office", ["ReplaceVpnTunnel"], 2),
    };

    public static TheoryData<string, string, int> Cuts =>
        [
            .. from workload in s_workloads.Keys
               // The process ends before the call or after it; or one answer is lost, and the command goes on.
               from cut in new[] { ("ServerError", 0), ("ResetAfter", 0), ("ResetAfter", 1) }
               select new TheoryDataRow<string, string, int>(workload, cut.Item1, cut.Item2),
        ];

    [Theory]
    [MemberData(nameof(Cuts))]
    public void Run_again_after_a_cut_it_ends_as_if_undisturbed(string name, string kind, int count)
    {
        (string before, string workload, string[] counted, int times) = s_workloads[name];
        (int calls, string undisturbed) = Undisturbed(before, workload);
        Parallel.For(0, calls, s_parallel, at =>
        {
            using SandboxRunspace sandbox = Prepare(before);
            sandbox.Fault(kind, "*", count, skip: at);
            Invocation cut = sandbox.Script(workload);
            sandbox.ClearFaults();
            Assert.Null(cut.Failure);
            sandbox.Script(workload).Succeeded();
            string because = $"Cut at call {at}:\n{cut}\n{string.Join("\n", sandbox.Calls)}";
            Assert.All(counted, action => Assert.True(sandbox.Writes.Count(call => call.Action == action) == times, because));
            sandbox.ForgetCalls();
            sandbox.Script(workload).Succeeded();
            Assert.True(!sandbox.Writes.Any(), because);
            string state = StateOf(sandbox);
            Assert.True(undisturbed == state, $"{because}\n\nIt is\n{state}\n\nand should be\n{undisturbed}");
        });
    }

    private static (int Calls, string State) Undisturbed(string before, string workload)
    {
        using SandboxRunspace sandbox = Prepare(before);
        sandbox.Script(workload).Succeeded();
        return (sandbox.Calls.Count, StateOf(sandbox));
    }

    private static SandboxRunspace Prepare(string before)
    {
        var sandbox = new SandboxRunspace();
        if (before.Length > 0)
            sandbox.Script(before).Succeeded();
        sandbox.ForgetCalls();
        return sandbox;
    }

    private static string StateOf(SandboxRunspace sandbox)
    {
        IEnumerable<string> lines = sandbox.Script(State).Succeeded().Output.Select(line => $"{line}");
        IEnumerable<string> steps = sandbox.Prompts.Text.Split('\n').Where(line => line.StartsWith("What if: ", StringComparison.Ordinal)).Select(line => line.Split('"')[1]);
        return string.Join("\n", lines.Concat(steps).Order(StringComparer.Ordinal));
    }
}
