using NetConnect.Sandbox.Identity;

namespace NetConnect.Sandbox.Ec2.Vpn.Devices;

/// <summary>A kind of device that there is a sample configuration for.</summary>
internal sealed class VpnDevice(string vendor, string platform, string software, string? id = null)
{
    /// <summary>
    /// Some of those that EC2 lists (Site-to-Site VPN User Guide, "Static and dynamic configuration files"). Ids that are given here are
    /// EC2's own; the others are made up.
    /// </summary>
    public static readonly IReadOnlyList<VpnDevice> All =
    [
        new("Generic", "Generic", "Vendor Agnostic"),
        new("Barracuda", "NextGen Firewall F-series", "6.2+"),
        new("Check Point", "Gaia", "R80.10+"),
        new("Cisco Systems, Inc.", "ASA 5500 Series", "ASA 9.7+ VTI"),
        new("Cisco Systems, Inc.", "CSRv AMI", "IOS 12.4+"),
        new("Cisco Systems, Inc.", "ISR Series Routers", "IOS 12.4+"),
        new("Citrix", "Citrix CloudBridge", "NS 11+"),
        new("F5 Networks", "BIG-IP", "v12.0.0+"),
        new("Fortinet", "Fortigate 40+ Series", "FortiOS 5.0+", "9d9470de"),
        new("Fortinet", "Fortigate 40+ Series", "FortiOS 6.4.4+ (GUI)"),
        new("Juniper Networks, Inc.", "J-Series Routers", "JunOS 9.5+"),
        new("Juniper Networks, Inc.", "SRX Routers", "JunOS 11.0+"),
        new("Microsoft", "Windows Server", "2016"),
        new("Mikrotik", "RouterOS", "6.36"),
        new("Openswan", "Openswan", "2.6.38+"),
        new("Palo Alto Networks", "PA Series", "PANOS 4.1.2+", "754a6372"),
        new("Palo Alto Networks", "PA Series", "PANOS 4.1.2+ (GUI)", "9612cbed"),
        new("Palo Alto Networks", "PA Series", "PANOS 7.0+", "5fb390ba"),
        new("pfSense", "pfSense", "pfsense 2.2.5+(GUI)"),
        new("SonicWall", "NSA, TZ", "OS 6.5"),
        new("Sophos", "Sophos Firewall", "v19+"),
        new("Strongswan", "Ubuntu 16.04", "Strongswan 5.5.1+"),
        new("WatchGuard, Inc.", "XTM, Firebox", "Fireware OS 11.12.2+"),
        new("Yamaha", "RTX Routers", "Rev.10.01.16+"),
    ];

    public string Id { get; } = id ?? Digest.Hex($"{vendor}/{platform}/{software}").Substring(0, 8);

    public string Vendor => vendor;

    public string Platform => platform;

    public string Software => software;
}
