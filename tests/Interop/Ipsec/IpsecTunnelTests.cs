using System.Diagnostics;
using NetConnect.Devices;
using NetConnect.Interop.Tests.Networks;
using NetConnect.SiteToSite;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>Exported configurations against strongSwan as AWS's end, which allows what the options allow and nothing else.</summary>
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
    public async Task Both_tunnels_come_up_from_the_exported_text_and_carry_packets(string format, string optionSet)
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl", "starter", "ping");
        var watch = Stopwatch.StartNew();
        VpnTunnelOption options = IpsecOptionSets.All[optionSet];
        DeviceConfigInput input = TwoTunnels.Input(options);
        var tunnels = new TwoTunnels(lab, input);
        await tunnels.BuildAsync();
        DeviceConfig export = DeviceFormats.Get(format).Render(input);

        for (int i = 0; i < TwoTunnels.Outside.Length; i++)
        {
            Charon device = await DeviceDaemon.StartAsync(lab, tunnels.DeviceHosts[i], $"device{i}", export);
            SecurityAssociation agreed = await tunnels.UpAsync(i);
            Assert.Equal(options.IkeVersions is ["ikev1"] ? 1 : 2, agreed.Version);
            IsAllowed(agreed.Phase1, options.Phase1EncryptionAlgorithms, options.Phase1IntegrityAlgorithms, options.Phase1DHGroupNumbers);
            await tunnels.PingAsync(i);

            // Only a rekey shows whether both ends agree on a group for phase 2 (RFC 7296, 1.3.3).
            await device.SwanctlAsync("--rekey", "--child", $"{input.Vpn.VpnConnectionId}-tunnel{i + 1}");
            NegotiatedSuite renewed = (await Poll.UntilAsync(
                "a rekeyed child",
                TimeSpan.FromSeconds(10),
                tunnels.Aws[i].AssociationsAsync,
                found => found is [{ Phase2.Group: not null }],
                () => device.Log))[0].Phase2;
            IsAllowed(renewed, options.Phase2EncryptionAlgorithms, options.Phase2IntegrityAlgorithms, options.Phase2DHGroupNumbers);
            await tunnels.PingAsync(i);
            TestContext.Current.TestOutputHelper?.WriteLine($"tunnel {i + 1}: IKEv{agreed.Version} {agreed.Phase1}; {renewed}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task Of_lists_the_lowest_is_taken_as_the_preset_says()
    {
        await using Lab lab = await Lab.CreateAsync("charon-systemd", "swanctl");
        DeviceConfigInput input = TwoTunnels.Input(VpnTunnelPresets.Get("Compatible").Option);
        var tunnels = new TwoTunnels(lab, input);
        await tunnels.BuildAsync();
        await DeviceDaemon.StartAsync(lab, tunnels.DeviceHosts[0], "device", DeviceFormats.Get("swanctl").Render(input));

        Assert.Equal(new NegotiatedSuite("AES128", "SHA1", 2), (await tunnels.UpAsync(0)).Phase1);
    }

    private static void IsAllowed(
        NegotiatedSuite suite, IReadOnlyList<string>? ciphers, IReadOnlyList<string>? integrities, IReadOnlyList<int>? groups)
    {
        Assert.Contains(suite.Cipher, ciphers ?? VpnTunnelOptionValues.EncryptionAlgorithms);
        if (suite.Integrity is not null) Assert.Contains(suite.Integrity, integrities ?? VpnTunnelOptionValues.IntegrityAlgorithms);
        Assert.Contains(suite.Group!.Value, groups ?? VpnTunnelOptionValues.Phase2DHGroupNumbers);
    }
}
