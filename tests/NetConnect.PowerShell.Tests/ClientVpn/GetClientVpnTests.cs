namespace NetConnect.PowerShell.Tests.ClientVpn;

public sealed class GetClientVpnTests : ClientVpnTest
{
    [Fact]
    public void By_id_by_name_by_tag_and_by_its_own_output_it_is_the_same()
    {
        string id = Make(People + " -Tag @{ Team = 'net' }").ClientVpnEndpointId;
        Make("New-ClientVpn others 10.204.0.0/22 -ServerCertificateArn $arn -ClientRootCertificateChainArn $arn");
        Assert.Equal(2, Script("Get-ClientVpn").Output.Count);
        foreach (string command in new[] { $"Get-ClientVpn {id}", "Get-ClientVpn people", "Get-ClientVpn -Tag @{ Team = 'net' }", "Get-ClientVpn people | Get-ClientVpn" })
            Assert.Equal(id, Script(command).Single().ClientVpnEndpointId);
    }

    [Fact]
    public void What_is_not_there_is_said()
    {
        Make();
        Refuses("ClientVpnNotFound", "Get-ClientVpn nobody");
        Refuses("ClientVpnNotFound", "Get-ClientVpn cvpn-endpoint-0123456789abcdef0");
        Refuses("MalformedId", "Get-ClientVpn cvpn-endpoint-1");
    }
}
