using NetConnect.ClientVpns;
using NetConnect.Planning;

namespace NetConnect.Tests.ClientVpn;

/// <summary>The server's certificate goes into ACM once, is found again, and is renewed under its ARN.</summary>
public sealed class ServerCertificateImportTests : AuthorityTest
{
    private static readonly Dictionary<string, string> s_tags = new() { ["Name"] = "people" };

    private readonly FakeCertificateStore _store = new();

    private OperationContext Context => new(Clock, TimeSpan.FromMinutes(1));

    [Fact]
    public async Task It_is_imported_with_its_chain_and_tags_and_found_again_without_a_write()
    {
        using AuthorityFolder folder = Open();
        ClientVpnAuthority authority = (await CreateAsync(folder))!;
        Assert.Equal("arn:0", await RunAsync(folder));
        CertificateImport import = Assert.Single(_store.Imports);
        Assert.Equal((authority.ServerCertificatePem, authority.ChainPem, (string?)null, "people"), (import.CertificatePem, import.ChainPem, import.CertificateArn, import.Tags["Name"]));
        Assert.Equal(["List", "Import"], Calls());

        Assert.Equal("arn:0", await RunAsync(folder));
        Assert.Equal(["List", "Describe"], Calls());
        Assert.Equal("arn:0", await RunAsync(folder, "arn:0"));
        Assert.Equal(["Describe"], Calls());
    }

    [Fact]
    public async Task Another_certificate_of_the_same_name_is_never_taken_for_it()
    {
        using AuthorityFolder folder = Open();
        ClientVpnAuthority authority = (await CreateAsync(folder))!;
        _store.Add("arn:other", "vpn.example.com", "0123456789abcdef", authority.ServerNotAfter);
        _store.Add("arn:later", "vpn.example.com", authority.ServerSerialNumber, authority.ServerNotAfter.AddDays(1));
        Assert.Equal("arn:2", await RunAsync(folder, "arn:other"));
        Assert.Equal(["Describe", "List", "Describe", "Import"], Calls());
    }

    [Fact]
    public async Task A_new_certificate_takes_the_place_of_the_old_one()
    {
        using AuthorityFolder folder = Open();
        await CreateAsync(folder);
        await RunAsync(folder);
        ClientVpnAuthority renewed = (await CreateAsync(folder, Request with { Renew = true }))!;
        Assert.Equal("arn:0", await RunAsync(folder, "arn:0"));
        Assert.Equal(("arn:0", renewed.ServerCertificatePem), (_store.Imports[^1].CertificateArn, _store.Imports[^1].CertificatePem));
        Calls();
        Assert.Equal("arn:0", await RunAsync(folder));
        Assert.DoesNotContain("Import", Calls());
    }

    [Fact]
    public async Task A_lost_answer_makes_no_second_one()
    {
        using AuthorityFolder folder = Open();
        await CreateAsync(folder);
        _store.LostAnswers = 1;
        Assert.Equal("arn:0", await RunAsync(folder));
        Assert.Single(_store.Imports);
    }

    [Fact]
    public async Task Endpoints_of_one_command_share_one_import()
    {
        using AuthorityFolder folder = Open();
        await CreateAsync(folder);
        var import = new ServerCertificateImport(_store, folder, null);
        var steps = new List<PlanStep>();
        for (int i = 0; i < 2; i++)
        {
            await import.FindAsync([], CancellationToken.None);
            steps.Add(import.Plan(s_tags, Context)!);
        }
        foreach (PlanStep step in steps)
            await ApplyAsync(step);
        Assert.Single(_store.Imports);
    }

    [Fact]
    public async Task An_encrypted_key_needs_its_passphrase_before_anything_is_written_and_nothing_at_all_once_it_is_there()
    {
        using AuthorityFolder folder = Open();
        await CreateAsync(folder, Request with { Passphrase = Secret("geheim") });
        Assert.Equal(ErrorIds.PassphraseWrong, Assert.Throws<NetConnectException>(() => new ServerCertificateImport(_store, folder, Secret("x")).Plan(s_tags, Context)).ErrorId);
        await RunAsync(folder, passphrase: "geheim");
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", new System.Net.NetworkCredential("", _store.Imports[0].PrivateKeyPem).Password, StringComparison.Ordinal);
        Assert.Equal("arn:0", await RunAsync(folder));
    }

    [Fact]
    public async Task One_that_has_expired_is_refused()
    {
        using AuthorityFolder folder = Open();
        await CreateAsync(folder);
        await Clock.AdvanceAsync(TimeSpan.FromDays(826));
        NetConnectException error = Assert.Throws<NetConnectException>(() => new ServerCertificateImport(_store, folder, null).Plan(s_tags, Context));
        Assert.Equal(ErrorIds.CertificateUnfit, error.ErrorId);
        Assert.Contains("-Renew", error.Message, StringComparison.Ordinal);
    }

    private async Task<string?> RunAsync(AuthorityFolder folder, string? likely = null, string? passphrase = null)
    {
        var import = new ServerCertificateImport(_store, folder, passphrase is null ? null : Secret(passphrase));
        await import.FindAsync(likely is null ? [] : [likely], CancellationToken.None);
        if (import.Plan(s_tags, Context) is { } step)
            await ApplyAsync(step);
        return import.Arn;
    }

    private Task<string?> ApplyAsync(PlanStep step) => Clock.RunAsync(() => new Plan<string>([step], _ => Task.FromResult<string?>("")).ApplyAsync(CancellationToken.None));

    private List<string> Calls()
    {
        List<string> calls = [.. _store.Calls];
        _store.Calls.Clear();
        return calls;
    }
}
