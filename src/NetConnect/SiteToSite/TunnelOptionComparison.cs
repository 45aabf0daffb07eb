namespace NetConnect.SiteToSite;

/// <summary>Tells whether a tunnel already has the options that were asked for.</summary>
internal static class TunnelOptionComparison
{
    /// <summary>The names of the wanted options that the live ones do not meet. A key that is not told counts as another.</summary>
    public static IReadOnlyList<string> Differences(VpnTunnelOption live, VpnTunnelOption wanted)
    {
        var names = new List<string>();
        Compare(nameof(wanted.TunnelInsideCidr), live.TunnelInsideCidr, wanted.TunnelInsideCidr);
        Compare(nameof(wanted.TunnelInsideIpv6Cidr), live.TunnelInsideIpv6Cidr, wanted.TunnelInsideIpv6Cidr);
        CompareSets(nameof(wanted.IkeVersions), live.IkeVersions, wanted.IkeVersions);
        CompareSets(nameof(wanted.Phase1EncryptionAlgorithms), live.Phase1EncryptionAlgorithms, wanted.Phase1EncryptionAlgorithms);
        CompareSets(nameof(wanted.Phase1IntegrityAlgorithms), live.Phase1IntegrityAlgorithms, wanted.Phase1IntegrityAlgorithms);
        CompareSets(nameof(wanted.Phase1DHGroupNumbers), live.Phase1DHGroupNumbers, wanted.Phase1DHGroupNumbers);
        Compare(nameof(wanted.Phase1LifetimeSeconds), live.Phase1LifetimeSeconds, wanted.Phase1LifetimeSeconds);
        CompareSets(nameof(wanted.Phase2EncryptionAlgorithms), live.Phase2EncryptionAlgorithms, wanted.Phase2EncryptionAlgorithms);
        CompareSets(nameof(wanted.Phase2IntegrityAlgorithms), live.Phase2IntegrityAlgorithms, wanted.Phase2IntegrityAlgorithms);
        CompareSets(nameof(wanted.Phase2DHGroupNumbers), live.Phase2DHGroupNumbers, wanted.Phase2DHGroupNumbers);
        Compare(nameof(wanted.Phase2LifetimeSeconds), live.Phase2LifetimeSeconds, wanted.Phase2LifetimeSeconds);
        Compare(nameof(wanted.RekeyMarginTimeSeconds), live.RekeyMarginTimeSeconds, wanted.RekeyMarginTimeSeconds);
        Compare(nameof(wanted.RekeyFuzzPercentage), live.RekeyFuzzPercentage, wanted.RekeyFuzzPercentage);
        Compare(nameof(wanted.ReplayWindowSize), live.ReplayWindowSize, wanted.ReplayWindowSize);
        Compare(nameof(wanted.DpdTimeoutSeconds), live.DpdTimeoutSeconds, wanted.DpdTimeoutSeconds);
        Compare(nameof(wanted.DpdTimeoutAction), live.DpdTimeoutAction, wanted.DpdTimeoutAction);
        Compare(nameof(wanted.StartupAction), live.StartupAction, wanted.StartupAction);
        Compare(nameof(wanted.EnableTunnelLifecycleControl), live.EnableTunnelLifecycleControl, wanted.EnableTunnelLifecycleControl);
        Compare(nameof(wanted.LogEnabled), live.LogEnabled, wanted.LogEnabled);
        Compare(nameof(wanted.LogGroupArn), live.LogGroupArn, wanted.LogGroupArn);
        Compare(nameof(wanted.LogOutputFormat), live.LogOutputFormat, wanted.LogOutputFormat);
        Compare(nameof(wanted.BgpLogEnabled), live.BgpLogEnabled, wanted.BgpLogEnabled);
        Compare(nameof(wanted.BgpLogGroupArn), live.BgpLogGroupArn, wanted.BgpLogGroupArn);
        Compare(nameof(wanted.BgpLogOutputFormat), live.BgpLogOutputFormat, wanted.BgpLogOutputFormat);
        if (wanted.PreSharedKey is { } key && !(live.PreSharedKey is { } present && PreSharedKeys.AreEqual(present, key)))
            names.Add(nameof(wanted.PreSharedKey));
        return names;

        void Compare<T>(string name, T? have, T? want)
        {
            if (want is not null && !want.Equals(have))
                names.Add(name);
        }

        // Which algorithms are allowed counts, not the order in which they stand.
        void CompareSets<T>(string name, IReadOnlyList<T>? have, IReadOnlyList<T>? want)
        {
            if (want is not null && !new HashSet<T>(want).SetEquals(have ?? []))
                names.Add(name);
        }
    }
}
