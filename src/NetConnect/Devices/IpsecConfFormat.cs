namespace NetConnect.Devices;

/// <summary>strongSwan's older ipsec.conf, with a VTI for each tunnel.</summary>
internal sealed class IpsecConfFormat() : IpsecConfFamily("ipsecconf", DeviceVocabularies.StrongSwan("strongSwan (ipsec.conf)"))
{
    protected override IEnumerable<DeviceFile> Write(DevicePlan plan) =>
    [
        .. base.Write(plan),
        // Tunnels that take everything must not become the default route: the script's routes decide.
        new(DaemonSettings(plan),
            $$"""
            # {{plan.Heading}}
            charon {
                install_routes = no
            }
            """),
    ];

    protected override IEnumerable<string> Notes(DevicePlan plan)
    {
        yield return
            $"Include {plan.VpnId}.conf in /etc/ipsec.conf and {plan.VpnId}.secrets in /etc/ipsec.secrets, put {LinuxUpdown.FileName(plan)}, " +
            $"executable, into /etc/ipsec.d and {DaemonSettings(plan)} into /etc/strongswan.d, then run ipsec restart.";
        if (plan.UsesBgp) yield return BgpElsewhere;
    }

    protected override DeviceFile Updown(DevicePlan plan) =>
        LinuxUpdown.Write(plan, "aws", $"type {Vti(plan)} local {plan.LocalAddress} remote \"$peer\" key \"$number\"");

    protected override IEnumerable<string> OwnSettings(DeviceTunnel tunnel) =>
    [
        $"keyexchange=ikev{tunnel.IkeVersion}",
        "leftauth=psk",
        "rightauth=psk",
        $"ike={StrongSwanProposals.Phase1(tunnel)}!",
        $"esp={StrongSwanProposals.Phase2(tunnel)}!",
        $"lifetime={tunnel.Phase2Lifetime}s",
        $"margintime={tunnel.RekeyMargin}s",
        "mobike=no",
        $"replay_window={tunnel.ReplayWindow}",
        "closeaction=restart",
        $"mark={tunnel.InterfaceNumber}",
    ];

    // A name of its own for each connection: many may be exported into one folder.
    private static string DaemonSettings(DevicePlan plan) => $"{plan.VpnId}.strongswan.conf";

    private static string Vti(DevicePlan plan) => plan.LocalAddress.Contains(':') ? "vti6" : "vti";
}
