namespace NetConnect.Devices;

/// <summary>What strongSwan's ipsec.conf and Libreswan's have in common: a section for each tunnel, a file of secrets, and a script for the interfaces.</summary>
internal abstract class IpsecConfFamily(string name, DeviceVocabulary vocabulary) : DeviceFormat(name, vocabulary)
{
    protected override IEnumerable<DeviceFile> Write(DevicePlan plan) =>
    [
        new($"{plan.VpnId}.conf",
            $"""
            # {plan.Heading}
            {Each(plan.Tunnels, tunnel => Section(plan, tunnel))}
            """),
        new($"{plan.VpnId}.secrets",
            $"""
            # {plan.Heading}
            {Each(plan.Tunnels, tunnel => $"{plan.LocalId} {tunnel.OutsideAddress} : PSK \"{tunnel.Key}\"")}
            """),
        Updown(plan),
    ];

    /// <summary>The script that the daemon runs.</summary>
    protected abstract DeviceFile Updown(DevicePlan plan);

    /// <summary>The settings of a tunnel that the two daemons name differently, or that only one of them has.</summary>
    protected abstract IEnumerable<string> OwnSettings(DeviceTunnel tunnel);

    private string Section(DevicePlan plan, DeviceTunnel tunnel) =>
        $"""
        conn {tunnel.Name}
            type=tunnel
            left={plan.LocalAddress}
            leftid={plan.LocalId}
            leftsubnet={plan.LocalSelector}
            right={tunnel.OutsideAddress}
            rightid={tunnel.OutsideAddress}
            rightsubnet={plan.RemoteSelector}
        {Each(OwnSettings(tunnel), setting => "    " + setting)}
            ikelifetime={tunnel.Phase1Lifetime}s
            keyingtries=%forever
            dpddelay={tunnel.DpdInterval}s
            dpdtimeout={tunnel.DpdTimeout}s
            dpdaction=restart
            leftupdown=/etc/ipsec.d/{LinuxUpdown.FileName(plan)}
            auto=start
        """;
}
