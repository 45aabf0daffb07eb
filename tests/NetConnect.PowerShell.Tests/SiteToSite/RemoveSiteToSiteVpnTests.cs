namespace NetConnect.PowerShell.Tests.SiteToSite;

public sealed class RemoveSiteToSiteVpnTests : VpnTest
{
    private const string Remove = "Remove-SiteToSiteVpn office -Confirm:$false";

    [Fact]
    public void The_connection_and_its_propagation_go_and_the_gateways_stay()
    {
        Make(Office);
        Sandbox.ForgetCalls();
        Assert.Empty(Script(Remove).Output);
        Assert.Equal(
            ["DeleteVpnConnection", "DisableVgwRoutePropagation", "DisableVgwRoutePropagation", "DisableVgwRoutePropagation"], WrittenActions.Order());
        Assert.Empty(Script("Get-SiteToSiteVpn").Output);
        Sandbox.ForgetCalls();
        Make(Office);
        Assert.DoesNotContain(WrittenActions, action => action is "CreateCustomerGateway" or "CreateVpnGateway");
    }

    [Fact]
    public void IncludeGateway_takes_everything_that_New_SiteToSiteVpn_made()
    {
        Make(Office);
        Sandbox.ForgetCalls();
        Assert.Equal("deleted", Script(Remove + " -IncludeGateway -PassThru").Single().State);
        Assert.Equal(["DeleteCustomerGateway", "DeleteVpnConnection", "DeleteVpnGateway", "DetachVpnGateway"], WrittenActions.Except(["DisableVgwRoutePropagation"]).Order());
        Sandbox.ForgetCalls();
        Make(Office);
        Assert.Contains("CreateVpnGateway", WrittenActions);
    }

    [Fact]
    public void What_another_connection_uses_stays()
    {
        Make(Office);
        Make(Branch);
        Sandbox.ForgetCalls();
        Script(Remove + " -IncludeGateway");
        Assert.Equal(["DeleteCustomerGateway", "DeleteVpnConnection"], WrittenActions.Order());
        Assert.Equal(3, ((IEnumerable<string>)Script("Get-SiteToSiteVpn branch").Single().PropagatingRouteTableIds).Count());
    }

    [Fact]
    public void Gateways_can_follow_a_connection_that_is_gone()
    {
        string id = Make(Office).VpnConnectionId;
        Script(Remove);
        Sandbox.ForgetCalls();
        Script("Remove-SiteToSiteVpn $args[0] -IncludeGateway -Confirm:$false", id);
        Assert.Equal(["DeleteCustomerGateway", "DeleteVpnGateway", "DetachVpnGateway"], WrittenActions.Order());
        Sandbox.ForgetCalls();
        Script("Remove-SiteToSiteVpn $args[0] -IncludeGateway -Confirm:$false", id);
        Assert.Empty(Sandbox.Writes);
    }
}
