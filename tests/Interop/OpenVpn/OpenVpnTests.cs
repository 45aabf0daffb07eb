using System.Text.RegularExpressions;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.OpenVpn;

/// <summary>Exported files in the hands of OpenVPN's own client, against a server that is configured from the endpoint.</summary>
public sealed class OpenVpnTests
{
    private const string Passphrase = "told by telephone";

    [Theory]
    [InlineData("udp", 443, false)]
    [InlineData("tcp", 1194, true)]
    public async Task People_connect_with_their_files_alone_and_reach_what_is_behind(string protocol, int port, bool splits)
    {
        await using Lab lab = await Lab.CreateAsync("openvpn", "dnsmasq", "ping");
        using LabClientVpn vpn = await LabClientVpn.MakeAsync(
            lab,
            $"TransportProtocol = '{protocol}'; VpnPort = {port}; SplitTunnel = ${splits}; DnsServer = '10.1.0.2'; Route = '192.168.0.0/16'",
            "'anna', 'ben' | New-ClientVpnUser $authority | Export-ClientVpnConfig people \"$folder/files\"");
        OpenVpnServer server = await OpenVpnServer.StartAsync(lab, vpn);
        OpenVpnClient[] clients =
        [
            await OpenVpnClient.StartAsync(lab, server, vpn.FileOf("anna")),
            await OpenVpnClient.StartAsync(lab, server, vpn.FileOf("ben")),
        ];
        foreach (OpenVpnClient client in clients)
        {
            await client.ConnectsAsync();
            await client.PingsAsync();
            Assert.Contains("dhcp-option DNS 10.1.0.2", client.Log, StringComparison.Ordinal);
            Assert.Contains("dev tun", await client.RouteAsync(OpenVpnServer.Behind), StringComparison.Ordinal);
            Assert.Contains("dev tun", await client.RouteAsync("192.168.7.7"), StringComparison.Ordinal);
            Assert.Contains(splits ? "dev wan" : "dev tun", await client.RouteAsync("192.0.2.7"), StringComparison.Ordinal);
        }
        // Each client has asked for a random label of its own.
        MatchCollection questions = Regex.Matches(server.Questions, $@"query\[A\] ([0-9a-f]+)\.{Regex.Escape(vpn.Settings.DnsName)} ");
        Assert.True(questions.Select(question => question.Groups[1].Value).Distinct().Count() >= clients.Length, server.Questions);
    }

    [Fact]
    public async Task A_file_with_a_name_of_its_own_smaller_packets_and_an_encrypted_key_connects()
    {
        await using Lab lab = await Lab.CreateAsync("openvpn", "dnsmasq", "ping", "bash", "ss");
        using LabClientVpn vpn = await LabClientVpn.MakeAsync(
            lab,
            "",
            $$"""
            $passphrase = [System.Net.NetworkCredential]::new('', '{{Passphrase}}').SecurePassword
            New-ClientVpnUser $authority anna, ben | Out-Null
            Export-ClientVpnConfig people "$folder/files" anna -AuthorityPath $authority
            Export-ClientVpnConfig people "$folder/files" ben -AuthorityPath $authority -RandomHostPrefix -Mssfix 1200 -Encrypt $passphrase
            """);
        OpenVpnServer server = await OpenVpnServer.StartAsync(lab, vpn);
        OpenVpnClient plain = await OpenVpnClient.StartAsync(lab, server, vpn.FileOf("anna"));
        OpenVpnClient other = await OpenVpnClient.StartAsync(lab, server, vpn.FileOf("ben"), lab.Write("typed", Passphrase));
        OpenVpnClient wrong = await OpenVpnClient.StartAsync(lab, server, vpn.FileOf("ben"), lab.Write("mistyped", "told by nobody"));
        await plain.ConnectsAsync();
        await other.ConnectsAsync();
        await other.PingsAsync();
        await wrong.LogsAsync("bad decrypt");

        string file = await File.ReadAllTextAsync(vpn.FileOf("ben"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("remote-random-hostname", file, StringComparison.Ordinal);
        string name = Regex.Match(file, @"^remote (\S+) 443$", RegexOptions.Multiline).Groups[1].Value;
        Assert.EndsWith("." + vpn.Settings.DnsName, name, StringComparison.Ordinal);
        Assert.Contains($"query[A] {name} from 203.0.113.2", server.Questions, StringComparison.Ordinal);
        // With what IP and TCP themselves need, and OpenVPN around it.
        int size = await other.SegmentSizeAsync();
        Assert.InRange(size, 1100, 1200 - 40);
        Assert.True(await plain.SegmentSizeAsync() > size);
    }
}
