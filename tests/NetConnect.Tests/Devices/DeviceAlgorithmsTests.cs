using System.Text.RegularExpressions;
using NetConnect.Devices;

namespace NetConnect.Tests.Devices;

public sealed class DeviceAlgorithmsTests
{
    [Fact]
    public void Where_the_tunnel_leaves_all_open_only_what_is_strong_is_proposed()
    {
        string text = DeviceSamples.Text("swanctl", DeviceSamples.Of("defaults", usesBgp: false));

        const string Gcm = "aes256gcm16-prfsha512-prfsha384-prfsha256-ecp384-ecp256-modp4096-modp2048";
        Assert.Contains($" proposals = {Gcm},aes256-sha512-", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"aes128|sha1\b|modp1024", text);
    }

    [Fact]
    public void All_that_the_tunnel_names_is_proposed_the_strongest_first()
    {
        string text = DeviceSamples.Text("swanctl", DeviceSamples.Of("Compatible", usesBgp: false));

        Assert.Contains(" proposals = aes256-aes128-sha256-sha1-modp2048-modp1024\n", text, StringComparison.Ordinal);
        Assert.Contains("version = 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ikev1_is_used_where_nothing_else_is_allowed_with_one_algorithm_of_each_sort_in_a_proposal()
    {
        string text = DeviceSamples.Text("ipsecconf", DeviceSamples.Of("IKEv1", usesBgp: false));

        Assert.Contains("keyexchange=ikev1", text, StringComparison.Ordinal);
        string[] proposals = Regex.Match(text, @"ike=(.*)!").Groups[1].Value.Split(',');
        Assert.Equal("aes256-sha256-modp2048", proposals[0]);
        Assert.Equal(8, proposals.Distinct().Count());
        Assert.All(proposals, proposal => Assert.Equal(3, proposal.Split('-').Length));
    }

    [Theory]
    [InlineData("swanctl")]
    [InlineData("libreswan")]
    [InlineData("vyos")]
    [InlineData("ciscoios")]
    public void Phase_1_of_ikev1_never_has_gcm(string format)
    {
        VpnTunnelOption options = new() { IkeVersions = ["ikev1"], Phase2EncryptionAlgorithms = ["AES256"], Phase2DHGroupNumbers = [14] };
        Assert.DoesNotContain("gcm", DeviceSamples.Text(format, DeviceSamples.Static(options)), StringComparison.OrdinalIgnoreCase);

        VpnTunnelOption gcm = options with { Phase1EncryptionAlgorithms = ["AES256-GCM-16"] };
        Assert.Equal(
            ErrorIds.DeviceNotCapable,
            Assert.Throws<NetConnectException>(() => DeviceSamples.Render(format, DeviceSamples.Static(gcm))).ErrorId);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(22)]
    [InlineData(24)]
    public void What_libreswan_lacks_is_left_out_and_noted_or_refused(int group)
    {
        DeviceConfig config = DeviceSamples.Render("libreswan", DeviceSamples.Static(new() { Phase1DHGroupNumbers = [group, 14] }));
        Assert.Contains(";dh14\n", config.Files[0].Text, StringComparison.Ordinal);
        Assert.Contains(config.Notes, note => note.Contains($"Diffie-Hellman group {group}", StringComparison.Ordinal));

        NetConnectException refusal = Assert.Throws<NetConnectException>(
            () => DeviceSamples.Render("libreswan", DeviceSamples.Static(new() { Phase2DHGroupNumbers = [group] })));
        Assert.Contains("It has 5, 14, 15", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Libreswan_has_no_elliptic_curves_in_phase_2_of_ikev1()
    {
        string text = DeviceSamples.Text("libreswan", DeviceSamples.Static(new() { IkeVersions = ["ikev1"] }));
        Assert.Matches("ike=.*dh20", text);
        Assert.DoesNotMatch("esp=.*dh(19|20|21)", text);
    }

    [Fact]
    public void Gcm_alone_needs_no_integrity_that_the_device_has()
    {
        VpnTunnelOption options = new() { Phase2EncryptionAlgorithms = ["AES256-GCM-16"], Phase2IntegrityAlgorithms = ["SHA2-512"] };

        string text = DeviceSamples.Text("rras", DeviceSamples.Static(options));
        Assert.Contains("AuthenticationTransformConstants = 'GCMAES256'", text, StringComparison.Ordinal);
    }
}
