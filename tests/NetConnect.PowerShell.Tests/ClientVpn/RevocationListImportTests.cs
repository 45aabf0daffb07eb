using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.ClientVpn;

/// <summary>Revocation lists on their way into endpoints.</summary>
public sealed class RevocationListImportTests : ClientVpnTest
{
    private readonly TemporaryFolder _folder = new();

    private string Authority => Path.Combine(_folder.Path, "vpn");

    private IEnumerable<string> Imports => WrittenActions.Where(action => action.StartsWith("Import", StringComparison.Ordinal));

    protected override void Dispose(bool disposing)
    {
        _folder.Dispose();
        base.Dispose(disposing);
    }

    [Fact]
    public void Many_people_are_one_import_and_what_an_endpoint_has_is_not_imported_again()
    {
        string id = Prepare("anna", "ben", "carl");
        Script("param($path, $id) Get-ClientVpnUser $path a*, b* | Revoke-ClientVpnUser -ClientVpnEndpointId $id -Confirm:$false", Authority, id);
        Assert.Single(Imports);
        Sandbox.ForgetCalls();
        Assert.Equal([id], (IEnumerable<string>)Script("param($path) Update-ClientVpnRevocationList $path -ClientVpnEndpointId people", Authority).Single().ClientVpnEndpointId);
        Script("param($path, $id) Revoke-ClientVpnUser $path anna -ClientVpnEndpointId $id -Confirm:$false", Authority, id);
        Script("param($path, $id) Update-ClientVpnRevocationList $path -ClientVpnEndpointId $id", Authority, id);
        Assert.Empty(Imports);
        Assert.Equal(2, (int)Script("param($path, $id) Update-ClientVpnRevocationList $path -ClientVpnEndpointId $id -Renew", Authority, id).Single().RevokedCount);
        Assert.Single(Imports);
    }

    [Fact]
    public void WhatIf_names_the_person_and_the_import_and_writes_nothing()
    {
        string id = Prepare("anna");
        Script("param($path, $id) Revoke-ClientVpnUser $path anna -ClientVpnEndpointId $id -WhatIf", Authority, id);
        Assert.Contains("Revoke the certificate", Sandbox.Prompts.Text, StringComparison.Ordinal);
        Assert.Contains("Import the revocation list", Sandbox.Prompts.Text, StringComparison.Ordinal);
        Assert.Empty(Imports);
        Assert.Empty(Script("param($path) Get-ClientVpnUser $path -Status Revoked", Authority).Output);
    }

    [Fact]
    public void An_endpoint_that_is_not_there_stops_the_revocation_before_anything_is_written()
    {
        Prepare("anna");
        Invocation run = Sandbox.Script(
            "param($path) Revoke-ClientVpnUser $path anna -ClientVpnEndpointId cvpn-endpoint-0123456789abcdef0 -Confirm:$false", Authority);
        Assert.Equal(["ClientVpnNotFound"], run.ErrorIds);
        Assert.Empty(Script("param($path) Get-ClientVpnUser $path -Status Revoked", Authority).Output);
    }

    [Fact]
    public void A_list_of_another_authority_is_not_replaced()
    {
        string id = Prepare("anna");
        Script("param($path, $id) Update-ClientVpnRevocationList $path -ClientVpnEndpointId $id", Authority, id);
        Invocation run = Sandbox.Script(
            """
            param($path, $id)
            $null = New-ClientVpnAuthority "$path-2" Other
            Update-ClientVpnRevocationList "$path-2" -ClientVpnEndpointId $id
            """,
            Authority,
            id);
        Assert.Equal(["AuthorityMismatch"], run.ErrorIds);
        Assert.Single(Imports);
    }

    private string Prepare(params string[] people)
    {
        string id = Make().ClientVpnEndpointId;
        Script("param($path, $people) $null = New-ClientVpnAuthority $path Example; $null = $people | New-ClientVpnUser $path", Authority, people);
        Sandbox.ForgetCalls();
        return id;
    }
}
