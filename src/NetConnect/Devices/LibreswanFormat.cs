namespace NetConnect.Devices;

/// <summary>Libreswan 4 and later, with an interface that it makes itself for each tunnel.</summary>
internal sealed class LibreswanFormat() : IpsecConfFamily("libreswan", DeviceVocabularies.Libreswan)
{
    protected override IEnumerable<string> Notes(DevicePlan plan)
    {
        yield return
            $"Put {plan.VpnId}.conf, {plan.VpnId}.secrets and {LinuxUpdown.FileName(plan)}, executable, into /etc/ipsec.d, then run ipsec restart.";
        if (plan.UsesBgp) yield return BgpElsewhere;
        foreach (string note in OneGroupNotes(plan)) yield return note;
    }

    protected override DeviceFile Updown(DevicePlan plan) => LinuxUpdown.Write(plan, "ipsec", create: null);

    protected override IEnumerable<string> OwnSettings(DeviceTunnel tunnel) =>
    [
        $"ikev2={(tunnel.IkeVersion == 2 ? "insist" : "no")}",
        "authby=secret",
        $"ike={Proposals(tunnel, isPhase1: true)}",
        $"esp={Proposals(tunnel, isPhase1: false)}",
        "pfs=yes",
        $"salifetime={tunnel.Phase2Lifetime}s",
        $"rekeymargin={tunnel.RekeyMargin}s",
        $"replay-window={tunnel.ReplayWindow}",
        $"ipsec-interface={tunnel.InterfaceNumber}",
    ];

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
}
