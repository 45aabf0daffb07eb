namespace NetConnect.SiteToSite;

/// <summary>Options laid over others.</summary>
internal static class VpnTunnelOptionMerge
{
    /// <summary>These options, and what they leave open from <paramref name="basis"/>: a preset, or what a tunnel has.</summary>
    public static VpnTunnelOption Over(this VpnTunnelOption option, VpnTunnelOption basis) => basis with
    {
        TunnelInsideCidr = option.TunnelInsideCidr ?? basis.TunnelInsideCidr,
        TunnelInsideIpv6Cidr = option.TunnelInsideIpv6Cidr ?? basis.TunnelInsideIpv6Cidr,
        IkeVersions = option.IkeVersions ?? basis.IkeVersions,
        Phase1EncryptionAlgorithms = option.Phase1EncryptionAlgorithms ?? basis.Phase1EncryptionAlgorithms,
        Phase1IntegrityAlgorithms = option.Phase1IntegrityAlgorithms ?? basis.Phase1IntegrityAlgorithms,
        Phase1DHGroupNumbers = option.Phase1DHGroupNumbers ?? basis.Phase1DHGroupNumbers,
        Phase1LifetimeSeconds = option.Phase1LifetimeSeconds ?? basis.Phase1LifetimeSeconds,
        Phase2EncryptionAlgorithms = option.Phase2EncryptionAlgorithms ?? basis.Phase2EncryptionAlgorithms,
        Phase2IntegrityAlgorithms = option.Phase2IntegrityAlgorithms ?? basis.Phase2IntegrityAlgorithms,
        Phase2DHGroupNumbers = option.Phase2DHGroupNumbers ?? basis.Phase2DHGroupNumbers,
        Phase2LifetimeSeconds = option.Phase2LifetimeSeconds ?? basis.Phase2LifetimeSeconds,
        RekeyMarginTimeSeconds = option.RekeyMarginTimeSeconds ?? basis.RekeyMarginTimeSeconds,
        RekeyFuzzPercentage = option.RekeyFuzzPercentage ?? basis.RekeyFuzzPercentage,
        ReplayWindowSize = option.ReplayWindowSize ?? basis.ReplayWindowSize,
        DpdTimeoutSeconds = option.DpdTimeoutSeconds ?? basis.DpdTimeoutSeconds,
        DpdTimeoutAction = option.DpdTimeoutAction ?? basis.DpdTimeoutAction,
        StartupAction = option.StartupAction ?? basis.StartupAction,
        EnableTunnelLifecycleControl = option.EnableTunnelLifecycleControl ?? basis.EnableTunnelLifecycleControl,
        LogEnabled = option.LogEnabled ?? basis.LogEnabled,
        LogGroupArn = option.LogGroupArn ?? basis.LogGroupArn,
        LogOutputFormat = option.LogOutputFormat ?? basis.LogOutputFormat,
        BgpLogEnabled = option.BgpLogEnabled ?? basis.BgpLogEnabled,
        BgpLogGroupArn = option.BgpLogGroupArn ?? basis.BgpLogGroupArn,
        BgpLogOutputFormat = option.BgpLogOutputFormat ?? basis.BgpLogOutputFormat,
        PreSharedKey = option.PreSharedKey ?? basis.PreSharedKey,
    };
}
