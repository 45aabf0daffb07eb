using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.ClientVpn;

/// <summary>Export-ClientVpnConfig: a file for each person, whole, the owner's alone, and never over another one without a question.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ExportClientVpnConfigTests : ClientVpnTest
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Export = "param($vpn, $files) Export-ClientVpnConfig people $files -AuthorityPath $vpn ";

    private readonly TemporaryFolder _folder = new();

    private string Authority => Path.Combine(_folder.Path, "vpn");

    private string Files => Path.Combine(_folder.Path, "files");

    private string Anna => Path.Combine(Files, "anna.ovpn");

    public ExportClientVpnConfigTests() =>
        Script("param($vpn) $null = New-ClientVpnAuthority $vpn Example vpn.example.com; $null = 'anna', 'ben', 'carl' | New-ClientVpnUser $vpn", Authority);

    protected override void Dispose(bool disposing)
    {
        _folder.Dispose();
        base.Dispose(disposing);
    }

    [Fact]
    public void A_file_is_whole_and_its_owners_and_the_object_has_no_secret()
    {
        string id = Make().ClientVpnEndpointId;
        dynamic made = Run("anna").Single();
        string text = File.ReadAllText(Anna);
        using var pair = X509Certificate2.CreateFromPem(Block(text, "cert"), Block(text, "key"));
        Assert.Equal("anna", pair.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        Assert.StartsWith($"client\ndev tun\nproto udp\nremote {id}.prod.clientvpn.eu-west-1.amazonaws.com 443\nremote-random-hostname\n", text, StringComparison.Ordinal);
        Assert.Equal(1, text.Split("PRIVATE KEY-----\n").Length / 2);
        Assert.Equal((Owner, Owner | UnixFileMode.UserExecute), (File.GetUnixFileMode(Anna), File.GetUnixFileMode(Files)));

        Assert.Equal((id, "people", "anna", Anna, false), ((string)made.ClientVpnEndpointId, (string)made.EndpointName, (string)made.UserName, (string)made.Path, (bool)made.KeyIsEncrypted));
        Assert.Equal(pair.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256).ToLowerInvariant(), made.Fingerprint);
        Assert.Equal(pair.NotAfter.ToUniversalTime(), (DateTime)made.NotAfter);
    }

    [Fact]
    public void However_many_people_the_endpoint_is_asked_once()
    {
        Make();
        Sandbox.ForgetCalls();
        Invocation run = Script("param($vpn, $files) Get-ClientVpnUser $vpn | Export-ClientVpnConfig people $files", Authority, Files);
        Assert.Equal(["anna", "ben", "carl"], run.Output.Select(file => (string)((dynamic)file).UserName));
        Assert.Equal(["DescribeClientVpnEndpoints", "ExportClientVpnClientConfiguration"], Sandbox.Calls.Select(call => call.Action));
    }

    [Fact]
    public void People_come_by_name_as_new_ones_as_rows_and_as_what_was_saved()
    {
        Make();
        Script("param($vpn, $files) 'dora' | New-ClientVpnUser $vpn | Export-ClientVpnConfig people $files", Authority, Files);
        Script("param($vpn, $files) 'anna', 'ben' | Export-ClientVpnConfig people $files -AuthorityPath $vpn", Authority, Files);
        Script("param($vpn, $files) [pscustomobject]@{ UserName = 'carl'; AuthorityPath = $vpn } | Export-ClientVpnConfig people $files", Authority, Files);
        Script(
            """
            param($vpn, $files)
            $saved = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-ClientVpnUser $vpn ben)))
            $saved | Export-ClientVpnConfig people "$files/saved"
            Get-ClientVpn people | Export-ClientVpnConfig -Path "$files/endpoint" -UserName (Get-ClientVpnUser $vpn anna), 'ben' -AuthorityPath $vpn
            """,
            Authority,
            Files);
        Assert.Equal(
            ["anna.ovpn", "ben.ovpn", "carl.ovpn", "dora.ovpn", "endpoint/anna.ovpn", "endpoint/ben.ovpn", "saved/ben.ovpn"],
            Directory.GetFiles(Files, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Files, file)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-RandomHostPrefix -Mssfix 1300")]
    [InlineData("-Encrypt ([System.Net.NetworkCredential]::new('', 'geheim').SecurePassword)")]
    public void What_is_there_already_is_not_written_again(string options)
    {
        Make();
        Run("anna " + options);
        File.SetLastWriteTimeUtc(Anna, DateTime.UtcNow.AddHours(-1));
        DateTime before = File.GetLastWriteTimeUtc(Anna);
        Assert.Equal(Anna, (string)Run("anna " + options).Single().Path);
        Assert.Equal(before, File.GetLastWriteTimeUtc(Anna));
    }

    [Fact]
    public void Another_file_is_replaced_only_after_a_question()
    {
        Make();
        Directory.CreateDirectory(Files);
        File.WriteAllText(Anna, "mine");
        Assert.Equal(["ConfirmationRequired"], Sandbox.Script(Export + "anna", Authority, Files).ErrorIds);
        Sandbox.Prompts.Answers.Enqueue("No");
        Assert.Empty(Run("anna").Output);
        Assert.Equal("mine", File.ReadAllText(Anna));
        Assert.Contains("Replace the file by the configuration of anna", Sandbox.Prompts.Asked[^1], StringComparison.Ordinal);
        Run("anna -WhatIf");
        Assert.Equal("mine", File.ReadAllText(Anna));
        Run("anna -Confirm:$false");
        Assert.Contains("<key>", File.ReadAllText(Anna), StringComparison.Ordinal);
        Assert.Equal(Owner, File.GetUnixFileMode(Anna));
    }

    [Fact]
    public void WhatIf_shows_each_file_and_writes_none()
    {
        Make();
        Run("anna, ben -WhatIf");
        Assert.Contains("Write the configuration of ben", Sandbox.Prompts.Text, StringComparison.Ordinal);
        Assert.Contains(Anna, Sandbox.Prompts.Text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Files));
    }

    [Fact]
    public void Who_may_not_connect_is_an_error_and_the_others_get_their_files()
    {
        Make();
        Script("param($vpn) Revoke-ClientVpnUser $vpn ben -Confirm:$false", Authority);
        Invocation run = Sandbox.Script(Export + "ben, nobody, carl", Authority, Files);
        Assert.Equal(["ClientVpnUserNotValid", "ClientVpnUserNotFound"], run.ErrorIds);
        Assert.Equal(Path.Combine(Files, "carl.ovpn"), (string)((dynamic)Assert.Single(run.Output)).Path);
    }

    [Theory]
    [InlineData("ClientVpnNotFound", "nowhere $files anna -AuthorityPath $vpn")]
    [InlineData("InvalidParameter", "people $files anna")]
    [InlineData("InvalidParameter", "people $files -AuthorityPath $vpn")]
    [InlineData("InvalidParameter", "people $files anna -AuthorityPath $vpn -StaticChallenge code")]
    [InlineData("InvalidParameter", "people Variable:/x anna -AuthorityPath $vpn")]
    [InlineData("AuthorityNotFound", "people $files anna -AuthorityPath \"$vpn-2\"")]
    [InlineData("FileNotWritten", "people /dev/null/files anna -AuthorityPath $vpn")]
    public void What_cannot_be_is_an_error_of_its_record(string errorId, string arguments)
    {
        Make();
        Assert.Equal([errorId], Sandbox.Script("param($vpn, $files) Export-ClientVpnConfig " + arguments, Authority, Files).ErrorIds);
        Assert.False(Directory.Exists(Files));
    }

    [Fact]
    public void One_file_takes_one_person()
    {
        Make();
        Invocation run = Sandbox.Script("param($vpn, $file) Export-ClientVpnConfig people $file anna, ben -AuthorityPath $vpn", Authority, Files + ".ovpn");
        Assert.Equal(["InvalidParameter"], run.ErrorIds);
        Assert.Equal(Files + ".ovpn", $"{Assert.Single(run.Output)}");
    }

    [Fact]
    public void An_encrypted_authority_needs_its_passphrase_and_the_file_has_its_own()
    {
        Make();
        const string Own = """
            param($vpn, $files, $passphrase, $keyPassphrase)
            $secret = { param($text) [System.Net.NetworkCredential]::new('', $text).SecurePassword }
            $passphrase = & $secret $passphrase
            $null = New-ClientVpnAuthority "$vpn-2" Example vpn.example.com -Passphrase (& $secret geheimnis)
            $null = New-ClientVpnUser "$vpn-2" anna -Passphrase (& $secret geheimnis)
            Export-ClientVpnConfig people $files anna -AuthorityPath "$vpn-2" -Passphrase $passphrase -KeyPassphrase (& $secret $keyPassphrase) -Verbose -Debug -WarningAction Continue
            """;
        Assert.Equal(["PassphraseWrong"], Sandbox.Script(Own, Authority, Files, "falsch", "mitgegeben").ErrorIds);
        Assert.False(Directory.Exists(Files));

        Invocation run = Script(Own, Authority, Files, "geheimnis", "mitgegeben");
        string text = File.ReadAllText(Anna);
        using var pair = X509Certificate2.CreateFromEncryptedPem(Block(text, "cert"), Block(text, "key"), "mitgegeben");
        Assert.True(pair.HasPrivateKey);
        Assert.True(run.Single().KeyIsEncrypted);
        string all = string.Join('\n', run.Verbose.Concat(run.Debug).Concat(run.Warnings).Append(run.ToString()));
        Assert.DoesNotContain("geheimnis", all, StringComparison.Ordinal);
        Assert.DoesNotContain("mitgegeben", all, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE KEY", all, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_that_asks_for_no_certificate_needs_no_authority()
    {
        const string Saml = "arn:aws:iam::111111111111:saml-provider/idp";
        Script($"$null = New-ClientVpn saml 10.204.0.0/22 -ServerCertificateArn $arn -SamlProviderArn {Saml}");
        Script("$null = New-ClientVpn directory 10.208.0.0/22 -ServerCertificateArn $arn -DirectoryId d-1234567890");
        Invocation run = Script(
            "param($files) Get-ClientVpn saml, directory | Export-ClientVpnConfig -Path $files; Export-ClientVpnConfig directory \"$files/anna.ovpn\" anna -StaticChallenge 'Code'", Files);
        Assert.Empty(run.Warnings);
        Assert.Equal([null, null, "anna"], run.Output.Select(file => (string?)((dynamic)file).UserName));
        string[] texts = [.. run.Output.Select(file => File.ReadAllText($"{file}"))];
        Assert.Contains("\nauth-federate\n", texts[0], StringComparison.Ordinal);
        Assert.Contains("\nauth-user-pass\n", texts[1], StringComparison.Ordinal);
        Assert.Contains("\nstatic-challenge \"Code\" 1\n", texts[2], StringComparison.Ordinal);
        Assert.All(texts, text => Assert.DoesNotContain("<key>", text, StringComparison.Ordinal));
        Assert.Equal(["InvalidParameter"], Sandbox.Script(
            "param($files) Export-ClientVpnConfig saml $files -KeyPassphrase ([System.Net.NetworkCredential]::new('', 'x').SecurePassword)", Files).ErrorIds);
    }

    [Fact]
    public void An_endpoint_with_another_authority_is_warned_about_once()
    {
        Make();
        Assert.Contains("knows people by another authority", Assert.Single(Run("anna, ben").Warnings), StringComparison.Ordinal);
    }

    private Invocation Run(string arguments) => Script(Export + arguments, Authority, Files);

    private static string Block(string text, string name) => text.Split($"<{name}>\n")[1].Split($"</{name}>")[0];
}
