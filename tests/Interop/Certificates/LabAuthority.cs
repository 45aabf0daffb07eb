using NetConnect.Certificates;
using NetConnect.ClientVpns;
using NetConnect.Waiting;

namespace NetConnect.Interop.Tests.Certificates;

/// <summary>An authority with anna, and ben who is revoked, and its files as OpenSSL wants them.</summary>
internal sealed class LabAuthority : IDisposable
{
    public const string ServerName = "vpn.example.com";

    private readonly string _folder = Directory.CreateTempSubdirectory("netconnect-").FullName;
    private readonly AuthorityFolder _authority;

    private LabAuthority() => _authority = new AuthorityFolder(Path.Combine(_folder, "authority"), CertificateIssuer.Instance, SystemClock.Instance);

    public string Root => PathOf(Index.Authority, "crt");

    public string RevocationList => Path.Combine(_authority.Path, "crl.pem");

    private AuthorityIndex Index => _authority.GetIndex();

    public static async Task<LabAuthority> CreateAsync(string name = "Lab, O=#1")
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        var lab = new LabAuthority();
        var request = new AuthorityRequest { Name = name, ServerName = ServerName, ValidityDays = 3650, ServerValidityDays = 825, RevocationListDays = 365 };
        await new AuthorityCreation(lab._authority).Plan(request).ApplyAsync(stop);
        foreach (string person in new[] { "anna", "ben" })
            await new UserIssue(lab._authority, null).Plan(person, 825, renew: false).ApplyAsync(stop);
        await (await new UserRevocation(lab._authority, null).PlanAsync(["ben"], null, stop)).ApplyAsync(stop);
        return lab;
    }

    public (string Certificate, string Key) Server => (PathOf(Index.Server, "crt"), PathOf(Index.Server, "key"));

    public (string Certificate, string Key) Person(string name)
    {
        AuthorityEntry entry = Index.Clients.Single(one => one.CommonName == name);
        return (PathOf(entry, "crt"), PathOf(entry, "key"));
    }

    /// <summary>A person's key under a passphrase, in a file of its own.</summary>
    public string Encrypt(string name, System.Security.SecureString passphrase)
    {
        byte[] key = CertificateIssuer.Instance.ReadKey(File.ReadAllText(Person(name).Key), null)!;
        string file = Path.Combine(_folder, name + ".encrypted.pem");
        File.WriteAllText(file, CertificateIssuer.Instance.WriteKey(key, passphrase));
        return file;
    }

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string PathOf(AuthorityEntry entry, string kind) => Path.Combine(_authority.Path, "issued", $"{entry.SerialNumber}.{kind}.pem");
}
