using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.ClientVpn;

public sealed class ClientVpnSubnetTests : ClientVpnTest
{
    [Fact]
    public void Another_subnet_gets_the_routes_that_the_others_have_and_the_second_time_nothing()
    {
        Make(People.Replace(", " + ZoneB, "", StringComparison.Ordinal));
        Sandbox.ForgetCalls();
        dynamic changed = Script($"Add-ClientVpnSubnet people {ZoneB}").Single();
        Assert.Equal(["AssociateClientVpnTargetNetwork", "CreateClientVpnRoute", "CreateClientVpnRoute"], WrittenActions);
        Assert.Equal(2, changed.Associations.Count);
        Assert.Contains($"172.16.0.0/12 via {ZoneB}", Texts("(Get-ClientVpn people).Routes"));
        Sandbox.ForgetCalls();
        Script($"Get-ClientVpn people | Add-ClientVpnSubnet -SubnetId {ZoneB}");
        Assert.Empty(Sandbox.Writes);
    }

    [Theory]
    [InlineData("ClientVpnSubnetUnfit", "people subnet-0a110000000000002")]
    [InlineData("ClientVpnSubnetUnfit", "people subnet-0a120000000000001")]
    [InlineData("SubnetNotFound", "people subnet-0123456789abcdef0")]
    [InlineData("MalformedId", "people vpc-0a110000000000001")]
    [InlineData("ClientVpnNotFound", "nobody subnet-0a110000000000003")]
    public void A_subnet_that_does_not_fit_is_refused_before_anything_is_written(string errorId, string wanted)
    {
        Make();
        Refuses(errorId, "Add-ClientVpnSubnet " + wanted);
    }

    [Fact]
    public void The_routes_through_a_subnet_go_before_it_and_the_others_stay()
    {
        Make();
        Sandbox.ForgetCalls();
        Assert.Empty(Script($"Remove-ClientVpnSubnet people {ZoneB} -Confirm:$false").Output);
        Assert.Equal(["DeleteClientVpnRoute", "DeleteClientVpnRoute", "DisassociateClientVpnTargetNetwork"], WrittenActions);
        Assert.Equal(["10.1.0.0/16", "172.16.0.0/12", "192.168.0.0/16"], Texts("(Get-ClientVpn people).Routes.DestinationCidrBlock").Order());
        Sandbox.ForgetCalls();
        Script($"Remove-ClientVpnSubnet people {ZoneB} -Confirm:$false");
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void Who_takes_the_last_subnet_hears_that_everybody_is_cut_off()
    {
        Make();
        Invocation removal = Script($"Remove-ClientVpnSubnet people {ZoneA}, {ZoneB} -Confirm:$false -PassThru");
        Assert.Contains("nobody can connect", Assert.Single(removal.Warnings), StringComparison.Ordinal);
        Assert.Equal(["pending-associate 0 0"], Texts("Get-ClientVpn | ForEach-Object { \"$($_.State) $($_.Associations.Count) $($_.Routes.Count)\" }"));
    }
}
