using System.Net;
using System.Security;
using Amazon.EC2.Model;

namespace NetConnect.Aws.Vpns;

/// <summary>From NetConnect's tunnel options to the two types that EC2's model has for them, alike in every member.</summary>
internal static class TunnelSpecification
{
    public static VpnTunnelOptionsSpecification ForCreate(VpnTunnelOption option) => new()
    {
        TunnelInsideCidr = option.TunnelInsideCidr,
        TunnelInsideIpv6Cidr = option.TunnelInsideIpv6Cidr,
        PreSharedKey = Text(option.PreSharedKey),
        IKEVersions = option.IkeVersions?.Select(version => new IKEVersionsRequestListValue { Value = version }).ToList(),
        Phase1EncryptionAlgorithms = Values<Phase1EncryptionAlgorithmsRequestListValue>(option.Phase1EncryptionAlgorithms, (item, value) => item.Value = value),
        Phase1IntegrityAlgorithms = Values<Phase1IntegrityAlgorithmsRequestListValue>(option.Phase1IntegrityAlgorithms, (item, value) => item.Value = value),
        Phase1DHGroupNumbers = option.Phase1DHGroupNumbers?.Select(group => new Phase1DHGroupNumbersRequestListValue { Value = group }).ToList(),
        Phase1LifetimeSeconds = option.Phase1LifetimeSeconds,
        Phase2EncryptionAlgorithms = Values<Phase2EncryptionAlgorithmsRequestListValue>(option.Phase2EncryptionAlgorithms, (item, value) => item.Value = value),
        Phase2IntegrityAlgorithms = Values<Phase2IntegrityAlgorithmsRequestListValue>(option.Phase2IntegrityAlgorithms, (item, value) => item.Value = value),
        Phase2DHGroupNumbers = option.Phase2DHGroupNumbers?.Select(group => new Phase2DHGroupNumbersRequestListValue { Value = group }).ToList(),
        Phase2LifetimeSeconds = option.Phase2LifetimeSeconds,
        RekeyMarginTimeSeconds = option.RekeyMarginTimeSeconds,
        RekeyFuzzPercentage = option.RekeyFuzzPercentage,
        ReplayWindowSize = option.ReplayWindowSize,
        DPDTimeoutSeconds = option.DpdTimeoutSeconds,
        DPDTimeoutAction = option.DpdTimeoutAction,
        StartupAction = option.StartupAction,
        EnableTunnelLifecycleControl = option.EnableTunnelLifecycleControl,
        LogOptions = Logs(option),
    };

    public static ModifyVpnTunnelOptionsSpecification ForModify(VpnTunnelOption option)
    {
        VpnTunnelOptionsSpecification same = ForCreate(option);
        return new()
        {
            TunnelInsideCidr = same.TunnelInsideCidr,
            TunnelInsideIpv6Cidr = same.TunnelInsideIpv6Cidr,
            PreSharedKey = same.PreSharedKey,
            IKEVersions = same.IKEVersions,
            Phase1EncryptionAlgorithms = same.Phase1EncryptionAlgorithms,
            Phase1IntegrityAlgorithms = same.Phase1IntegrityAlgorithms,
            Phase1DHGroupNumbers = same.Phase1DHGroupNumbers,
            Phase1LifetimeSeconds = same.Phase1LifetimeSeconds,
            Phase2EncryptionAlgorithms = same.Phase2EncryptionAlgorithms,
            Phase2IntegrityAlgorithms = same.Phase2IntegrityAlgorithms,
            Phase2DHGroupNumbers = same.Phase2DHGroupNumbers,
            Phase2LifetimeSeconds = same.Phase2LifetimeSeconds,
            RekeyMarginTimeSeconds = same.RekeyMarginTimeSeconds,
            RekeyFuzzPercentage = same.RekeyFuzzPercentage,
            ReplayWindowSize = same.ReplayWindowSize,
            DPDTimeoutSeconds = same.DPDTimeoutSeconds,
            DPDTimeoutAction = same.DPDTimeoutAction,
            StartupAction = same.StartupAction,
            EnableTunnelLifecycleControl = same.EnableTunnelLifecycleControl,
            LogOptions = same.LogOptions,
        };
    }

    private static VpnTunnelLogOptionsSpecification? Logs(VpnTunnelOption option) =>
        (option.LogEnabled ?? option.BgpLogEnabled) is null
            && (option.LogGroupArn ?? option.LogOutputFormat ?? option.BgpLogGroupArn ?? option.BgpLogOutputFormat) is null
            ? null
            : new()
            {
                CloudWatchLogOptions = new()
                {
                    LogEnabled = option.LogEnabled,
                    LogGroupArn = option.LogGroupArn,
                    LogOutputFormat = option.LogOutputFormat,
                    BgpLogEnabled = option.BgpLogEnabled,
                    BgpLogGroupArn = option.BgpLogGroupArn,
                    BgpLogOutputFormat = option.BgpLogOutputFormat,
                },
            };

    private static List<T>? Values<T>(IEnumerable<string>? values, Action<T, string> set)
        where T : new() => values?.Select(value =>
        {
            T item = new();
            set(item, value);
            return item;
        }).ToList();

    private static string? Text(SecureString? secret) => secret is null ? null : new NetworkCredential("", secret).Password;
}
