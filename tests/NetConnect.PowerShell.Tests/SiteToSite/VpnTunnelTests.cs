using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>Tunnels are changed one after the other, each only while the other one is up.</summary>
public sealed class VpnTunnelTests : VpnTest
{
    private const string Change = "Set-VpnTunnelOption office (New-VpnTunnelOption -Phase1LifetimeSeconds 14400)";

    [Fact]
    public void Each_tunnel_is_shown_by_its_outside_address_with_the_routes_it_learnt()
    {
        Make(Branch);
        BringUp("branch", "10.50.0.0/16", "10.51.0.0/16");
        Invocation status = Script("Get-VpnTunnelStatus branch");
        Assert.Equal(2, status.Output.Select(tunnel => (string)((dynamic)tunnel).OutsideIpAddress).Distinct().Count());
        Assert.All(status.Output, (dynamic tunnel) => Assert.Equal(("UP", 2), ((string)tunnel.Status, (int)tunnel.AcceptedRouteCount)));
    }

    [Fact]
    public void A_change_that_would_cut_the_connection_is_refused()
    {
        Make(Office);
        Refuses("VpnOutage", Change);
        Script(Change + " -AllowOutage");
        Assert.Equal(2, WrittenActions.Count(action => action == "ModifyVpnTunnelOptions"));
    }

    [Fact]
    public void Both_tunnels_are_changed_and_up_again_and_a_second_run_writes_nothing()
    {
        Make(Office);
        BringUp("office");
        Assert.All(Script(Change).Output, (dynamic tunnel) => Assert.Equal("UP", tunnel.Status));
        Assert.Equal(["ModifyVpnTunnelOptions", "ModifyVpnTunnelOptions"], WrittenActions);
        Assert.All(Script("(Get-SiteToSiteVpn office).Tunnels").Output, (dynamic tunnel) => Assert.Equal(14400, tunnel.Options.Phase1LifetimeSeconds));
        Sandbox.ForgetCalls();
        Script(Change);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void Where_one_tunnel_has_the_options_already_a_run_goes_on_with_the_other()
    {
        Make(Office);
        BringUp("office");
        Script(Change + " -OutsideIpAddress (Get-VpnTunnelStatus office)[0].OutsideIpAddress");
        Sandbox.ForgetCalls();
        Script(Change);
        Assert.Equal("ModifyVpnTunnelOptions", Assert.Single(WrittenActions));
    }

    [Fact]
    public void Logs_are_turned_on_and_off_and_keep_their_group()
    {
        const string Group = "arn:aws:logs:eu-west-1:111111111111:log-group:vpn";
        Make($"{Office} -TunnelOption (New-VpnTunnelOption -LogEnabled $true -LogGroupArn {Group} -LogOutputFormat text)");
        BringUp("office");
        Script($"Set-VpnTunnelOption office (New-VpnTunnelOption -LogEnabled $true -LogGroupArn {Group} -BgpLogEnabled $true -BgpLogGroupArn {Group}/bgp)");
        Assert.Equal(["ModifyVpnTunnelOptions", "ModifyVpnTunnelOptions"], WrittenActions);
        Script("Set-VpnTunnelOption office (New-VpnTunnelOption -LogEnabled $false)");
        Assert.Equal(
            [$"False {Group} text True {Group}/bgp json", $"False {Group} json True {Group}/bgp json"],
            Script(
                """
                (Get-SiteToSiteVpn office).Tunnels.Options |
                    ForEach-Object { "$($_.LogEnabled) $($_.LogGroupArn) $($_.LogOutputFormat) $($_.BgpLogEnabled) $($_.BgpLogGroupArn) $($_.BgpLogOutputFormat)" }
                """).Output.Select(line => line.ToString()));
        Sandbox.ForgetCalls();
        Script("Set-VpnTunnelOption office (New-VpnTunnelOption -LogEnabled $false -BgpLogOutputFormat json)");
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void NoWait_changes_one_tunnel_and_says_so()
    {
        Make(Office);
        BringUp("office");
        Invocation run = Script(Change + " -NoWait");
        Assert.Contains("one tunnel", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal("ModifyVpnTunnelOptions", Assert.Single(WrittenActions));
    }

    [Theory]
    [InlineData("VpnOptionInvalid", "Set-VpnTunnelOption office (New-VpnTunnelOption -Phase2LifetimeSeconds 1800)")]
    [InlineData("VpnOptionInvalid", "Set-VpnTunnelOption office (New-VpnTunnelOption -Phase2LifetimeSeconds 1000)")]
    [InlineData("InvalidParameter", "Set-VpnTunnelOption office (New-VpnTunnelOption -TunnelInsideCidr 169.254.9.0/30)")]
    [InlineData("TunnelNotFound", "Set-VpnTunnelOption office (New-VpnTunnelOption CNSA) -OutsideIpAddress 192.0.2.1")]
    [InlineData("VpnNotFound", "Set-VpnTunnelOption nowhere (New-VpnTunnelOption CNSA)")]
    public void What_cannot_work_is_refused_before_anything_is_written(string errorId, string command)
    {
        const string Option = "(New-VpnTunnelOption -Phase1LifetimeSeconds 1800 -Phase2LifetimeSeconds 1200 -RekeyMarginTimeSeconds 600)";
        Make($"{Office} -TunnelOption {Option}, {Option}");
        BringUp("office");
        Refuses(errorId, command);
    }

    [Fact]
    public void Many_connections_are_changed_side_by_side_and_one_that_cannot_be_stops_no_other()
    {
        Make(Office);
        Make(Branch);
        Make("New-SiteToSiteVpn shop 198.51.100.9 -Static -Tag @{ Name = 'idle' }");
        BringUp("office");
        BringUp("branch", "10.50.0.0/16");
        Invocation run = Sandbox.Script("Get-SiteToSiteVpn | Set-VpnTunnelOption -TunnelOption (New-VpnTunnelOption -Phase1LifetimeSeconds 14400)");
        Assert.Equal("VpnOutage", Assert.Single(run.ErrorIds));
        Assert.Equal(4, WrittenActions.Count());
        Assert.Equal(4, run.Output.Count(tunnel => ((dynamic)tunnel).Status == "UP"));
    }

    [Fact]
    public void Pending_maintenance_is_applied_to_one_tunnel_after_the_other_and_once()
    {
        Make(Office + " -TunnelOption (New-VpnTunnelOption -EnableTunnelLifecycleControl $true), (New-VpnTunnelOption -EnableTunnelLifecycleControl $true)");
        BringUp("office");
        Script("Update-VpnTunnel office");
        Assert.Empty(Sandbox.Writes);
        Script(
            """
            $vpn = Get-SiteToSiteVpn office
            foreach ($tunnel in $vpn.Tunnels) { $sandbox.Vpn.OfferMaintenance($vpn.VpnConnectionId, $tunnel.OutsideIpAddress, [timespan]::FromDays(7)) }
            """);
        Assert.Equal(2, Script("Test-SiteToSiteVpn office | Where-Object Code -eq PendingMaintenance").Output.Count);
        Script("Get-VpnTunnelStatus office | Update-VpnTunnel");
        Assert.Equal(["ReplaceVpnTunnel", "ReplaceVpnTunnel"], WrittenActions);
        Sandbox.ForgetCalls();
        Script("Update-VpnTunnel office");
        Assert.Empty(Sandbox.Writes);
    }
}
