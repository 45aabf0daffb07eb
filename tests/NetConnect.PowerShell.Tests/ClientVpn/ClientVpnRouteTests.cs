namespace NetConnect.PowerShell.Tests.ClientVpn;

public sealed class ClientVpnRouteTests : ClientVpnTest
{
    [Fact]
    public void A_route_is_added_to_every_subnet_and_the_second_time_nothing()
    {
        Make();
        Sandbox.ForgetCalls();
        dynamic changed = Script("Add-ClientVpnRoute people 10.9.0.0/16 -Description Office -ClientToClient").Single();
        Assert.Equal(["CreateClientVpnRoute", "CreateClientVpnRoute", "CreateClientVpnRoute"], WrittenActions);
        Assert.Equal(9, changed.Routes.Count);
        Assert.Equal(["10.200.0.0/22 via local Office", $"10.9.0.0/16 via {ZoneA} Office", $"10.9.0.0/16 via {ZoneB} Office"],
            Texts("(Get-ClientVpn people).Routes | Where-Object Description -eq Office | ForEach-Object { \"$_ $($_.Description)\" }").Order());
        Sandbox.ForgetCalls();
        Script("Get-ClientVpn people | Add-ClientVpnRoute -DestinationCidrBlock 10.9.0.0/16 -ClientToClient");
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void A_route_that_one_subnet_lacks_is_completed_without_naming_it()
    {
        Make(People.Replace(", " + ZoneB, "", StringComparison.Ordinal));
        Sandbox.Fault("ServerError", "CreateClientVpnRoute", count: 0);
        Sandbox.Script($"Add-ClientVpnSubnet people {ZoneB}");
        Sandbox.ClearFaults();
        Sandbox.ForgetCalls();
        Script("Add-ClientVpnRoute people");
        Assert.Equal(["CreateClientVpnRoute", "CreateClientVpnRoute"], WrittenActions);
        Assert.All(Texts("(Get-ClientVpn people).Routes.DestinationCidrBlock").GroupBy(text => text), network => Assert.Equal(2, network.Count()));
    }

    [Theory]
    [InlineData("ClientVpnOptionInvalid", "people 10.200.1.0/24")]
    [InlineData("ClientVpnOptionInvalid", "people 0.0.0.0/0")]
    [InlineData("ClientVpnOptionInvalid", "people 2001:db8::/32")]
    [InlineData("MalformedCidr", "people 10.9.0.0/33")]
    public void A_route_that_cannot_be_is_refused_before_anything_is_written(string errorId, string wanted)
    {
        Make();
        Refuses(errorId, "Add-ClientVpnRoute " + wanted);
    }

    [Fact]
    public void Without_a_subnet_there_is_nothing_to_lead_a_route_through()
    {
        Make("New-ClientVpn people 10.200.0.0/22 -ServerCertificateArn $arn -ClientRootCertificateChainArn $arn");
        Refuses("ClientVpnStateConflict", "Add-ClientVpnRoute people 10.9.0.0/16");
    }

    [Fact]
    public void Removed_it_goes_from_every_subnet_and_the_second_time_nothing()
    {
        Make();
        Sandbox.ForgetCalls();
        Assert.Empty(Script("(Get-ClientVpn people).Routes | Where-Object DestinationCidrBlock -eq 172.16.0.0/12 | Remove-ClientVpnRoute people -Confirm:$false").Output);
        Assert.Equal(["DeleteClientVpnRoute", "DeleteClientVpnRoute"], WrittenActions);
        Assert.DoesNotContain("172.16.0.0/12", Texts("(Get-ClientVpn people).Routes.DestinationCidrBlock"));
        Sandbox.ForgetCalls();
        Script("Remove-ClientVpnRoute people 172.16.0.0/12 -Confirm:$false");
        Assert.Empty(Sandbox.Writes);
    }

    [Theory]
    [InlineData("people 10.1.0.0/16")]
    [InlineData("people")]
    public void The_route_that_came_with_a_subnet_and_nothing_at_all_cannot_be_removed(string wanted)
    {
        Make();
        Refuses("ClientVpnOptionInvalid", $"Remove-ClientVpnRoute {wanted} -Confirm:$false");
    }
}
