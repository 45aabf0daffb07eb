using NetConnect.Devices;

namespace NetConnect.Tests.Devices;

public sealed class TunnelMtuTests
{
    /// <summary>The table of the Site-to-Site VPN guide.</summary>
    [Theory]
    [InlineData("AES256-GCM-16", "", false, 1446)]
    [InlineData("AES128-GCM-16", "", true, 1438)]
    [InlineData("AES128", "SHA1", false, 1438)]
    [InlineData("AES256", "SHA2-256", false, 1438)]
    [InlineData("AES128", "SHA1", true, 1422)]
    [InlineData("AES256", "SHA2-256", true, 1422)]
    [InlineData("AES256", "SHA2-384", false, 1422)]
    [InlineData("AES256", "SHA2-384", true, 1422)]
    [InlineData("AES256", "SHA2-512", false, 1422)]
    [InlineData("AES256", "SHA2-512", true, 1406)]
    public void The_mtu_is_that_of_awss_table(string cipher, string integrity, bool isBehindNat, int mtu) =>
        Assert.Equal(mtu, TunnelMtu.Of(cipher, integrity, isBehindNat));

    [Fact]
    public void The_least_counts_of_all_that_may_be_negotiated() =>
        Assert.Equal(
            1422,
            TunnelMtu.Least(["AES256-GCM-16", "AES256"], ["SHA2-256", "SHA2-512"], encapsulatesInUdp: false, isIpv6Outside: false));

    [Fact]
    public void Ipv6_outside_takes_twenty_bytes_more() =>
        Assert.Equal(1426, TunnelMtu.Of("AES256-GCM-16", "", encapsulatesInUdp: false, isIpv6Outside: true));

    [Theory]
    [InlineData("CNSA", null, 1446, 1406)]
    [InlineData("CNSA", "10.0.0.5", 1438, 1398)]
    [InlineData("Compatible", null, 1438, 1398)]
    [InlineData("defaults", "10.0.0.5", 1406, 1366)]
    public void Mtu_and_segment_size_reach_the_device(string options, string? localAddress, int mtu, int mss)
    {
        DeviceConfigInput input = DeviceSamples.Of(options, usesBgp: false);
        string text = DeviceSamples.Text("ciscoios", input with { Settings = input.Settings with { LocalAddress = localAddress } });

        Assert.Contains($" ip mtu {mtu}\n ip tcp adjust-mss {mss}\n", text, StringComparison.Ordinal);
    }
}
