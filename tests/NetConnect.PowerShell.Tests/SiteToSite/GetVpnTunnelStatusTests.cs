using System.Management.Automation;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>Tunnels are found by whatever is known of them, with few calls, and are waited for and watched.</summary>
public sealed class GetVpnTunnelStatusTests : VpnTest
{
    [Theory]
    [InlineData("Get-VpnTunnelStatus", 4, "DescribeVpnConnections")]
    [InlineData("Get-VpnTunnelStatus office", 2, "DescribeVpnConnections")]
    [InlineData("Get-VpnTunnelStatus office, branch", 4, "DescribeVpnConnections")]
    [InlineData("Get-VpnTunnelStatus -Tag @{ Name = 'branch' }", 2, "DescribeVpnConnections")]
    [InlineData("Get-VpnTunnelStatus -GatewayId $branch.CustomerGatewayId", 2, "DescribeVpnConnections")]
    [InlineData("Get-VpnTunnelStatus -GatewayId $branch.VpnGatewayId", 4, "DescribeVpnConnections")]
    [InlineData("Get-VpnTunnelStatus -VpcId vpc-0a110000000000001", 4, "DescribeVpnConnections DescribeVpnGateways")]
    [InlineData("Get-VpnTunnelStatus -VpcId vpc-0a120000000000001", 0, "DescribeVpnConnections DescribeVpnGateways")]
    [InlineData("$office, $branch | Get-VpnTunnelStatus", 4, "DescribeVpnConnections")]
    public void Tunnels_are_found_with_the_fewest_calls(string command, int tunnels, string calls)
    {
        Script($"$global:office = {Office}; $global:branch = {Branch}");
        // Reads meet within some milliseconds, which code that runs for the first time may take by itself.
        Script(command);
        Sandbox.ForgetCalls();
        Assert.Equal(tunnels, Script(command).Output.Count);
        Assert.Equal(calls.Split(' '), Sandbox.Calls.Select(call => call.Action).Order());
    }

    [Fact]
    public void What_the_ends_agreed_on_and_what_AWS_has_to_do_costs_a_call_for_each_tunnel()
    {
        Make(Office);
        BringUp("office");
        Invocation seen = Script("Get-VpnTunnelStatus office -IncludeNegotiation -IncludeMaintenance");
        Assert.All(seen.Output, (dynamic tunnel) =>
            Assert.Equal(("ikev1", "AES128", false), ((string)tunnel.Negotiation.IkeVersion, (string)tunnel.Negotiation.Phase2EncryptionAlgorithm, (bool)tunnel.Maintenance.IsPending)));
        Assert.Equal(
            ["DescribeVpnConnections", "GetActiveVpnTunnelStatus", "GetActiveVpnTunnelStatus", "GetVpnTunnelReplacementStatus", "GetVpnTunnelReplacementStatus"],
            Sandbox.Calls.Select(call => call.Action).Order());
        dynamic again = PSSerializer.Deserialize(PSSerializer.Serialize(seen.Output[0]));
        Assert.Equal("ikev1", (string)again.Negotiation.IkeVersion);
    }

    [Fact]
    public void Rows_with_Regions_and_roles_of_their_own_are_looked_at_side_by_side_with_one_call_each()
    {
        Make(Office);
        Make("New-SiteToSiteVpn data 198.51.100.9 -Static -RoleArn $peer.PeerRoleArn -Region us-east-1");
        Sandbox.ForgetCalls();
        Invocation seen = Script(
            """
            [pscustomobject]@{ Region = 'us-east-1'; RoleArn = $peer.PeerRoleArn },
            [pscustomobject]@{ Region = 'eu-west-1' } | Get-VpnTunnelStatus
            """);
        Assert.Equal(["us-east-1", "us-east-1", "eu-west-1", "eu-west-1"], seen.Output.Select(tunnel => (string)((dynamic)tunnel).Region));
        Assert.Equal(2, Sandbox.Calls.Count(call => call.Action == "DescribeVpnConnections"));
    }

    [Fact]
    public void A_bad_row_is_one_error_and_the_others_are_shown()
    {
        Make(Office);
        Invocation seen = Sandbox.Script("'nowhere', 'office', 'vpn-1' | ForEach-Object { [pscustomobject]@{ VpnConnectionId = $_ } } | Get-VpnTunnelStatus");
        Assert.Equal(2, seen.Output.Count);
        Assert.Equal(["VpnNotFound", "MalformedId"], seen.ErrorIds);
    }

    [Fact]
    public void Wait_gives_the_tunnels_once_they_are_up()
    {
        Make(Office);
        Script("$vpn = Get-SiteToSiteVpn office; foreach ($tunnel in $vpn.Tunnels) { $sandbox.Vpn.Connect($vpn.VpnConnectionId, $tunnel.OutsideIpAddress) }");
        Assert.Equal(["UP", "UP"], Script("Get-VpnTunnelStatus office -Wait Up").Output.Select(tunnel => (string)((dynamic)tunnel).Status));
    }

    [Fact]
    public void Wait_is_an_error_for_each_tunnel_that_is_late_and_shows_the_others()
    {
        Make(Office);
        BringUp("office");
        Script("$vpn = Get-SiteToSiteVpn office; $sandbox.Vpn.Disconnect($vpn.VpnConnectionId, $vpn.Tunnels[0].OutsideIpAddress)");
        Invocation seen = Sandbox.Script("Get-VpnTunnelStatus office -Wait Up -Timeout 1");
        Assert.Equal("UP", seen.Single().Status);
        ErrorRecord error = Assert.Single(seen.Errors);
        Assert.Equal(("WaitTimedOut,NetConnect.PowerShell.GetVpnTunnelStatusCommand", ErrorCategory.OperationTimeout), (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
        Assert.Equal("InvalidParameter", Assert.Single(Sandbox.Script("Get-VpnTunnelStatus office -Wait Up -Watch").ErrorIds));
    }

    [Fact]
    public async Task Watch_streams_a_change_while_it_goes_on()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Make(Office);
        BringUp("office");
        dynamic vpn = Script("Get-SiteToSiteVpn office").Single();
        string id = vpn.VpnConnectionId, tunnel = vpn.Tunnels[0].OutsideIpAddress;
        Sandbox.ForgetCalls();
        var shown = new PSDataCollection<PSObject>();
        (System.Management.Automation.PowerShell shell, _) = Sandbox.Begin(shown, "Get-VpnTunnelStatus", ("VpnConnectionId", id), ("Watch", true), ("Interval", 1));
        try
        {
            await SeenAsync(() => Sandbox.Calls.Count > 1);
            // Read, not enumerated: that would wait for the end of what is still open.
            Assert.Empty(shown.ReadAll());
            Sandbox.Vpn.Disconnect(id, tunnel);
            await SeenAsync(() => shown.Count > 0);
        }
        finally
        {
            await Task.Run(shell.Stop, CancellationToken.None);
        }
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        shell.Dispose();
        dynamic change = Assert.Single(shown.ReadAll());
        Assert.Equal((tunnel, "DOWN"), ((string)change.OutsideIpAddress, (string)change.Status));

        async Task SeenAsync(Func<bool> condition)
        {
            while (!condition())
                await Task.Delay(20, cancellationToken);
        }
    }
}
