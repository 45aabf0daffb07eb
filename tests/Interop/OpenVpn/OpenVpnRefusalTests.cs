using System.Text.RegularExpressions;
using NetConnect.Certificates;
using NetConnect.ClientVpns;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.OpenVpn;

/// <summary>Who is not let in, for the reason that the server's log gives.</summary>
public sealed class OpenVpnRefusalTests
{
    private const string MakeFiles = "'anna', 'ben' | New-ClientVpnUser $authority | Export-ClientVpnConfig people \"$folder/files\" | Out-Null\n";

    [Fact]
    public async Task Who_is_revoked_is_refused_and_the_others_connect()
    {
        await using Lab lab = await Lab.CreateAsync("openvpn", "dnsmasq", "ping");
        using LabClientVpn vpn = await LabClientVpn.MakeAsync(
            lab,
            "",
            MakeFiles + "Revoke-ClientVpnUser $authority ben -ClientVpnEndpointId people -Confirm:$false");
        OpenVpnServer server = await OpenVpnServer.StartAsync(lab, vpn);
        OpenVpnClient ben = await OpenVpnClient.StartAsync(lab, server, vpn.FileOf("ben"));
        OpenVpnClient anna = await OpenVpnClient.StartAsync(lab, server, vpn.FileOf("anna"));
        await server.RefusesAsync("certificate revoked", "ben");
        await anna.ConnectsAsync();
        await anna.PingsAsync();
        Assert.False(ben.IsConnected, ben.Log);
        Assert.DoesNotContain("VERIFY OK: depth=0, CN=ben", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_list_keeps_everybody_out_as_the_warning_said()
    {
        await using Lab lab = await Lab.CreateAsync("openvpn", "dnsmasq");
        using LabClientVpn vpn = await LabClientVpn.MakeAsync(lab, "", MakeFiles);
        // A month ago somebody made a list for a week, as an administrator does who wants a short one.
        string list = await WithEarlierClockAsync(vpn, TimeSpan.FromDays(30), async folder =>
        {
            await folder.ChangeAsync(
                index => index! with { RevocationListDays = 7, RevocationListNumber = index.RevocationListNumber + 1 },
                TestContext.Current.CancellationToken);
            ClientVpnExpiry warning = Assert.Single(ExpiryList.Read(folder, warningDays: 30), one => one.Kind == "RevocationList");
            Assert.Equal((VpnFindingSeverity.Warning, 7), (warning.Severity, warning.DaysLeft));
            Assert.Contains("refuses everybody", warning.Consequence, StringComparison.Ordinal);
            return lab.Write("expired.pem", folder.Files.ReadRevocationList()!);
        });
        string told = await vpn.RunAsync(
            "Get-ClientVpnExpiry $authority | ForEach-Object { \"$($_.Kind)`t$($_.Severity)`t$($_.DaysLeft)`t$($_.Consequence)\" }");
        Assert.Matches(@"RevocationList\tError\t-2[34]\t.*refuses everybody", told);

        OpenVpnServer server = await OpenVpnServer.StartAsync(lab, vpn, list);
        OpenVpnClient[] people =
        [
            await OpenVpnClient.StartAsync(lab, server, vpn.FileOf("anna")),
            await OpenVpnClient.StartAsync(lab, server, vpn.FileOf("ben")),
        ];
        await server.RefusesAsync("CRL has expired", "anna");
        await server.RefusesAsync("CRL has expired", "ben");
        Assert.All(people, person => Assert.False(person.IsConnected, person.Log));
    }

    [Fact]
    public async Task A_stranger_an_expired_certificate_and_the_servers_own_are_refused()
    {
        await using Lab lab = await Lab.CreateAsync("openvpn", "dnsmasq");
        using LabClientVpn vpn = await LabClientVpn.MakeAsync(
            lab,
            "",
            MakeFiles + "New-ClientVpnAuthority \"$folder/other\" Other vpn.example.com; New-ClientVpnUser \"$folder/other\" mallory, anna");
        string late = await WithEarlierClockAsync(vpn, TimeSpan.FromDays(30), async folder =>
        {
            await new UserIssue(folder, null).Plan("late", days: 7, renew: false).ApplyAsync(TestContext.Current.CancellationToken);
            return folder.GetIndex().Clients.Single(entry => entry.CommonName == "late").SerialNumber;
        });
        OpenVpnServer server = await OpenVpnServer.StartAsync(lab, vpn);
        OpenVpnClient[] refused =
        [
            await WithCertificateAsync("mallory", Issued("other", Serial("other", "mallory"))),
            await WithCertificateAsync("late", Issued("vpn", late)),
            await WithCertificateAsync("server", (vpn.ServerCertificate, File.ReadAllText(vpn.ServerKeyFile))),
        ];
        OpenVpnClient anna = await OpenVpnClient.StartAsync(lab, server, vpn.FileOf("anna"));
        await server.RefusesAsync("unable to get local issuer certificate", "mallory");
        await server.RefusesAsync("certificate has expired", "late");
        await server.RefusesAsync("unsuitable certificate purpose", "vpn.example.com");
        await anna.ConnectsAsync();
        Assert.All(refused, client => Assert.False(client.IsConnected, client.Log));

        // Anna's file with another certificate and its key in the place of hers.
        async Task<OpenVpnClient> WithCertificateAsync(string name, (string Certificate, string Key) other)
        {
            string text = await File.ReadAllTextAsync(vpn.FileOf("anna"), TestContext.Current.CancellationToken);
            text = Regex.Replace(text, "(?s)<cert>.*</cert>", $"<cert>\n{other.Certificate.Trim()}\n</cert>");
            text = Regex.Replace(text, "(?s)<key>.*</key>", $"<key>\n{other.Key.Trim()}\n</key>");
            return await OpenVpnClient.StartAsync(lab, server, lab.Write($"{name}.ovpn", text));
        }

        (string Certificate, string Key) Issued(string authority, string serial)
        {
            string path = Path.Combine(vpn.Folder, authority, "issued", serial);
            return (File.ReadAllText(path + ".crt.pem"), File.ReadAllText(path + ".key.pem"));
        }

        string Serial(string authority, string person)
        {
            using var folder = new AuthorityFolder(Path.Combine(vpn.Folder, authority), CertificateIssuer.Instance, new EarlierClock(default));
            return folder.GetIndex().Clients.Single(entry => entry.CommonName == person).SerialNumber;
        }
    }

    private static async Task<string> WithEarlierClockAsync(LabClientVpn vpn, TimeSpan ago, Func<AuthorityFolder, Task<string>> work)
    {
        using var folder = new AuthorityFolder(vpn.Authority, CertificateIssuer.Instance, new EarlierClock(ago));
        folder.Unlock(folder.GetIndex(), null);
        return await work(folder);
    }
}
