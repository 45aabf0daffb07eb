namespace NetConnect.Devices;

/// <summary>strongSwan's older ipsec.conf, with a VTI for each tunnel.</summary>
internal sealed class IpsecConfFormat() : DeviceFormat("ipsecconf", DeviceVocabularies.StrongSwan("strongSwan (ipsec.conf)"))
{
    protected override IEnumerable<DeviceFile> Write(DevicePlan plan) =>
    [
        new($"{plan.VpnId}.conf",
            $"""
            # {plan.Heading}
            {Each(plan.Tunnels, tunnel => Connection(plan, tunnel))}
            """),
        new($"{plan.VpnId}.secrets",
            $"""
            # {plan.Heading}
            {Each(plan.Tunnels, tunnel => $"{plan.LocalId} {tunnel.OutsideAddress} : PSK \"{tunnel.Key}\"")}
            """),
        LinuxUpdown.Write(plan, "aws", $"type {Vti(plan)} local {plan.LocalAddress} remote \"$peer\" key \"$number\""),
        // Tunnels that take everything must not become the default route: the script's routes decide.
        new("netconnect.conf",
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
            "executable, into /etc/ipsec.d and netconnect.conf into /etc/strongswan.d, then run ipsec restart.";
        if (plan.UsesBgp) yield return "Routes come from a BGP daemon: export frr or bird as well.";
    }

    private static string Vti(DevicePlan plan) => plan.LocalAddress.Contains(':') ? "vti6" : "vti";

    private static string Connection(DevicePlan plan, DeviceTunnel tunnel) =>
        $"""
        conn {tunnel.Name}
            keyexchange=ikev{tunnel.IkeVersion}
            type=tunnel
            leftauth=psk
            rightauth=psk
            left={plan.LocalAddress}
            leftid={plan.LocalId}
            leftsubnet={plan.LocalSelector}
            right={tunnel.OutsideAddress}
            rightid={tunnel.OutsideAddress}
            rightsubnet={plan.RemoteSelector}
            ike={StrongSwanProposals.Phase1(tunnel)}!
            esp={StrongSwanProposals.Phase2(tunnel)}!
            ikelifetime={tunnel.Phase1Lifetime}s
            lifetime={tunnel.Phase2Lifetime}s
            margintime={tunnel.RekeyMargin}s
            keyingtries=%forever
            mobike=no
            replay_window={tunnel.ReplayWindow}
            dpddelay={tunnel.DpdInterval}s
            dpdtimeout={tunnel.DpdTimeout}s
            dpdaction=restart
            closeaction=restart
            mark={tunnel.InterfaceNumber}
            leftupdown=/etc/ipsec.d/{LinuxUpdown.FileName(plan)}
            auto=start
        """;
}
