using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetConnect.Devices;

namespace NetConnect.Tests.Devices;

/// <summary>What holds for every format, with every set of options, with static routes and with BGP.</summary>
public sealed class DeviceFormatTests
{
    // Formats without IPsec say nothing of the outside.
    private static readonly string[] s_routingOnly = ["frr", "bird"];

    private static readonly string[] s_bgpNumbers = ["65010", "64512", "169.254.10.1", "169.254.20.5"];

    /// <summary>What the devices cannot do at all.</summary>
    private static readonly (string Format, string Options)[] s_notCapable = [("rras", "IKEv1"), ("mikrotik", "CNSA")];

    public static TheoryData<string, string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, bool>();
            foreach (IDeviceFormat format in DeviceFormats.All)
                foreach (string options in DeviceSamples.OptionSets.Keys)
                    foreach (bool usesBgp in new[] { false, true })
                        if (!s_notCapable.Contains((format.Name, options))) cases.Add(format.Name, options, usesBgp);
            return cases;
        }
    }

    [Fact]
    public void There_are_eleven_formats_found_by_name_in_any_case()
    {
        Assert.Equal(
            ["swanctl", "ipsecconf", "libreswan", "frr", "bird", "ciscoios", "pfsense", "vyos", "mikrotik", "rras", "json"],
            DeviceFormats.All.Select(format => format.Name));
        Assert.Same(DeviceFormats.Get("ciscoios"), DeviceFormats.Get("CiscoIOS"));
        NetConnectException unknown = Assert.Throws<NetConnectException>(() => DeviceFormats.Get("iptables"));
        Assert.Contains("swanctl, ipsecconf", unknown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Both_tunnels_are_there_with_all_that_belongs_to_them(string format, string options, bool usesBgp)
    {
        string text = DeviceSamples.Text(format, DeviceSamples.Of(options, usesBgp));

        if (!s_routingOnly.Contains(format))
            foreach (string needed in new[] { DeviceSamples.First, DeviceSamples.Second, DeviceSamples.FirstKey, DeviceSamples.SecondKey })
                Assert.Matches($@"(?<![\w.]){Regex.Escape(needed)}(?![\w.])", text);
        if (usesBgp && DeviceReferences.HasRouting(format))
            Assert.All(s_bgpNumbers, needed => Assert.Contains(needed, text, StringComparison.Ordinal));
        if (!usesBgp && DeviceReferences.HasRouting(format))
            foreach (string network in new[] { "10.1.0.0", "10.2.0.0" }) Assert.Contains(network, text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nothing_is_left_to_fill_in_and_nothing_is_a_type_name(string format, string options, bool usesBgp)
    {
        DeviceConfig config = DeviceSamples.Render(format, DeviceSamples.Of(options, usesBgp));

        foreach (string text in config.Files.Select(file => file.Text).Concat(config.Notes))
        {
            Assert.DoesNotMatch(@"KEY-OF|NetConnect\.|System\.|\{\{|\}\}|\{[a-z]+\.|<[A-Z]", text);
            Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"[ \t]\n", text);
        }
        Assert.All(config.Files, file => Assert.EndsWith("\n", file.Text, StringComparison.Ordinal));
        Assert.Equal(config.Files.Count, config.Files.Select(file => file.Name).Distinct().Count());
        Assert.All(config.Notes, note => Assert.EndsWith(".", note, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Whatever_is_referred_to_is_defined(string format, string options, bool usesBgp) =>
        DeviceReferences.Check(format, DeviceSamples.Render(format, DeviceSamples.Of(options, usesBgp)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_same_connection_gives_the_same_text(string format, string options, bool usesBgp)
    {
        DeviceConfigInput input = DeviceSamples.Of(options, usesBgp);
        DeviceConfigInput turned = input with { Vpn = input.Vpn with { Tunnels = [.. input.Vpn.Tunnels.Reverse()] } };

        Assert.Equal(DeviceSamples.Text(format, input), DeviceSamples.Text(format, turned));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_secret_is_in_a_note_or_a_name(string format, string options, bool usesBgp)
    {
        DeviceConfig config = DeviceSamples.Render(format, DeviceSamples.Of(options, usesBgp));

        foreach (string text in config.Notes.Append(config.ToString()).Concat(config.Files.Select(file => file.ToString())))
            Assert.DoesNotMatch($"{DeviceSamples.FirstKey}|{DeviceSamples.SecondKey}", text);
    }

    [Fact]
    public void What_a_device_cannot_do_at_all_is_refused_with_what_it_can()
    {
        foreach ((string format, string options) in s_notCapable)
        {
            DeviceConfigInput input = DeviceSamples.Of(options, usesBgp: false);
            NetConnectException refusal = Assert.Throws<NetConnectException>(() => DeviceSamples.Render(format, input));
            Assert.Equal((ErrorIds.DeviceNotCapable, DeviceSamples.First), (refusal.ErrorId, refusal.Target));
            Assert.Contains("Set-VpnTunnelOption", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Json_and_xml_are_well_formed()
    {
        using var json = JsonDocument.Parse(DeviceSamples.Text("json", DeviceSamples.Of("defaults", usesBgp: true)));
        JsonElement tunnel = json.RootElement.GetProperty("tunnels")[0];
        Assert.Equal(DeviceSamples.First, tunnel.GetProperty("outsideAddress").GetString());
        Assert.Equal(20, tunnel.GetProperty("phase1").GetProperty("dhGroups")[0].GetInt32());
        Assert.Equal(64512, json.RootElement.GetProperty("awsAsn").GetInt64());

        var xml = XDocument.Parse(DeviceSamples.Text("pfsense", DeviceSamples.Of("one of each", usesBgp: false)));
        Assert.Equal(["7200", "7200"], xml.Descendants("phase1").Select(phase => phase.Element("lifetime")!.Value));
        Assert.Equal("aes128gcm", xml.Descendants("phase2").First().Element("encryption-algorithm-option")!.Element("name")!.Value);
        Assert.Empty(xml.Descendants("hash-algorithm-option"));
    }
}
