using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>A pre-shared key reaches AWS, and nothing else.</summary>
public sealed class VpnSecretTests : VpnTest
{
    private const string Key = "Only.The_Device.Knows1";

    [Fact]
    public void The_key_reaches_the_tunnel_and_no_stream_object_or_CLIXML_shows_it()
    {
        Script("param($key) $global:option = New-VpnTunnelOption -PreSharedKey ([System.Net.NetworkCredential]::new('', $key).SecurePassword)", Key);
        Invocation[] runs =
        [
            Script("$option; [System.Management.Automation.PSSerializer]::Serialize($option, 6); \"$option\""),
            Script(Office + " -TunnelOption $option, $option -WhatIf"),
            Script("$global:vpn = " + Office + " -TunnelOption $option, $option -Verbose -Debug; $vpn; [System.Management.Automation.PSSerializer]::Serialize($vpn, 6)"),
            Script("$seen = Get-SiteToSiteVpn office -Verbose; $seen; $seen.Tunnels.Options; [System.Management.Automation.PSSerializer]::Serialize($seen, 6)"),
            Sandbox.Script("Set-VpnTunnelOption office $option -Verbose -Debug"),
        ];
        // A device with that key comes up: it did reach the tunnel.
        Script(
            """
            param($key)
            foreach ($tunnel in $vpn.Tunnels) { $sandbox.Vpn.Connect($vpn.VpnConnectionId, $tunnel.OutsideIpAddress, [NetConnect.Sandbox.SandboxVpnPeer]@{ PreSharedKey = $key }) }
            while (Get-VpnTunnelStatus office | Where-Object Status -ne UP) { }
            """,
            Key);
        string all = string.Join('\n', runs.SelectMany(Everything)) + Sandbox.Prompts.Text;
        Assert.Contains("office", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, all, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_are_asked_for_are_behind_a_method_and_in_no_property_view_or_CLIXML()
    {
        Script("param($key) $global:option = New-VpnTunnelOption -PreSharedKey ([System.Net.NetworkCredential]::new('', $key).SecurePassword); " + Office + " -TunnelOption $option, $option | Out-Null", Key);
        Assert.All(Script("(Get-SiteToSiteVpn office).Tunnels.Options").Output, (dynamic options) => Assert.False(options.HasPreSharedKey));
        Invocation read = Script(
            "$global:vpn = Get-SiteToSiteVpn office -IncludeSecret; $vpn; $vpn.Tunnels; $vpn.Tunnels.Options; [System.Management.Automation.PSSerializer]::Serialize($vpn, 6)");
        Assert.DoesNotContain(Key, string.Join('\n', Everything(read)), StringComparison.Ordinal);
        Assert.Equal(
            [Key, Key],
            Script("$vpn.Tunnels | ForEach-Object { [System.Net.NetworkCredential]::new('', $_.Options.GetPreSharedKey()).Password }").Output.Select(key => $"{key}"));
    }

    [Fact]
    public void A_key_that_a_tunnel_has_already_is_not_set_again()
    {
        Script("param($key) $global:option = New-VpnTunnelOption -PreSharedKey ([System.Net.NetworkCredential]::new('', $key).SecurePassword); " + Office + " -TunnelOption $option, $option | Out-Null", Key);
        Sandbox.ForgetCalls();
        Assert.Empty(Script("Set-VpnTunnelOption office $option").Warnings);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void Keys_move_to_Secrets_Manager_once_and_are_then_said_to_be_redacted()
    {
        Make(Office);
        BringUp("office");
        Script("Set-VpnTunnelOption office -PreSharedKeyStorage SecretsManager");
        Assert.Single(WrittenActions);
        Assert.All(Script("Get-VpnTunnelStatus office").Output, (dynamic tunnel) => Assert.Equal("UP", tunnel.Status));
        Invocation read = Script("(Get-SiteToSiteVpn office -IncludeSecret).Tunnels");
        Assert.All(read.Output, (dynamic tunnel) => Assert.Equal(("SecretsManager", false), ((string)tunnel.PreSharedKeyStorage, (bool)tunnel.Options.HasPreSharedKey)));
        Assert.Equal(2, read.Warnings.Count(warning => warning.StartsWith("PreSharedKeyRedacted: ", StringComparison.Ordinal)));
        Sandbox.ForgetCalls();
        Script("Set-VpnTunnelOption office -PreSharedKeyStorage SecretsManager");
        Assert.Empty(Sandbox.Writes);
        Script("Set-VpnTunnelOption office -PreSharedKeyStorage Standard");
        Assert.All(Script("(Get-SiteToSiteVpn office -IncludeSecret).Tunnels.Options").Output, (dynamic options) => Assert.True(options.HasPreSharedKey));
    }

    [Theory]
    [InlineData("short.7")]
    [InlineData("0begins_with_zero")]
    [InlineData("has a blank in it")]
    public void A_key_that_AWS_would_not_take_is_refused_without_being_shown(string key)
    {
        Invocation run = Sandbox.Script("param($key) New-VpnTunnelOption -PreSharedKey ([System.Net.NetworkCredential]::new('', $key).SecurePassword)", key);
        Assert.Equal("PreSharedKeyInvalid", Assert.Single(run.ErrorIds));
        Assert.DoesNotContain(key, run.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Everything(Invocation run) =>
        run.Output.Select(o => $"{o} {string.Join(' ', o.Properties.Select(p => p.Value))}")
            .Concat(run.Errors.Select(e => $"{e} {e.TargetObject}")).Concat(run.Warnings).Concat(run.Verbose).Concat(run.Debug).Concat(run.Information)
            .Concat(run.Progress.Select(p => $"{p.StatusDescription} {p.CurrentOperation}"));
}
