using System.Management.Automation;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.ClientVpn;

/// <summary>Authorities and people by the cmdlets, on this machine alone.</summary>
public sealed class ClientVpnUserTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ModuleRunspace _runspace = new();

    private string Authority => Path.Combine(_folder.Path, "vpn");

    public ClientVpnUserTests() => Script("New-ClientVpnAuthority $args[0] Example vpn.example.com");

    public void Dispose()
    {
        _runspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Objects_go_on_to_the_next_command_by_their_properties()
    {
        Invocation run = Script(
            """
            $null = 'anna', 'ben' | New-ClientVpnUser $args[0]
            Get-ClientVpnUser $args[0] | Revoke-ClientVpnUser -Confirm:$false
            """);
        Assert.Equal(["Revoked", "Revoked"], run.Output.Select(user => $"{((dynamic)user).Status}"));
        Assert.Equal(2, (int)Script("Update-ClientVpnRevocationList $args[0]").Single().RevokedCount);
    }

    [Fact]
    public void A_revocation_asks_about_each_person_and_leaves_who_is_declined()
    {
        Script("$null = 'anna', 'ben' | New-ClientVpnUser $args[0]");
        _runspace.Host.Prompts.Answers.Enqueue("No");
        _runspace.Host.Prompts.Answers.Enqueue("Yes");
        Invocation run = Script("Revoke-ClientVpnUser $args[0] anna, ben");
        Assert.Equal(["ben"], run.Output.Select(user => $"{((dynamic)user).Name}"));
        Assert.Equal("Valid", $"{Script("Get-ClientVpnUser $args[0] anna").Single().Status}");
    }

    [Fact]
    public void No_stream_and_no_property_shows_a_key_or_a_passphrase()
    {
        Invocation run = _runspace.Script(
            """
            $passphrase = [Net.NetworkCredential]::new('', 'geheimnis').SecurePassword
            New-ClientVpnAuthority "$($args[0])-2" Example -Passphrase $passphrase -Verbose -Debug
            New-ClientVpnUser "$($args[0])-2" anna -Passphrase $passphrase -Verbose -Debug
            New-ClientVpnUser "$($args[0])-2" ben -Verbose -Debug
            """,
            Authority);
        Assert.Equal(["PassphraseWrong"], run.ErrorIds);
        string all = string.Join('\n', run.Verbose.Concat(run.Debug).Concat(run.Warnings).Append(run.ToString())
            .Concat(run.Output.Select(PSSerialize)));
        Assert.DoesNotContain("geheimnis", all, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE KEY", all, StringComparison.Ordinal);
        Assert.Contains("BEGIN CERTIFICATE", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Ctrl_C_leaves_an_authority_that_is_right()
    {
        using var output = new PSDataCollection<PSObject>();
        using var first = new ManualResetEventSlim();
        output.DataAdded += (_, _) => first.Set();
        (System.Management.Automation.PowerShell shell, IAsyncResult running) = _runspace.Begin(
            output, "New-ClientVpnUser", ("AuthorityPath", Authority), ("Name", Enumerable.Range(0, 100).Select(i => $"user{i}").ToArray()));
        Assert.True(first.Wait(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
        shell.Stop();
        shell.Dispose();

        var made = Script("Get-ClientVpnUser $args[0]").Output.Select(user => (string)((dynamic)user).SerialNumber).ToList();
        Assert.InRange(made.Count, 1, 99);
        Script("New-ClientVpnUser $args[0] later");
        string[] issued = [.. Directory.GetFiles(Path.Combine(Authority, "issued"), "*.crt.pem").Select(file => Path.GetFileName(file)[..32])];
        Assert.All(issued, serial => Assert.True(File.Exists(Path.Combine(Authority, "issued", $"{serial}.key.pem"))));
        Assert.All(made, serial => Assert.Contains(serial, issued));
        // Everybody's, and the authority's own and the server's.
        Assert.Equal(issued.Length, Script("Get-ClientVpnUser $args[0] -IncludeReplaced").Output.Count + 2);
    }

    private Invocation Script(string script) => _runspace.Script(script, Authority).Succeeded();

    private static string PSSerialize(PSObject value) => PSSerializer.Serialize(value, 3);
}
