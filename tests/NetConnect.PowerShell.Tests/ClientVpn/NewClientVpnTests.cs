using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.ClientVpn;

public sealed class NewClientVpnTests : ClientVpnTest
{
    [Fact]
    public void It_is_available_with_its_subnets_the_same_routes_on_each_and_its_rules()
    {
        Make();
        IEnumerable<string> writes = WrittenActions.Order().ToList();
        Assert.Equal(["available people 10.200.0.0/22 True"], Texts("Get-ClientVpn | ForEach-Object { \"$($_.State) $($_.Name) $($_.ClientCidrBlock) $($_.SplitTunnel)\" }"));
        Assert.Equal([$"{ZoneA} associated", $"{ZoneB} associated"], Texts("(Get-ClientVpn).Associations | ForEach-Object { \"$_ $($_.State)\" }").Order());
        Assert.Equal(
            [
                $"10.1.0.0/16 via {ZoneA} active", $"10.1.0.0/16 via {ZoneB} active", $"172.16.0.0/12 via {ZoneA} active",
                $"172.16.0.0/12 via {ZoneB} active", $"192.168.0.0/16 via {ZoneA} active", $"192.168.0.0/16 via {ZoneB} active",
            ],
            Texts("(Get-ClientVpn).Routes | ForEach-Object { \"$_ $($_.State)\" }").Order());
        Assert.Equal(["10.1.0.0/16 for everybody active"], Texts("(Get-ClientVpn).AuthorizationRules | ForEach-Object { \"$_ $($_.State)\" }"));
        Assert.Equal(
            ["AssociateClientVpnTargetNetwork", "AssociateClientVpnTargetNetwork", "AuthorizeClientVpnIngress", "CreateClientVpnEndpoint", "CreateClientVpnRoute", "CreateClientVpnRoute",
                "CreateClientVpnRoute", "CreateClientVpnRoute"],
            writes);
    }

    [Fact]
    public void A_second_time_it_reads_four_times_and_writes_nothing()
    {
        string id = Make().ClientVpnEndpointId;
        Sandbox.ForgetCalls();
        Assert.Equal(id, Make().ClientVpnEndpointId);
        Assert.Equal(
            ["DescribeClientVpnAuthorizationRules", "DescribeClientVpnEndpoints", "DescribeClientVpnRoutes", "DescribeClientVpnTargetNetworks"],
            Sandbox.Calls.Select(call => call.Action).Order());
    }

    [Fact]
    public void Another_subnet_gets_the_routes_that_the_others_have()
    {
        Make("New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 -ServerCertificateArn $arn -ClientRootCertificateChainArn $arn -Route 172.16.0.0/12");
        Sandbox.ForgetCalls();
        Make("New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000003 -ServerCertificateArn $arn -ClientRootCertificateChainArn $arn");
        Assert.Equal(["AssociateClientVpnTargetNetwork", "CreateClientVpnRoute"], WrittenActions.Order());
        Assert.Equal([$"172.16.0.0/12 via {ZoneA}", $"172.16.0.0/12 via {ZoneB}"], Texts("(Get-ClientVpn).Routes | Where-Object DestinationCidrBlock -eq 172.16.0.0/12").Order());
    }

    [Fact]
    public void WhatIf_shows_every_step_and_writes_nothing()
    {
        Script(People + " -WhatIf");
        Assert.Empty(Sandbox.Writes);
        string shown = Sandbox.Prompts.Text;
        foreach (string words in new[] { "Create a Client VPN endpoint for 10.200.0.0/22", "Associate the subnet", "Add the route to 172.16.0.0/12", "Allow 10.1.0.0/16 for everybody" })
            Assert.Contains(words, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_clients_among_themselves_and_settings_are_as_asked()
    {
        dynamic made = Make(
            "New-ClientVpn staff 10.200.0.0/20 -SubnetId subnet-0a110000000000001 -ServerCertificateArn $arn -DirectoryId d-1234567890 -ClientRootCertificateChainArn $arn -ClientToClient "
            + "-AuthorizedCidrBlock 10.1.0.0/16, 10.200.0.0/20 -AccessGroupId admins, staff -TransportProtocol tcp -VpnPort 1194 -DnsServer 10.1.0.2 -SessionTimeoutHours 8 "
            + "-LoginBanner Welcome -ConnectionLogGroup vpn -Tag @{ Team = 'net' }");
        Assert.Equal("tcp 1194 8 Welcome vpn 10.1.0.2", $"{made.TransportProtocol} {made.VpnPort} {made.SessionTimeoutHours} {made.LoginBanner} {made.ConnectionLogGroup} {made.DnsServers[0]}");
        Assert.Equal("net", made.Tags["Team"]);
        Assert.Equal(
            ["10.1.0.0/16 for admins", "10.1.0.0/16 for staff", "10.200.0.0/20 for admins", "10.200.0.0/20 for staff"], Texts("(Get-ClientVpn).AuthorizationRules").Order());
        Assert.Contains("10.200.0.0/20 via local", Texts("(Get-ClientVpn).Routes"));
    }

    [Theory]
    [InlineData("ClientVpnOptionInvalid", "10.200.0.0/23 subnet-0a110000000000001 -ClientRootCertificateChainArn $arn")]
    [InlineData("ClientVpnOptionInvalid", "10.1.0.0/22 subnet-0a110000000000001 -ClientRootCertificateChainArn $arn")]
    [InlineData("ClientVpnOptionInvalid", "10.200.0.0/22 -ClientRootCertificateChainArn $arn -Route 10.200.1.0/24")]
    [InlineData("ClientVpnOptionInvalid", "10.200.0.0/22 -ClientRootCertificateChainArn $arn -Route 0.0.0.0/0 -SplitTunnel")]
    [InlineData("ClientVpnOptionInvalid", "10.200.0.0/22 -ClientRootCertificateChainArn $arn -VpnPort 80")]
    [InlineData("ClientVpnOptionInvalid", "10.200.0.0/22 -ClientRootCertificateChainArn $arn -SessionTimeoutHours 9")]
    [InlineData("ClientVpnOptionInvalid", "10.200.0.0/22 -ClientRootCertificateChainArn $arn -DnsServer 1.1.1.1, 1.0.0.1, 8.8.8.8")]
    [InlineData("ClientVpnOptionInvalid", "10.200.0.0/22 -ClientRootCertificateChainArn $arn -SelfServicePortal $true")]
    [InlineData("ClientVpnOptionInvalid", "10.200.0.0/22 -ClientRootCertificateChainArn $arn -SecurityGroupId sg-0123456789abcdef0")]
    [InlineData("ClientVpnOptionInvalid", "10.200.0.0/22")]
    [InlineData("ClientVpnOptionInvalid", "10.200.0.0/22 -DirectoryId d-1 -SamlProviderArn arn:aws:iam::111111111111:saml-provider/idp")]
    [InlineData("ClientVpnSubnetUnfit", "10.200.0.0/22 subnet-0a110000000000001, subnet-0a110000000000002 -ClientRootCertificateChainArn $arn")]
    [InlineData("ClientVpnSubnetUnfit", "10.200.0.0/22 subnet-0a110000000000001, subnet-0a120000000000001 -ClientRootCertificateChainArn $arn")]
    [InlineData("SubnetNotFound", "10.200.0.0/22 subnet-0123456789abcdef0 -ClientRootCertificateChainArn $arn")]
    public void What_cannot_be_is_refused_before_anything_is_written(string errorId, string wanted) =>
        Refuses(errorId, "New-ClientVpn people -ServerCertificateArn $arn -ClientCidrBlock " + wanted.Replace(" subnet-", " -SubnetId subnet-", StringComparison.Ordinal)
            .Replace(", -SubnetId subnet-", ", subnet-", StringComparison.Ordinal));

    [Fact]
    public void Another_endpoint_of_the_same_name_is_never_taken_for_it()
    {
        Make();
        Refuses("ClientVpnMismatch", "New-ClientVpn people 10.204.0.0/22 -ServerCertificateArn $arn -ClientRootCertificateChainArn $arn");
    }

    [Fact]
    public void A_setting_that_differs_is_told_and_left()
    {
        Make();
        Sandbox.ForgetCalls();
        Invocation again = Script(People.Replace("-SplitTunnel", "-SplitTunnel:$false", StringComparison.Ordinal) + " -VpnPort 1194");
        Assert.Contains("split tunnel, port", Assert.Single(again.Warnings), StringComparison.Ordinal);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void Lost_answers_make_nothing_twice()
    {
        foreach (string action in new[] { "CreateClientVpnEndpoint", "AssociateClientVpnTargetNetwork", "CreateClientVpnRoute", "AuthorizeClientVpnIngress" })
            Sandbox.Fault("ResetAfter", action);
        Make();
        Assert.Equal(["2 6 1"], Texts("Get-ClientVpn | ForEach-Object { \"$($_.Associations.Count) $($_.Routes.Count) $($_.AuthorizationRules.Count)\" }"));
        Assert.Single(Script("Get-ClientVpn").Output);
    }

    [Fact]
    public void More_changes_than_AWS_takes_at_once_are_made_one_after_the_other()
    {
        dynamic made = Make(
            "New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001, subnet-0a110000000000003 -ServerCertificateArn $arn -ClientRootCertificateChainArn $arn "
            + "-Route (1..12 | ForEach-Object { \"172.16.$_.0/24\" })");
        Assert.Equal(26, made.Routes.Count);
        Assert.DoesNotContain(Sandbox.Calls, call => call.Error == "ConcurrentMutationLimitExceeded");
    }
}
