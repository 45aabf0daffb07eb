using System.Text.RegularExpressions;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.OpenVpn;

/// <summary>The life of a Client VPN as docs/client-vpn.md tells it: made, two people connected, one of them revoked, all of it removed.</summary>
public sealed class ClientVpnLifeTests
{
    [Fact]
    public async Task A_client_vpn_is_made_lets_people_in_refuses_who_was_revoked_and_goes()
    {
        string pwsh = LabProgram.Require("pwsh");
        await using Lab lab = await Lab.CreateAsync("openvpn", "dnsmasq", "ping");
        using var vpn = new LabClientVpn(lab);
        Assert.Contains("~/files/ben.ovpn", await LiveAsync("made"), StringComparison.Ordinal);
        // What is found is mended by what the finding says, and then nothing is found.
        string mended = await LiveAsync("mended");
        Assert.Contains("LaterVpcCidr", mended, StringComparison.Ordinal);
        Assert.EndsWith("PS> Test-ClientVpn people -AuthorityPath ./vpn", mended.TrimEnd(), StringComparison.Ordinal);

        await vpn.ReadSettingsAsync();
        OpenVpnServer server = await OpenVpnServer.StartAsync(lab, vpn);
        OpenVpnClient anna = await OpenVpnClient.StartAsync(lab, server, vpn.FileOf("anna"));
        OpenVpnClient ben = await OpenVpnClient.StartAsync(lab, server, vpn.FileOf("ben"));
        foreach ((OpenVpnClient client, string name) in new[] { (anna, "anna"), (ben, "ben") })
        {
            await client.ConnectsAsync();
            await client.PingsAsync();
            vpn.Connect(name);
        }
        Assert.Matches("(?s) active .* anna\\n.* active .* ben\\n", await LiveAsync("connected"));

        Assert.Matches("ben +Revoked", await LiveAsync("revoked"));
        await server.TakeAsync(vpn);
        await server.RefusesAsync("certificate revoked", "ben");
        // Her client has come back by itself.
        await anna.ConnectsAsync(times: 2);
        await anna.PingsAsync();
        Assert.Equal(1, ben.Connections);
        Tell(server.Log, "CN=ben");
        Tell(anna.Log, "reset|Completed");
        vpn.Connect("anna");
        Assert.Throws<InvalidOperationException>(() => vpn.Connect("ben"));
        string left = await LiveAsync("left");
        Assert.Matches(" active .* anna\\n", left);
        Assert.DoesNotContain("ben", left, StringComparison.Ordinal);
        Assert.EndsWith("PS> Test-ClientVpn people -AuthorityPath ./vpn", left.TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith("PS> Get-ClientVpn", (await LiveAsync("removed")).TrimEnd(), StringComparison.Ordinal);

        static void Tell(string log, string words)
        {
            foreach (string line in log.Split('\n').Where(line => Regex.IsMatch(line, words))) TestContext.Current.TestOutputHelper?.WriteLine(line);
        }

        async Task<string> LiveAsync(string part)
        {
            string output = await vpn.RunInAsync(pwsh, "client_vpn_life.ps1", "-Part", part);
            TestContext.Current.TestOutputHelper?.WriteLine(output);
            return output;
        }
    }
}
