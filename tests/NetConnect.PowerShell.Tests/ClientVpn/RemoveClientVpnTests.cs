namespace NetConnect.PowerShell.Tests.ClientVpn;

public sealed class RemoveClientVpnTests : ClientVpnTest
{
    [Fact]
    public void Routes_and_rules_go_first_then_the_subnets_then_the_endpoint()
    {
        Make();
        Sandbox.ForgetCalls();
        Assert.Equal("deleted", Script("Remove-ClientVpn people -Confirm:$false -PassThru").Single().State);
        Assert.Equal(
            ["DeleteClientVpnRoute", "DeleteClientVpnRoute", "DeleteClientVpnRoute", "DeleteClientVpnRoute", "RevokeClientVpnIngress"], WrittenActions.Take(5).Order());
        Assert.Equal(["DisassociateClientVpnTargetNetwork", "DisassociateClientVpnTargetNetwork", "DeleteClientVpnEndpoint"], WrittenActions.Skip(5));
        Assert.Empty(Script("Get-ClientVpn").Output);
    }

    [Fact]
    public void WhatIf_lists_all_that_would_go()
    {
        Make();
        Sandbox.ForgetCalls();
        Script("Remove-ClientVpn people -WhatIf");
        Assert.Empty(Sandbox.Writes);
        string shown = Sandbox.Prompts.Text;
        foreach (string words in new[] { "Remove the route to 172.16.0.0/12", "Revoke 10.1.0.0/16 for everybody", "Disassociate the subnet", "Delete the Client VPN endpoint" })
            Assert.Contains(words, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_removal_that_was_cut_goes_on_where_it_stopped()
    {
        Make();
        Sandbox.Fault("ServerError", "DisassociateClientVpnTargetNetwork", count: 0);
        Assert.Equal("ServiceFailure", Assert.Single(Sandbox.Script("Remove-ClientVpn people -Confirm:$false").ErrorIds));
        Sandbox.ClearFaults();
        Sandbox.ForgetCalls();
        Script("Remove-ClientVpn people -Confirm:$false");
        Assert.Equal(["DisassociateClientVpnTargetNetwork", "DisassociateClientVpnTargetNetwork", "DeleteClientVpnEndpoint"], WrittenActions);
    }

    [Theory]
    [InlineData("Add-ClientVpnSubnet people subnet-0a110000000000003")]
    [InlineData("Add-ClientVpnRoute people 10.9.0.0/16")]
    [InlineData("Grant-ClientVpnAccess people 10.9.0.0/16")]
    public void What_AWS_failed_to_make_goes_like_the_rest(string addition)
    {
        string id = Make(People.Replace(", " + ZoneB, "", StringComparison.Ordinal)).ClientVpnEndpointId;
        Script($"$sandbox.ClientVpn.FailNext('{id}', 'Out of addresses')");
        Assert.Equal("ClientVpnStateConflict", Assert.Single(Sandbox.Script(addition).ErrorIds));
        Script("Remove-ClientVpn people -Confirm:$false");
        Assert.Empty(Script("Get-ClientVpn").Output);
    }

    [Fact]
    public void What_is_not_there_is_one_error_and_the_others_go()
    {
        Make();
        Assert.Equal("ClientVpnNotFound", Assert.Single(Sandbox.Script("'nobody', 'people' | Remove-ClientVpn -ClientVpnEndpointId { $_ } -Confirm:$false").ErrorIds));
        Assert.Empty(Script("Get-ClientVpn").Output);
    }
}
