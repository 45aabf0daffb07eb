using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using NetConnect.Sandbox.Tests.Acm;

namespace NetConnect.Sandbox.Tests.ClientVpn;

public sealed class RevocationListTests : ClientVpnTest, IDisposable
{
    private const string Import = "ImportClientVpnClientCertificateRevocationList";
    private const string Export = "ExportClientVpnClientCertificateRevocationList";

    private readonly X509Certificate2 _authority = TestCertificates.Authority();

    [Fact]
    public async Task A_list_is_given_back_as_it_came_and_the_next_one_takes_its_place()
    {
        string endpoint = await AvailableAsync(_authority);
        XElement none = await OfAsync(Export, endpoint);
        Assert.Null(none.Element("certificateRevocationList"));
        using X509Certificate2 alice = TestCertificates.Issue(_authority, "alice", 1), bob = TestCertificates.Issue(_authority, "bob", 2);
        await ImportAsync(endpoint, TestCertificates.RevocationList(_authority, null, alice));
        Assert.Equal("pending", State(await OfAsync(Export, endpoint)));
        Settle();
        Assert.Equal("active", State(await OfAsync(Export, endpoint)));
        string second = TestCertificates.RevocationList(_authority, null, bob);
        await ImportAsync(endpoint, second);
        Assert.Equal(second, (await OfAsync(Export, endpoint)).Element("certificateRevocationList")!.Value);
        Server.ClientVpn.Connect(endpoint, alice);
        Assert.Throws<InvalidOperationException>(() => Server.ClientVpn.Connect(endpoint, bob));
    }

    [Fact]
    public async Task An_import_ends_all_connections_and_the_revoked_do_not_come_back()
    {
        string endpoint = await AvailableAsync(_authority);
        using X509Certificate2 alice = TestCertificates.Issue(_authority, "alice", 1), bob = TestCertificates.Issue(_authority, "bob", 2);
        foreach (X509Certificate2 person in new[] { alice, bob }) Server.ClientVpn.Connect(endpoint, person);
        await ImportAsync(endpoint, TestCertificates.RevocationList(_authority, null, alice));
        Assert.Equal(["terminating", "terminating"], (await ConnectionsAsync(endpoint)).Select(State));
        Assert.Contains("revoked", Assert.Throws<InvalidOperationException>(() => Server.ClientVpn.Connect(endpoint, alice)).Message,
            StringComparison.Ordinal);
        Server.ClientVpn.Connect(endpoint, bob);
    }

    [Fact]
    public async Task A_list_that_has_expired_keeps_everybody_out()
    {
        string endpoint = await AvailableAsync(_authority);
        await ImportAsync(endpoint, TestCertificates.RevocationList(_authority, TimeSpan.FromDays(1)));
        using X509Certificate2 alice = TestCertificates.Issue(_authority, "alice", 1);
        Server.ClientVpn.Connect(endpoint, alice);
        Server.Advance(TimeSpan.FromDays(1));
        Assert.Contains("expired", Assert.Throws<InvalidOperationException>(() => Server.ClientVpn.Connect(endpoint, alice)).Message,
            StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Server.ClientVpn.Connect(endpoint, "bob"));
        await ImportAsync(endpoint, TestCertificates.RevocationList(_authority, TimeSpan.FromDays(30)));
        Server.ClientVpn.Connect(endpoint, alice);
    }

    [Fact]
    public async Task What_is_no_list_is_refused_and_changes_nothing()
    {
        string endpoint = await AvailableAsync(_authority);
        Server.ClientVpn.Connect(endpoint, "alice");
        string list = TestCertificates.RevocationList(_authority);
        string cut = list.Replace(list.Split('\n')[2], "", StringComparison.Ordinal);
        foreach (string wrong in new[] { "no list", _authority.ExportCertificatePem(),
            "-----BEGIN X509 CRL-----\nMIIB\n-----END X509 CRL-----\n", cut })
            Assert.Equal("InvalidParameterValue", await ErrorOfAsync(Import, endpoint, ("CertificateRevocationList", wrong)));
        Assert.Equal("MissingParameter", await ErrorOfAsync(Import, endpoint));
        Assert.Equal("active", State((await ConnectionsAsync(endpoint)).Single()));
    }

    [Fact]
    public async Task A_list_has_20000_entries_at_most()
    {
        string endpoint = await EndpointAsync();
        await ImportAsync(endpoint, TestCertificates.LongRevocationList(_authority, 20_000));
        Assert.Equal("ClientVpnCertificateRevocationListLimitExceeded",
            await ErrorOfAsync(Import, endpoint, ("CertificateRevocationList", TestCertificates.LongRevocationList(_authority, 20_001))));
    }

    [Fact]
    public async Task An_endpoint_without_certificates_has_no_list()
    {
        string endpoint = await EndpointAsync(("Authentication.1.Type", "directory-service-authentication"),
            ("Authentication.1.ActiveDirectory.DirectoryId", "d-1234567890"));
        Assert.Equal("InvalidParameterValue",
            await ErrorOfAsync(Import, endpoint, ("CertificateRevocationList", TestCertificates.RevocationList(_authority))));
    }

    void IDisposable.Dispose()
    {
        _authority.Dispose();
        Dispose();
    }

    private async Task ImportAsync(string endpoint, string list) =>
        Assert.Equal("true", (await OfAsync(Import, endpoint, ("CertificateRevocationList", list))).Element("return")!.Value);
}
