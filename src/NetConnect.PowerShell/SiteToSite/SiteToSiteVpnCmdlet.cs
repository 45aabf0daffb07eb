using System.Management.Automation;
using NetConnect.Addressing;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet that makes or changes site-to-site VPNs: what may use the tunnels and how much may pass, and the wait for it.</summary>
public abstract class SiteToSiteVpnCmdlet : RecordCmdlet<SiteToSiteVpn>
{
    /// <summary>The network behind the device that may use the tunnels. A change takes both down.</summary>
    [Parameter]
    public string? LocalIpv4NetworkCidr { get; set; }

    /// <summary>The network on the AWS side that may use the tunnels. A change takes both down.</summary>
    [Parameter]
    public string? RemoteIpv4NetworkCidr { get; set; }

    /// <summary>The IPv6 network behind the device that may use the tunnels, where they carry IPv6. A change takes both down.</summary>
    [Parameter]
    public string? LocalIpv6NetworkCidr { get; set; }

    /// <summary>The IPv6 network on the AWS side that may use the tunnels, where they carry IPv6. A change takes both down.</summary>
    [Parameter]
    public string? RemoteIpv6NetworkCidr { get; set; }

    /// <summary>What may pass through a tunnel: 1.25 Gbit/s (standard), or 5 Gbit/s (large) on a transit gateway only. A change takes both down.</summary>
    [Parameter]
    [ValidateSet("standard", "large")]
    public string? TunnelBandwidth { get; set; }

    /// <summary>How long to wait for each state, in seconds. EC2 takes some minutes.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int Timeout { get; set; } = 2400;

    /// <summary>Gives the connection back before it is available.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    private protected VpnOptionsChange Options => new()
    {
        LocalIpv4NetworkCidr = ToCidr(LocalIpv4NetworkCidr),
        RemoteIpv4NetworkCidr = ToCidr(RemoteIpv4NetworkCidr),
        LocalIpv6NetworkCidr = ToCidr(LocalIpv6NetworkCidr),
        RemoteIpv6NetworkCidr = ToCidr(RemoteIpv6NetworkCidr),
        TunnelBandwidth = TunnelBandwidth,
    };

    private static Cidr? ToCidr(string? text) => text is null ? null : Cidr.Parse(text);
}
