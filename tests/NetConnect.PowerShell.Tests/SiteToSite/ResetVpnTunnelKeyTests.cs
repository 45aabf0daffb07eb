using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>Each new key comes down the pipeline while its tunnel is down, and nothing else shows it.</summary>
public sealed class ResetVpnTunnelKeyTests : VpnTest
{
    // What configures the device with a key that comes down the pipeline; $told remembers it.
    private const string Device = """
        ForEach-Object {
            $global:told += @($_)
            $key = [System.Net.NetworkCredential]::new('', $_.GetPreSharedKey()).Password
            $sandbox.Vpn.Connect($_.VpnConnectionId, $_.OutsideIpAddress, [NetConnect.Sandbox.SandboxVpnPeer]@{ PreSharedKey = $key; BgpRoutes = [string[]]@($routes | Where-Object { $_ }) })
        }
        """;

    private const string Reset = "Reset-VpnTunnelKey office | " + Device;

    [Fact]
    public void Both_tunnels_come_up_with_their_new_keys_and_a_second_run_writes_nothing()
    {
        Make(Office);
        BringUp("office");
        Script(Reset);
        Assert.Equal(["ModifyVpnTunnelOptions", "ModifyVpnTunnelOptions"], WrittenActions);
        Assert.Equal([true, true], Script("$told.IsChanged").Output.Select(flag => (bool)flag.BaseObject));
        Assert.All(Script("Get-VpnTunnelStatus office").Output, (dynamic tunnel) => Assert.Equal("UP", tunnel.Status));
        Sandbox.ForgetCalls();
        Assert.Equal(2, Script(Reset).Warnings.Count);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void With_BGP_a_tunnel_is_back_when_its_routes_are()
    {
        Make(Branch);
        BringUp("branch", "10.50.0.0/16", "10.51.0.0/16");
        Script("$global:routes = '10.50.0.0/16', '10.51.0.0/16'; Reset-VpnTunnelKey branch | " + Device);
        Assert.All(Script("Get-VpnTunnelStatus branch").Output, (dynamic tunnel) => Assert.Equal(("UP", 2), ((string)tunnel.Status, (int)tunnel.AcceptedRouteCount)));
    }

    [Fact]
    public void A_device_that_is_not_told_keeps_the_second_tunnel_as_it_is()
    {
        Make(Office);
        BringUp("office");
        Invocation run = Sandbox.Script("Reset-VpnTunnelKey office -Timeout 1");
        Assert.Equal("WaitTimedOut", Assert.Single(run.ErrorIds));
        Assert.Single(run.Output);
        Assert.Single(WrittenActions);
        // The next run has the first key to tell, and goes on.
        Script(Reset);
        Assert.Equal([false, true], Script("$told.IsChanged").Output.Select(flag => (bool)flag.BaseObject));
        Assert.Equal(2, WrittenActions.Count());
    }

    [Fact]
    public void Where_the_device_cannot_be_configured_the_command_ends_and_the_second_tunnel_keeps_its_key()
    {
        Make(Office);
        BringUp("office");
        Invocation run = Sandbox.Script("Reset-VpnTunnelKey office | ForEach-Object { throw 'The device does not answer.' }");
        Assert.Equal("The device does not answer.", run.Failure?.Exception.Message);
        Assert.Single(WrittenActions);
        Script(Reset);
        Assert.Equal(2, WrittenActions.Count());
    }

    [Fact]
    public void Two_connections_are_changed_side_by_side()
    {
        Make(Office);
        Make(Branch);
        BringUp("office");
        BringUp("branch");
        Script("Get-SiteToSiteVpn | Reset-VpnTunnelKey | " + Device);
        Assert.Equal(4, WrittenActions.Count());
        Assert.Equal(4, Script("$told.OutsideIpAddress").Output.Distinct().Count());
    }

    [Fact]
    public void Given_keys_are_set_tunnel_by_tunnel_from_the_pipeline()
    {
        Make(Office);
        BringUp("office");
        Script(
            "$keys = (Get-SiteToSiteVpn office).Tunnels | ForEach-Object { [pscustomobject]@{ VpnConnectionId = 'office'; OutsideIpAddress = $_.OutsideIpAddress; " +
            "PreSharedKey = [System.Net.NetworkCredential]::new('', \"Given.For_$($_.OutsideIpAddress)\").SecurePassword } }; $keys | Reset-VpnTunnelKey | " + Device +
            "; $keys | Reset-VpnTunnelKey | Out-Null");
        Assert.Equal(2, WrittenActions.Count());
    }

    [Theory]
    [InlineData("VpnOutage", "Reset-VpnTunnelKey office")]
    [InlineData("TunnelNotFound", "Reset-VpnTunnelKey office -OutsideIpAddress 192.0.2.1")]
    [InlineData("VpnNotFound", "Reset-VpnTunnelKey nowhere")]
    [InlineData("PreSharedKeyInvalid", "Reset-VpnTunnelKey office -PreSharedKey ([System.Net.NetworkCredential]::new('', 'no blanks').SecurePassword)")]
    public void What_cannot_work_is_refused_before_anything_is_written(string errorId, string command)
    {
        Make(Office);
        Refuses(errorId, command);
    }

    [Fact]
    public void A_key_that_AWS_does_not_tell_is_changed_and_said_so()
    {
        Make(Office + " -PreSharedKeyStorage SecretsManager");
        Invocation run = Script("Reset-VpnTunnelKey office -AllowOutage -NoWait");
        Assert.All(run.Warnings, warning => Assert.StartsWith("PreSharedKeyRedacted: ", warning, StringComparison.Ordinal));
        Assert.Equal(2, run.Output.Count);
    }

    [Fact]
    public void Nothing_but_the_method_shows_a_key()
    {
        Make(Office);
        BringUp("office");
        Invocation run = Script(
            "$global:told = @(); Reset-VpnTunnelKey office -Verbose -Debug | " + Device + "; $told | ForEach-Object { \"$_\"; $_.psobject.Properties | ForEach-Object { \"$($_.Value)\" } }; " +
            "[System.Management.Automation.PSSerializer]::Serialize($told, 6)");
        string shown = string.Join('\n', run.Output.Select(line => $"{line}").Concat(run.Verbose).Concat(run.Debug).Concat(run.Warnings)
            .Concat(run.Progress.Select(progress => progress.StatusDescription))) + Sandbox.Prompts.Text;
        string[] keys = [.. Script("$told | ForEach-Object { [System.Net.NetworkCredential]::new('', $_.GetPreSharedKey()).Password }").Output.Select(key => $"{key}")];
        Assert.Equal(2, keys.Length);
        Assert.All(keys, key => Assert.DoesNotContain(key, shown, StringComparison.Ordinal));
    }
}
