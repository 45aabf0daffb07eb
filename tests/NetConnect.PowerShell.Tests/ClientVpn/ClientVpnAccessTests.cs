using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.ClientVpn;

public sealed class ClientVpnAccessTests : ClientVpnTest
{
    [Fact]
    public void Everybody_may_reach_what_was_granted_and_the_second_time_nothing_is_written()
    {
        Make();
        Sandbox.ForgetCalls();
        dynamic changed = Script("Grant-ClientVpnAccess people 172.16.0.0/12, 192.168.0.0/16").Single();
        Assert.Equal(["AuthorizeClientVpnIngress", "AuthorizeClientVpnIngress"], WrittenActions);
        Assert.Equal(3, changed.AuthorizationRules.Count);
        Sandbox.ForgetCalls();
        Script("Grant-ClientVpnAccess people 172.16.0.0/12");
        Assert.Equal(["DescribeClientVpnAuthorizationRules", "DescribeClientVpnEndpoints", "DescribeClientVpnRoutes", "DescribeClientVpnTargetNetworks"],
            Sandbox.Calls.Select(call => call.Action).Order());
    }

    [Fact]
    public void Rows_of_a_file_name_endpoint_network_and_group_and_a_bad_one_leaves_the_others_alone()
    {
        Make(People.Replace("-ClientRootCertificateChainArn $arn", "-DirectoryId d-1234567890", StringComparison.Ordinal));
        Assert.Equal("MalformedCidr", Assert.Single(Sandbox.Script("""
            ('172.16.0.0/12', 'admins'), ('nowhere', 'admins'), ('192.168.0.0/16', '') | ForEach-Object {
                [pscustomobject]@{ ClientVpnEndpointId = 'people'; AuthorizedCidrBlock = $_[0]; AccessGroupId = $_[1] }
            } | Grant-ClientVpnAccess
            """).ErrorIds));
        Assert.Equal(["10.1.0.0/16 for everybody", "172.16.0.0/12 for admins", "192.168.0.0/16 for everybody"], Texts("(Get-ClientVpn).AuthorizationRules").Order());
    }

    [Fact]
    public void A_network_that_clients_have_no_addresses_for_is_refused()
    {
        Make();
        Refuses("ClientVpnOptionInvalid", "Grant-ClientVpnAccess people 2001:db8::/32");
    }

    [Fact]
    public void A_group_where_certificates_alone_count_is_warned_about()
    {
        Make();
        Assert.Contains("tells no groups", Assert.Single(Script("Grant-ClientVpnAccess people 172.16.0.0/12 admins").Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Just_the_named_rule_is_revoked_and_the_others_are_told()
    {
        Make(People.Replace("-ClientRootCertificateChainArn $arn", "-DirectoryId d-1234567890", StringComparison.Ordinal));
        Script("Grant-ClientVpnAccess people 10.1.0.0/16 admins, staff");
        Sandbox.ForgetCalls();
        Invocation revoked = Script("Revoke-ClientVpnAccess people 10.1.0.0/16 staff -Confirm:$false");
        Assert.Empty(revoked.Output);
        Assert.Contains("10.1.0.0/16 for admins", Assert.Single(revoked.Warnings), StringComparison.Ordinal);
        Assert.Equal(["RevokeClientVpnIngress"], WrittenActions);
        Assert.Equal(["10.1.0.0/16 for admins", "10.1.0.0/16 for everybody"], Texts("(Get-ClientVpn).AuthorizationRules").Order());
    }

    [Fact]
    public void Piped_rules_are_revoked_whoever_they_are_for()
    {
        Make(People.Replace("-ClientRootCertificateChainArn $arn", "-DirectoryId d-1234567890", StringComparison.Ordinal));
        Script("Grant-ClientVpnAccess people 10.1.0.0/16 admins");
        Script("(Get-ClientVpn people).AuthorizationRules | Revoke-ClientVpnAccess people -Confirm:$false");
        Assert.Empty(Texts("(Get-ClientVpn).AuthorizationRules"));
        Sandbox.ForgetCalls();
        Script("Revoke-ClientVpnAccess people 10.1.0.0/16 -Confirm:$false");
        Assert.Empty(Sandbox.Writes);
    }
}
