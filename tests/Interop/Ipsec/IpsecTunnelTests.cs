using System.Diagnostics;
using NetConnect.Interop.Tests.Networks;
using NetConnect.Sandbox.Ec2.Vpn.Tunnels;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>Configurations that the cmdlet exported, against strongSwan as AWS's end, which allows what the options allow and nothing else.</summary>
public sealed class IpsecTunnelTests
{
    // The two formats share their proposals: ipsecconf is tried with one set of each kind.
    private static readonly string[] s_ofEachKind =
    [
        "AWS's defaults", "preset Recommended", "preset CNSA",
        "IKEv1 AES128 SHA1 group 2", "IKEv1 lists, GCM in phase 2", "IKEv2 AES256 SHA2-256 group 24",
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string options in IpsecOptionSets.All.Keys) cases.Add("swanctl", options);
            foreach (string options in s_ofEachKind) cases.Add("ipsecconf", options);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Both_tunnels_come_up_from_the_exported_files_and_carry_packets(string format, string optionSet)
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl", "starter", "ping");
        using LabVpn vpn = await LabVpn.MakeAsync(lab, IpsecOptionSets.Command(optionSet), LabRouting.Static, format);
        var watch = Stopwatch.StartNew();
        var tunnels = new TwoTunnels(lab, vpn);
        await tunnels.BuildAsync();
        foreach ((LabTunnel tunnel, int i) in vpn.Tunnels.Select((tunnel, i) => (tunnel, i)))
        {
            Charon device = await tunnels.StartDeviceAsync(i, format);
            SecurityAssociation agreed = await tunnels.UpAsync(i);
            Assert.Equal(tunnel.Allowed(TunnelOption.IkeVersions).Contains("ikev2") ? 2 : 1, agreed.Version);
            IsAllowed(agreed.Phase1, tunnel, TunnelOption.Phase1Encryption, TunnelOption.Phase1Integrity, TunnelOption.Phase1Group);
            await tunnels.PingAsync(i);

            // Only a rekey shows whether both ends agree on a group for phase 2 (RFC 7296, 1.3.3).
            await device.SwanctlAsync("--rekey", "--child", tunnels.Child(i));
            NegotiatedSuite renewed = (await Poll.UntilAsync(
                "a rekeyed child", tunnels.Aws[i].AssociationsAsync, found => found is [{ Phase2.Group: not null }], () => device.Log))[0].Phase2;
            IsAllowed(renewed, tunnel, TunnelOption.Phase2Encryption, TunnelOption.Phase2Integrity, TunnelOption.Phase2Group);
            await tunnels.PingAsync(i);
            TestContext.Current.TestOutputHelper?.WriteLine($"tunnel {i + 1}: IKEv{agreed.Version} {agreed.Phase1}; {renewed}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task Of_lists_the_lowest_is_taken_as_the_preset_says()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl");
        using LabVpn vpn = await LabVpn.MakeAsync(lab, "New-VpnTunnelOption Compatible", LabRouting.Static, "swanctl");
        var tunnels = new TwoTunnels(lab, vpn);
        await tunnels.BuildAsync();
        await tunnels.StartDeviceAsync(0, "swanctl");

        Assert.Equal(new NegotiatedSuite("AES128", "SHA1", 2), (await tunnels.UpAsync(0)).Phase1);
    }

    private static void IsAllowed(NegotiatedSuite suite, LabTunnel tunnel, TunnelOption encryption, TunnelOption integrity, TunnelOption dhGroup)
    {
        Assert.Contains(suite.Cipher, tunnel.Allowed(encryption));
        if (suite.Integrity is not null) Assert.Contains(suite.Integrity, tunnel.Allowed(integrity));
        Assert.Contains($"{suite.Group}", tunnel.Allowed(dhGroup));
    }
}
