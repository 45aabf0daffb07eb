using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NetConnect.ClientVpns;

namespace NetConnect.Tests.ClientVpn;

public sealed class AuthorityFolderTests : AuthorityTest
{
    [Fact]
    public async Task An_authority_is_made_once()
    {
        using AuthorityFolder folder = Open();
        ClientVpnAuthority made = (await CreateAsync(folder))!;
        string[] files = Directory.GetFiles(Folder, "*", SearchOption.AllDirectories);
        Assert.Empty(new AuthorityCreation(Open()).Plan(Request).Steps);
        Assert.Equal(made, await CreateAsync(Open()));
        Assert.Equal(files.Order(), Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Order());
        Assert.Equal(("Example", "vpn.example.com", false, 0), (made.Name, made.ServerName, made.KeysAreEncrypted, made.UserCount));
        Assert.Equal(folder.Now.AddDays(365), made.RevocationListNextUpdate);
    }

    [Fact]
    public async Task Other_names_are_another_authority_and_a_server_needs_a_domain_name()
    {
        await CreateAsync(Open());
        Assert.Equal(ErrorIds.AuthorityMismatch, Refusal(Request with { Name = "Other" }));
        Assert.Equal(ErrorIds.AuthorityMismatch, Refusal(Request with { ServerName = "vpn.example.org" }));
        Assert.Equal(ErrorIds.AuthorityMismatch, Refusal(Request with { Passphrase = Secret("secret") }));
        Assert.Equal(ErrorIds.InvalidParameter, Refusal(Request with { ServerName = "server" }));
        Assert.Equal(ErrorIds.InvalidParameter, Refusal(Request with { Name = "a\tb" }));

        string Refusal(AuthorityRequest request) => Assert.Throws<NetConnectException>(() => new AuthorityCreation(Open()).Plan(request)).ErrorId;
    }

    [Fact]
    public async Task Certificates_say_what_they_are_for()
    {
        using AuthorityFolder folder = Open();
        ClientVpnAuthority authority = (await CreateAsync(folder))!;
        using var root = X509Certificate2.CreateFromPem(authority.ChainPem);
        using var server = X509Certificate2.CreateFromPem(authority.ServerCertificatePem);
        ClientVpnUser anna = await IssueAsync(folder, "Ännä #1, O=x");
        using var client = X509Certificate2.CreateFromPem(folder.Files.ReadCertificate(anna.SerialNumber)!);

        Assert.Equal(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, Usage(root));
        Assert.Equal((X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, "1.3.6.1.5.5.7.3.1"), (Usage(server), Purpose(server)));
        Assert.Equal((X509KeyUsageFlags.DigitalSignature, "1.3.6.1.5.5.7.3.2"), (Usage(client), Purpose(client)));
        Assert.True(server.MatchesHostname("vpn.example.com"));
        Assert.Equal(root.SubjectName.RawData, client.IssuerName.RawData);
        Assert.Equal("Ännä #1, O=x", client.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        Assert.Equal(folder.Now.AddMinutes(-5), client.NotBefore.ToUniversalTime());
        Assert.Equal(anna.SerialNumber, client.SerialNumber.ToLowerInvariant());
        Assert.Equal(32, anna.SerialNumber.Length);
        Assert.Equal(authority.ServerFingerprint, server.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant());
        Assert.Equal(2048, client.GetRSAPublicKey()!.KeySize);
    }

    [Fact]
    public async Task The_keys_of_the_server_and_of_people_are_handed_on_as_secrets()
    {
        using AuthorityFolder folder = Open();
        await CreateAsync(folder);
        await IssueAsync(folder, "anna");
        CertificateImport server = AuthoritySecrets.ReadServer(folder, null);
        using var loaded = X509Certificate2.CreateFromPem(server.CertificatePem, Text(server.PrivateKeyPem));
        Assert.True(loaded.HasPrivateKey);

        AuthorityEntry entry = new AuthorityPeople(folder).GetValid("ANNA");
        (string certificate, string key) = AuthoritySecrets.ReadUser(folder, entry, null, Secret("pass"));
        using var anna = X509Certificate2.CreateFromEncryptedPem(certificate, key, "pass");
        Assert.True(anna.HasPrivateKey);
        // The same key under the same passphrase stays as it was written; under another one it is encrypted anew.
        Assert.Equal(key, AuthoritySecrets.ReadUser(folder, entry, null, Secret("pass"), key).KeyPem);
        Assert.NotEqual(key, AuthoritySecrets.ReadUser(folder, entry, null, Secret("other"), key).KeyPem);
        Assert.NotEqual(key, AuthoritySecrets.ReadUser(folder, entry, null, Secret("pass"), "no key").KeyPem);
    }

    [Fact]
    public async Task A_passphrase_encrypts_every_key()
    {
        using AuthorityFolder folder = Open();
        AuthorityRequest request = Request with { Passphrase = Secret("geheim") };
        Assert.True((await CreateAsync(folder, request))!.KeysAreEncrypted);
        await IssueAsync(folder, "anna", passphrase: request.Passphrase);
        Assert.All(Directory.GetFiles(Folder, "*.key.pem", SearchOption.AllDirectories), file =>
        {
            using var rsa = RSA.Create();
            rsa.ImportFromEncryptedPem(File.ReadAllText(file), "geheim");
        });
        Assert.Equal(3, Directory.GetFiles(Folder, "*.key.pem", SearchOption.AllDirectories).Length);
        using AuthorityFolder again = Open();
        Assert.Equal(ErrorIds.PassphraseWrong, Assert.Throws<NetConnectException>(() => new UserIssue(again, null).Plan("ben", 1, false)).ErrorId);
        NetConnectException wrong = Assert.Throws<NetConnectException>(() => new UserIssue(again, Secret("falsch")).Plan("ben", 1, false));
        Assert.Equal(ErrorIds.PassphraseWrong, wrong.ErrorId);
        Assert.DoesNotContain("falsch", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_valid_certificate_keeps_it_and_renewal_makes_another()
    {
        using AuthorityFolder folder = Open();
        await CreateAsync(folder);
        ClientVpnUser anna = await IssueAsync(folder, "anna");
        Assert.Equal(anna, await IssueAsync(folder, "Anna"));
        ClientVpnUser renewed = await IssueAsync(folder, "anna", renew: true);
        Assert.NotEqual(anna.SerialNumber, renewed.SerialNumber);
        Assert.Equal([renewed.SerialNumber], AuthorityReading.Current(folder.GetIndex(), folder.Now).Select(entry => entry.SerialNumber));
        await Clock.AdvanceAsync(TimeSpan.FromDays(366));
        Assert.NotEqual(renewed.SerialNumber, (await IssueAsync(folder, "anna")).SerialNumber);
    }

    [Fact]
    public async Task A_revocation_takes_all_certificates_of_a_person_and_every_list_keeps_the_old_entries()
    {
        using AuthorityFolder folder = Open();
        await CreateAsync(folder);
        string[] anna = [(await IssueAsync(folder, "anna")).SerialNumber, (await IssueAsync(folder, "anna", renew: true)).SerialNumber];
        string ben = (await IssueAsync(folder, "ben")).SerialNumber;
        await IssueAsync(folder, "cleo");
        Assert.Equal(ClientVpnUserStatus.Revoked, Assert.Single(await RevokeAsync(folder, "anna")).Status);
        long first = folder.FindRevocationList()!.Number;
        await RevokeAsync(folder, "ben");

        RevocationListFacts list = folder.FindRevocationList()!;
        Assert.Equal(anna.Append(ben).Order(), list.Revoked.Select(one => one.SerialNumber).Order());
        Assert.True(list.Number > first);
        Assert.NotEqual(anna[1], (await IssueAsync(folder, "anna")).SerialNumber);
        string before = folder.Files.ReadRevocationList()!;
        await RevokeAsync(folder, "ben");
        Assert.Equal(before, folder.Files.ReadRevocationList());
    }

    [Fact]
    public async Task Two_openers_see_each_others_work()
    {
        using AuthorityFolder one = Open();
        using AuthorityFolder other = Open();
        await CreateAsync(one);
        ClientVpnUser[] made = await Clock.RunAsync(() => Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => Task.Run(() => IssueAsync(i % 2 == 0 ? one : other, $"user{i}")))));
        Assert.Equal(made.Select(user => user.SerialNumber).Order(), Open().GetIndex().Clients.Select(entry => entry.SerialNumber).Order());
    }

    [Fact]
    public async Task An_authority_that_another_process_holds_is_an_error_in_the_end()
    {
        using AuthorityFolder folder = Open();
        await CreateAsync(folder);
        using IDisposable held = await folder.Files.LockAsync(CancellationToken.None);
        NetConnectException refusal = await Assert.ThrowsAsync<NetConnectException>(() => Clock.RunAsync(() => IssueAsync(folder, "anna")));
        Assert.Equal((ErrorIds.AuthorityLocked, Folder), (refusal.ErrorId, refusal.Target));
    }

    [Theory]
    [InlineData("")]
    [InlineData("something else\n")]
    public async Task An_index_that_is_not_whole_is_told(string text)
    {
        await CreateAsync(Open());
        string index = Path.Combine(Folder, "index.txt");
        File.WriteAllText(index, text.Length > 0 ? text : File.ReadAllText(index)[..^4]);
        Assert.Equal(ErrorIds.AuthorityDamaged, Assert.Throws<NetConnectException>(() => Open().GetIndex()).ErrorId);
        Assert.Equal(ErrorIds.AuthorityDamaged, Assert.Throws<NetConnectException>(() => new AuthorityCreation(Open()).Plan(Request)).ErrorId);
    }

    private static X509KeyUsageFlags Usage(X509Certificate2 certificate) => certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages;

    private static string? Purpose(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<Oid>().Single().Value;

    private static string Text(SecureString secret) => new NetworkCredential("", secret).Password;
}
