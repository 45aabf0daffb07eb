namespace NetConnect.Devices;

/// <summary>Libreswan 4 and later, with an interface that it makes itself for each tunnel.</summary>
internal sealed class LibreswanFormat() : DeviceFormat("libreswan", DeviceVocabularies.Libreswan)
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
        LinuxUpdown.Write(plan, "ipsec", create: null),
    ];

    protected override IEnumerable<string> Notes(DevicePlan plan)
    {
        yield return
            $"Put {plan.VpnId}.conf, {plan.VpnId}.secrets and {LinuxUpdown.FileName(plan)}, executable, into /etc/ipsec.d, " +
            "then run ipsec restart.";
        if (plan.UsesBgp) yield return "Routes come from a BGP daemon: export frr or bird as well.";
        foreach (string note in OneGroupNotes(plan)) yield return note;
    }

    /// <summary>Proposals of one phase as Libreswan writes them: ciphers, a hyphen and hashes, a semicolon and groups.</summary>
    internal static string Proposals(DeviceTunnel tunnel, bool isPhase1)
    {
        // It cannot change the group in the middle of a rekey, so phase 2 has one.
        DeviceSuite suite = isPhase1 ? tunnel.Phase1 : tunnel.Phase2.WithOneGroup;
        // IKEv1 has no lists within a proposal.
        if (tunnel.IkeVersion == 1)
            return string.Join(",", (isPhase1 ? suite.Phase1Combinations : suite.Phase2Combinations)
                .Select(c => c.Integrity is null ? $"{c.Cipher};{c.Group}" : $"{c.Cipher}-{c.Integrity};{c.Group}"));
        return string.Join(",", new[] { suite.Gcm, suite.Cbc }.Where(ciphers => ciphers.Count > 0).Select(ciphers =>
            Any(ciphers) + (isPhase1 || !ciphers[0].IsGcm ? $"-{Any(suite.Integrities)}" : "") + $";{Any(suite.Groups)}"));
    }

    private static string Any(IReadOnlyList<DeviceAlgorithm> algorithms) => string.Join("+", algorithms);

    private static string Connection(DevicePlan plan, DeviceTunnel tunnel) =>
        $"""
        conn {tunnel.Name}
            ikev2={(tunnel.IkeVersion == 2 ? "insist" : "no")}
            type=tunnel
            authby=secret
            left={plan.LocalAddress}
            leftid={plan.LocalId}
            leftsubnet={plan.LocalSelector}
            right={tunnel.OutsideAddress}
            rightid={tunnel.OutsideAddress}
            rightsubnet={plan.RemoteSelector}
            ike={Proposals(tunnel, isPhase1: true)}
            esp={Proposals(tunnel, isPhase1: false)}
            pfs=yes
            ikelifetime={tunnel.Phase1Lifetime}s
            salifetime={tunnel.Phase2Lifetime}s
            rekeymargin={tunnel.RekeyMargin}s
            keyingtries=%forever
            replay-window={tunnel.ReplayWindow}
            dpddelay={tunnel.DpdInterval}s
            dpdtimeout={tunnel.DpdTimeout}s
            dpdaction=restart
            ipsec-interface={tunnel.InterfaceNumber}
            leftupdown=/etc/ipsec.d/{LinuxUpdown.FileName(plan)}
            auto=start
        """;
}
