using NetConnect.SiteToSite;

namespace NetConnect.Devices;

/// <summary>How large a packet fits into a tunnel over a path of 1,500 bytes.</summary>
/// <remarks>AWS takes no part in path MTU discovery, so the device must know. The results are those of the table in the Site-to-Site VPN
/// guide (best practices for the customer gateway device).</remarks>
internal static class TunnelMtu
{
    private const int PathMtu = 1500;
    private const int UdpHeader = 8;
    private const int EspHeader = 8;

    // Pad length and next header, inside what is encrypted (RFC 4303).
    private const int EspTrailer = 2;

    /// <summary>The least over all that may be negotiated.</summary>
    public static int Least(IEnumerable<string> ciphers, IReadOnlyList<string> integrities, bool encapsulatesInUdp, bool isIpv6Outside) => (
        from cipher in ciphers
        from integrity in integrities.DefaultIfEmpty("")
        select Of(cipher, integrity, encapsulatesInUdp, isIpv6Outside)).Min();

    /// <summary>The largest packet for one cipher and integrity algorithm, in bytes.</summary>
    public static int Of(string cipher, string integrity, bool encapsulatesInUdp, bool isIpv6Outside = false)
    {
        bool isGcm = VpnTunnelOptionValues.IsGcm(cipher);
        int vector = isGcm ? 8 : 16;
        int block = isGcm ? 4 : 16;
        // RFC 4106; RFC 2404; RFC 4868.
        int check = isGcm ? 16 : integrity switch { "SHA1" => 12, "SHA2-256" => 16, "SHA2-384" => 24, _ => 32 };
        int room = PathMtu - (isIpv6Outside ? 40 : 20) - (encapsulatesInUdp ? UdpHeader : 0) - EspHeader - vector - check;
        return (room / block * block) - EspTrailer;
    }
}
