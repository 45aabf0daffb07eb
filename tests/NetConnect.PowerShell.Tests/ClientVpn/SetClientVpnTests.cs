namespace NetConnect.PowerShell.Tests.ClientVpn;

public sealed class SetClientVpnTests : ClientVpnTest
{
    private const string Change =
        "Set-ClientVpn people -SplitTunnel:$false -SessionTimeoutHours 8 -DisconnectOnSessionTimeout $false -LoginBanner Welcome -ConnectionLogGroup vpn -Description Staff "
        + "-EnforceClientRoutes $true -DnsServer 10.1.0.2 -VpnPort 1194 -Tag @{ Team = 'net' }";

    [Fact]
    public void All_that_differs_is_one_call_and_the_second_time_none()
    {
        Make();
        Sandbox.ForgetCalls();
        dynamic changed = Script(Change).Single();
        Assert.Equal(["CreateTags", "ModifyClientVpnEndpoint"], WrittenActions.Order());
        Assert.Equal(
            "False 8 False Welcome vpn Staff True 10.1.0.2 1194 net",
            $"{changed.SplitTunnel} {changed.SessionTimeoutHours} {changed.DisconnectOnSessionTimeout} {changed.LoginBanner} {changed.ConnectionLogGroup} {changed.Description} "
            + $"{changed.EnforcesClientRoutes} {changed.DnsServers[0]} {changed.VpnPort} {changed.Tags["Team"]}");
        Sandbox.ForgetCalls();
        Script(Change);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void Empty_values_turn_off_what_was_on()
    {
        Make();
        Script(Change);
        Script("Set-ClientVpn people -LoginBanner '' -ConnectionLogGroup '' -DnsServer @() -RemoveTag Team");
        dynamic changed = Script("Get-ClientVpn people").Single();
        Assert.Null(changed.LoginBanner);
        Assert.Null(changed.ConnectionLogGroup);
        Assert.Empty(changed.DnsServers);
        Assert.False(changed.Tags.ContainsKey("Team"));
    }

    [Fact]
    public void DNS_servers_that_stay_are_not_written_because_that_ends_all_sessions()
    {
        Make();
        Script(Change);
        string id = Script("Get-ClientVpn people").Single().ClientVpnEndpointId;
        Script($"$sandbox.ClientVpn.Connect('{id}', 'anna')");
        Assert.Empty(Script("Set-ClientVpn people -DnsServer 10.1.0.2 -SessionTimeoutHours 24").Warnings);
        Assert.Single(Script("Get-ClientVpnConnection people -Active").Output);
    }

    [Theory]
    [InlineData("-DnsServer 10.1.0.3", "DNS servers")]
    [InlineData("-SplitTunnel:$false", "split tunnel")]
    [InlineData("-VpnPort 1194", "port")]
    public void A_change_that_ends_all_sessions_says_so(string change, string named)
    {
        string id = Make().ClientVpnEndpointId;
        Script($"$null = $sandbox.ClientVpn.Connect('{id}', 'anna')");
        Assert.Contains(Script("Set-ClientVpn people " + change).Warnings, warning => warning.Contains($"({named}) ends all sessions", StringComparison.Ordinal));
        Assert.Empty(Script("Get-ClientVpnConnection people -Active").Output);
    }

    [Fact]
    public void Who_changes_the_port_hears_that_people_need_new_files()
    {
        Make();
        Assert.Contains(Script("Set-ClientVpn people -VpnPort 1194").Warnings, warning => warning.Contains("Export-ClientVpnConfig", StringComparison.Ordinal));
    }

    [Fact]
    public void An_endpoint_from_the_pipeline_brings_none_of_its_old_settings_back()
    {
        Make();
        Script("$old = Get-ClientVpn people; Set-ClientVpn people -VpnPort 1194 -Description New; $old | Set-ClientVpn -SessionTimeoutHours 8");
        Assert.Equal(["1194 New 8"], Texts("Get-ClientVpn | ForEach-Object { \"$($_.VpnPort) $($_.Description) $($_.SessionTimeoutHours)\" }"));
    }

    [Theory]
    [InlineData("ClientVpnOptionInvalid", "people -VpnPort 80")]
    [InlineData("ClientVpnOptionInvalid", "people -SessionTimeoutHours 9")]
    [InlineData("ClientVpnOptionInvalid", "people -DnsServer 1.1.1.1, 1.0.0.1, 8.8.8.8")]
    [InlineData("ClientVpnOptionInvalid", "people -SelfServicePortal $true")]
    [InlineData("ClientVpnOptionInvalid", "people -SecurityGroupId @()")]
    [InlineData("ClientVpnOptionInvalid", "people -ConnectionLogStream only")]
    [InlineData("InvalidParameter", "people -Tag @{ Team = 'net' } -RemoveTag Team")]
    [InlineData("ClientVpnNotFound", "nobody -VpnPort 1194")]
    public void What_AWS_would_not_take_is_refused_before_anything_is_written(string errorId, string wanted)
    {
        Make();
        Refuses(errorId, "Set-ClientVpn " + wanted);
    }

    [Fact]
    public void Split_tunnel_is_refused_beside_a_route_to_everything()
    {
        Make(People.Replace("-SplitTunnel", "", StringComparison.Ordinal).Replace("-Route 172.16.0.0/12", "-Route 0.0.0.0/0", StringComparison.Ordinal));
        Refuses("ClientVpnOptionInvalid", "Set-ClientVpn people -SplitTunnel");
    }

    [Fact]
    public void WhatIf_names_what_would_change_and_writes_nothing()
    {
        Make();
        Sandbox.ForgetCalls();
        Script("Set-ClientVpn people -VpnPort 1194 -LoginBanner Welcome -WhatIf");
        Assert.Empty(Sandbox.Writes);
        Assert.Contains("Change the port, banner", Sandbox.Prompts.Text, StringComparison.Ordinal);
    }
}
