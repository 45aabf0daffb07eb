using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.ClientVpn;

/// <summary>What is found about a Client VPN, over real calls; the engine's tests have every case.</summary>
public sealed class TestClientVpnTests : ClientVpnTest
{
    private const string Well =
        "New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001, subnet-0a110000000000003 -ServerCertificateArn $arn -ClientRootCertificateChainArn $arn "
        + "-Route 10.101.0.0/16 -AuthorizedCidrBlock 10.1.0.0/16, 10.101.0.0/16 -SplitTunnel";

    private readonly TemporaryFolder _folder = new();

    private string Authority => Path.Combine(_folder.Path, "vpn");

    protected override void Dispose(bool disposing)
    {
        _folder.Dispose();
        base.Dispose(disposing);
    }

    [Fact]
    public void Where_all_is_well_nothing_is_given_and_nine_calls_are_made()
    {
        Make(Well);
        Sandbox.ForgetCalls();
        Invocation run = Script("Test-ClientVpn people -Verbose");
        Assert.Empty(run.Output);
        Assert.Contains("is well: 2 subnets", Assert.Single(run.Verbose), StringComparison.Ordinal);
        Assert.Equal(
            [
                "DescribeCertificate", "DescribeClientVpnAuthorizationRules", "DescribeClientVpnEndpoints", "DescribeClientVpnRoutes", "DescribeClientVpnTargetNetworks", "DescribeRouteTables",
                "DescribeSecurityGroups", "DescribeSubnets", "ExportClientVpnClientCertificateRevocationList",
            ],
            Sandbox.Calls.Select(call => call.Action).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Endpoints_side_by_side_share_what_is_not_their_own()
    {
        Make(Well);
        Make(Well.Replace("people 10.200", "others 10.204", StringComparison.Ordinal));
        Script("$all = Get-ClientVpn");
        Sandbox.ForgetCalls();
        Assert.Empty(Script("Get-ClientVpn | Test-ClientVpn").Output);
        IEnumerable<string> shared = Sandbox.Calls.Select(call => call.Action)
            .Where(action => action is "DescribeCertificate" or "DescribeRouteTables" or "DescribeSecurityGroups" or "DescribeSubnets");
        Assert.Equal(["DescribeCertificate", "DescribeRouteTables", "DescribeSecurityGroups", "DescribeSubnets"], shared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Networks_without_a_rule_a_way_on_or_a_route_are_found()
    {
        Make();
        Assert.Equal(
            ["LaterVpcCidr 10.101.0.0/16", "RouteWithoutRule 172.16.0.0/12", "RouteWithoutRule 192.168.0.0/16", $"SubnetHasNoRoute {ZoneA}", $"SubnetHasNoRoute {ZoneB}"],
            Findings("people").Distinct());
    }

    [Fact]
    public void A_command_that_was_cut_leaves_uneven_routes_that_are_found()
    {
        Make(Well.Replace("-Route 10.101.0.0/16 ", "", StringComparison.Ordinal));
        Sandbox.Fault("ServerError", "CreateClientVpnRoute", count: 0, skip: 1);
        Assert.Equal(["ServiceFailure"], Sandbox.Script(Well + " -ThrottleLimit 1").ErrorIds.Distinct());
        Sandbox.ClearFaults();
        Assert.Equal(["UnevenRoutes 10.101.0.0/16"], Findings("people"));
    }

    [Theory]
    [InlineData("Remove-ClientVpnSubnet people subnet-0a110000000000003 -Confirm:$false", "Add-ClientVpnSubnet people subnet-0a110000000000003", "SubnetFailed subnet-0a110000000000003")]
    [InlineData("", "Grant-ClientVpnAccess people 10.101.4.0/24", "RuleFailed 10.101.4.0/24")]
    [InlineData("", "Add-ClientVpnRoute people 10.101.4.0/24", "RouteFailed 10.101.4.0/24")]
    public void What_AWS_failed_to_make_is_found_with_its_reason(string before, string command, string found)
    {
        string id = Make(Well).ClientVpnEndpointId;
        Script(before);
        Script("param($id) $sandbox.ClientVpn.FailNext($id, 'No capacity')", id);
        Assert.NotEmpty(Sandbox.Script(command).ErrorIds);
        Assert.Contains(found, Findings("people"));
        Assert.Contains("No capacity", Script("(Test-ClientVpn people | Where-Object Code -like *Failed).Evidence").Output[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_zone_and_a_full_tunnel_that_leads_nowhere_else_are_found()
    {
        Make("New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 -ServerCertificateArn $arn -ClientRootCertificateChainArn $arn -Route 10.101.0.0/16 -AuthorizedCidrBlock 10.0.0.0/8");
        string id = Script("Get-ClientVpn").Single().ClientVpnEndpointId;
        Assert.Equal([$"NoDefaultRoute {id}", $"OneZone {id}"], Findings("people"));
    }

    [Fact]
    public void An_endpoint_that_nobody_can_use_yet_says_so()
    {
        string id = Make("New-ClientVpn people 10.200.0.0/22 -ServerCertificateArn $arn -ClientRootCertificateChainArn $arn -SplitTunnel").ClientVpnEndpointId;
        Assert.Equal([$"NoRules {id}", $"NoSubnet {id}"], Findings("people"));
    }

    [Fact]
    public void The_list_at_the_endpoint_is_looked_at_and_compared_with_the_authority()
    {
        string id = Make(Well).ClientVpnEndpointId;
        Script("param($path) New-ClientVpnAuthority $path Example vpn.example.com -RevocationListDays 20; $null = 'anna', 'ben' | New-ClientVpnUser $path -ValidityDays 20", Authority);
        Script("param($path, $id) $null = Update-ClientVpnRevocationList $path -ClientVpnEndpointId $id", Authority, id);
        Assert.Equal([$"RevocationListExpiring {id}"], Findings("people"));
        Assert.Empty(Findings("people -WarningDays 10"));
        Script("param($path) $null = Revoke-ClientVpnUser $path ben -Confirm:$false", Authority);
        Assert.Equal(["CertificateExpiring anna", $"RevocationListExpiring {id}", $"RevocationListOutdated {id}"], Findings($"people -AuthorityPath '{Authority}'"));
        Script("param($path) New-ClientVpnAuthority $path-2 Another vpn.example.com", Authority);
        Assert.Contains($"OtherAuthority {Authority}-2", Findings($"people -AuthorityPath '{Authority}-2'"));
        Assert.Equal(["AuthorityNotFound"], Sandbox.Script("param($path) Test-ClientVpn people -AuthorityPath $path-3", Authority).ErrorIds);
    }

    [Fact]
    public void What_is_not_there_or_is_gone_cannot_be_examined()
    {
        string id = Make(Well).ClientVpnEndpointId;
        Refuses("ClientVpnNotFound", "Test-ClientVpn nobody");
        Script("Remove-ClientVpn people -Confirm:$false");
        Refuses("ClientVpnStateConflict", $"Test-ClientVpn {id}");
    }

    [Fact]
    public void Every_code_is_explained_in_the_help_and_every_explained_code_exists() => Assert.Equal(
        Script("[NetConnect.VpnFindingCodes].GetFields().Name").Output.Select(code => $"{code}").Order(StringComparer.Ordinal),
        Remedy.Explained("Test-SiteToSiteVpn").Concat(Remedy.Explained("Test-ClientVpn")).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Every finding's code and subject. Whatever a remedy says to run is there, with those parameters.</summary>
    private List<string> Findings(string arguments)
    {
        Invocation run = Script($"Test-ClientVpn {arguments}");
        foreach (dynamic finding in run.Output)
            Remedy.CanBeRun((string)finding.Fix);
        return run.Output.Select(finding => $"{((dynamic)finding).Code} {((dynamic)finding).Subject}").Order(StringComparer.Ordinal).ToList();
    }
}
