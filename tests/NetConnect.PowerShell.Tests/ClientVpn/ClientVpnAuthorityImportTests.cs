using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.ClientVpn;

/// <summary>New-ClientVpn with an authority: its certificate goes into ACM by itself.</summary>
public sealed class ClientVpnAuthorityImportTests : ClientVpnTest
{
    private const string Create = "param($vpn) New-ClientVpn people 10.200.0.0/22 -AuthorityPath $vpn ";

    private readonly TemporaryFolder _folder = new();

    private string Authority => Path.Combine(_folder.Path, "vpn");

    public ClientVpnAuthorityImportTests() => Script("param($vpn) $null = New-ClientVpnAuthority $vpn Example vpn.example.com; $null = New-ClientVpnUser $vpn anna", Authority);

    protected override void Dispose(bool disposing)
    {
        _folder.Dispose();
        base.Dispose(disposing);
    }

    [Fact]
    public void From_nothing_to_a_file_that_fits_the_endpoint()
    {
        dynamic made = Script(Create, Authority).Single();
        Assert.Equal(made.ServerCertificateArn, made.Authentication[0].ClientRootCertificateChainArn);
        Assert.Equal(["ImportCertificate", "CreateClientVpnEndpoint"], WrittenActions);
        // An endpoint that knows people by another authority would be warned about.
        Invocation run = Script("param($vpn, $file) Get-ClientVpnUser $vpn | Export-ClientVpnConfig people $file", Authority, Path.Combine(_folder.Path, "anna.ovpn"));
        Assert.Empty(run.Warnings);
        Assert.Contains("\nverify-x509-name vpn.example.com name\n", File.ReadAllText(run.Single().Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_time_the_certificate_is_found_by_one_call()
    {
        Script(Create, Authority);
        Sandbox.ForgetCalls();
        Script(Create, Authority);
        Assert.Equal(["DescribeCertificate"], Sandbox.Calls.Select(call => call.Action).Where(action => action.EndsWith("Certificate", StringComparison.Ordinal)));
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void A_renewed_certificate_is_imported_in_the_place_of_the_old_one()
    {
        string arn = Script(Create, Authority).Single().ServerCertificateArn;
        Script("param($vpn) $null = New-ClientVpnAuthority $vpn Example vpn.example.com -Renew", Authority);
        Sandbox.ForgetCalls();
        Script(Create + "-WhatIf", Authority);
        Assert.Contains("Import the server's new certificate into ACM in the place of the old one", Sandbox.Prompts.Text, StringComparison.Ordinal);
        Assert.Empty(Sandbox.Writes);
        Invocation run = Script(Create, Authority);
        Assert.Empty(run.Warnings);
        Assert.Equal(arn, (string)run.Single().ServerCertificateArn);
        Assert.Equal(["ImportCertificate"], WrittenActions);
    }

    [Fact]
    public void WhatIf_shows_the_import_and_whoever_declines_it_makes_no_endpoint()
    {
        Script(Create + "-WhatIf", Authority);
        Assert.Contains("Import the server's certificate into ACM", Sandbox.Prompts.Text, StringComparison.Ordinal);
        Sandbox.Prompts.Answers.Enqueue("No");
        Assert.Empty(Script(Create + "-Confirm", Authority).Output);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void Two_endpoints_and_a_lost_answer_still_make_one_certificate()
    {
        Sandbox.Fault("ResetAfter", "ImportCertificate");
        Invocation run = Script(
            """
            param($vpn)
            [pscustomobject]@{ Name = 'one'; ClientCidrBlock = '10.200.0.0/22' }, [pscustomobject]@{ Name = 'two'; ClientCidrBlock = '10.204.0.0/22' } | New-ClientVpn -AuthorityPath $vpn
            """,
            Authority);
        Assert.Single(run.Output.Select(made => (string)((dynamic)made).ServerCertificateArn).Distinct());
        Assert.Single(Sandbox.Calls, call => call.Action == "ImportCertificate");
    }

    [Fact]
    public void A_server_of_another_authority_keeps_its_certificate_and_people_are_known_by_this_one()
    {
        dynamic made = Script(Create + "-ServerCertificateArn $arn", Authority).Single();
        Assert.NotEqual(made.ServerCertificateArn, made.Authentication[0].ClientRootCertificateChainArn);
        Script("param($vpn, $file) Export-ClientVpnConfig people $file anna -AuthorityPath $vpn", Authority, Path.Combine(_folder.Path, "anna.ovpn"));
    }

    [Fact]
    public void With_a_directory_people_need_both()
    {
        dynamic made = Script(Create + "-DirectoryId d-1234567890", Authority).Single();
        Assert.Equal(["certificate-authentication", "directory-service-authentication"], ((IEnumerable<object>)made.Authentication).Select(way => $"{way}"));
    }

    [Theory]
    [InlineData("ClientVpnOptionInvalid", "-AuthorityPath $vpn -ServerCertificateArn $arn -ClientRootCertificateChainArn $arn")]
    [InlineData("ClientVpnOptionInvalid", "-ClientRootCertificateChainArn $arn")]
    [InlineData("AuthorityNotFound", "-AuthorityPath \"$vpn-2\"")]
    public void What_cannot_be_is_refused_before_anything_is_written(string errorId, string arguments)
    {
        Sandbox.ForgetCalls();
        Assert.Equal([errorId], Sandbox.Script("param($vpn) New-ClientVpn people 10.200.0.0/22 " + arguments, Authority).ErrorIds);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void An_endpoint_of_another_authority_is_never_taken_for_it()
    {
        Make();
        Sandbox.ForgetCalls();
        Assert.Equal(["ClientVpnMismatch"], Sandbox.Script(Create, Authority).ErrorIds);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void The_passphrase_is_needed_for_the_import_and_shown_nowhere()
    {
        const string Encrypted = """
            param($vpn)
            $passphrase = [System.Net.NetworkCredential]::new('', 'geheimnis').SecurePassword
            $null = New-ClientVpnAuthority "$vpn-2" Example vpn.example.com -Passphrase $passphrase
            """;
        Script(Encrypted, Authority);
        Assert.Equal(["PassphraseWrong"], Sandbox.Script("param($vpn) New-ClientVpn people 10.200.0.0/22 -AuthorityPath \"$vpn-2\"", Authority).ErrorIds);
        Assert.Empty(Sandbox.Writes);
        Invocation run = Script(Encrypted + "\nNew-ClientVpn people 10.200.0.0/22 -AuthorityPath \"$vpn-2\" -Passphrase $passphrase -Verbose -Debug", Authority);
        string all = string.Join('\n', run.Verbose.Concat(run.Debug).Append(run.ToString()));
        Assert.DoesNotContain("geheimnis", all, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE KEY", all, StringComparison.Ordinal);
    }
}
