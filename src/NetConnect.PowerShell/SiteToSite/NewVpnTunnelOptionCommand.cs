using System.Management.Automation;
using System.Security;
using NetConnect.SiteToSite;

namespace NetConnect.PowerShell;

/// <summary>Makes the options of one VPN tunnel, checked, for New-SiteToSiteVpn and Set-VpnTunnelOption. What is left out is left to AWS, or as it is.</summary>
/// <remarks>Calls nothing, so there is nothing to ask about.</remarks>
[Cmdlet(VerbsCommon.New, "VpnTunnelOption")]
[OutputType(typeof(VpnTunnelOption))]
public sealed class NewVpnTunnelOptionCommand : AsyncCmdlet
{
    private const string Aes = "AES128";
    private const string AesGcm = "AES128-GCM-16";
    private const string Aes256 = "AES256";
    private const string Aes256Gcm = "AES256-GCM-16";

    /// <summary>A set of options to begin with; the others here count before it. Compatible: old devices. Recommended: devices of today. CNSA: RFC 9206.
    /// Tab and -Verbose say what each contains.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(TunnelPresetCompleter))]
    public string? Preset { get; set; }

    /// <summary>The key that both ends know: 8 to 64 letters, digits, periods and underscores, not beginning with 0. AWS makes one where none is given.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? PreSharedKey { get; set; }

    /// <summary>The /30 within 169.254.0.0/16 whose first usable address is AWS's and second the device's.</summary>
    [Parameter]
    public string? TunnelInsideCidr { get; set; }

    /// <summary>The /126 within fd00::/8 of a tunnel that carries IPv6 (transit gateway only).</summary>
    [Parameter]
    public string? TunnelInsideIpv6Cidr { get; set; }

    /// <summary>The IKE versions allowed.</summary>
    [Parameter]
    [ValidateSet("ikev1", "ikev2")]
    public string[]? IkeVersion { get; set; }

    /// <summary>The phase 1 (IKE) ciphers allowed.</summary>
    [Parameter]
    [ValidateSet(Aes, AesGcm, Aes256, Aes256Gcm)]
    public string[]? Phase1EncryptionAlgorithm { get; set; }

    /// <summary>The phase 1 integrity algorithms allowed.</summary>
    [Parameter]
    [ValidateSet("SHA1", "SHA2-256", "SHA2-384", "SHA2-512")]
    public string[]? Phase1IntegrityAlgorithm { get; set; }

    /// <summary>The phase 1 Diffie-Hellman groups allowed: 2, 14 to 24.</summary>
    [Parameter]
    public int[]? Phase1DHGroupNumber { get; set; }

    /// <summary>How long an IKE association lives, in seconds (900 to 28,800).</summary>
    [Parameter]
    public int? Phase1LifetimeSeconds { get; set; }

    /// <summary>The phase 2 (ESP) ciphers allowed.</summary>
    [Parameter]
    [ValidateSet(Aes, AesGcm, Aes256, Aes256Gcm)]
    public string[]? Phase2EncryptionAlgorithm { get; set; }

    /// <summary>The phase 2 integrity algorithms allowed.</summary>
    [Parameter]
    [ValidateSet("SHA1", "SHA2-256", "SHA2-384", "SHA2-512")]
    public string[]? Phase2IntegrityAlgorithm { get; set; }

    /// <summary>The phase 2 Diffie-Hellman groups allowed: 2, 5, 14 to 24.</summary>
    [Parameter]
    public int[]? Phase2DHGroupNumber { get; set; }

    /// <summary>How long an ESP association lives, in seconds (900 to 3,600, and less than phase 1).</summary>
    [Parameter]
    public int? Phase2LifetimeSeconds { get; set; }

    /// <summary>How long before the end of phase 2 AWS renews it, in seconds (60 to half of phase 2).</summary>
    [Parameter]
    public int? RekeyMarginTimeSeconds { get; set; }

    /// <summary>By how many percent the margin varies at random (0 to 100).</summary>
    [Parameter]
    public int? RekeyFuzzPercentage { get; set; }

    /// <summary>The packets of the IKE replay window (64 to 2,048).</summary>
    [Parameter]
    public int? ReplayWindowSize { get; set; }

    /// <summary>How long a silent peer counts as alive, in seconds (30 or more).</summary>
    [Parameter]
    public int? DpdTimeoutSeconds { get; set; }

    /// <summary>What follows a silent peer.</summary>
    [Parameter]
    [ValidateSet("clear", "none", "restart")]
    public string? DpdTimeoutAction { get; set; }

    /// <summary>Whether AWS begins the negotiation (start, IKEv2 only) or the device must (add).</summary>
    [Parameter]
    [ValidateSet("add", "start")]
    public string? StartupAction { get; set; }

    /// <summary>Whether AWS waits for you (Update-VpnTunnel) before it replaces a tunnel endpoint.</summary>
    [Parameter]
    public bool? EnableTunnelLifecycleControl { get; set; }

    /// <summary>Whether AWS writes the tunnel's activity to CloudWatch Logs, which names the cause of a tunnel that is down.</summary>
    [Parameter]
    public bool? LogEnabled { get; set; }

    /// <summary>The ARN of the log group that gets the activity.</summary>
    [Parameter]
    public string? LogGroupArn { get; set; }

    /// <summary>How the activity is written.</summary>
    [Parameter]
    [ValidateSet("json", "text")]
    public string? LogOutputFormat { get; set; }

    /// <summary>Whether AWS writes what happens to the BGP session to CloudWatch Logs.</summary>
    [Parameter]
    public bool? BgpLogEnabled { get; set; }

    /// <summary>The ARN of the log group that gets the BGP log.</summary>
    [Parameter]
    public string? BgpLogGroupArn { get; set; }

    /// <summary>How the BGP log is written.</summary>
    [Parameter]
    [ValidateSet("json", "text")]
    public string? BgpLogOutputFormat { get; set; }

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        var option = new VpnTunnelOption
        {
            PreSharedKey = PreSharedKey?.Copy(),
            TunnelInsideCidr = TunnelInsideCidr,
            TunnelInsideIpv6Cidr = TunnelInsideIpv6Cidr,
            IkeVersions = IkeVersion,
            Phase1EncryptionAlgorithms = Phase1EncryptionAlgorithm,
            Phase1IntegrityAlgorithms = Phase1IntegrityAlgorithm,
            Phase1DHGroupNumbers = Phase1DHGroupNumber,
            Phase1LifetimeSeconds = Phase1LifetimeSeconds,
            Phase2EncryptionAlgorithms = Phase2EncryptionAlgorithm,
            Phase2IntegrityAlgorithms = Phase2IntegrityAlgorithm,
            Phase2DHGroupNumbers = Phase2DHGroupNumber,
            Phase2LifetimeSeconds = Phase2LifetimeSeconds,
            RekeyMarginTimeSeconds = RekeyMarginTimeSeconds,
            RekeyFuzzPercentage = RekeyFuzzPercentage,
            ReplayWindowSize = ReplayWindowSize,
            DpdTimeoutSeconds = DpdTimeoutSeconds,
            DpdTimeoutAction = DpdTimeoutAction,
            StartupAction = StartupAction,
            EnableTunnelLifecycleControl = EnableTunnelLifecycleControl,
            LogEnabled = LogEnabled,
            LogGroupArn = LogGroupArn,
            LogOutputFormat = LogOutputFormat,
            BgpLogEnabled = BgpLogEnabled,
            BgpLogGroupArn = BgpLogGroupArn,
            BgpLogOutputFormat = BgpLogOutputFormat,
        };
        if (Preset is not null)
        {
            VpnTunnelPreset preset = VpnTunnelPresets.Get(Preset);
            WriteVerbose($"{preset}. {preset.Description}");
            option = preset.Apply(option);
        }
        VpnTunnelOptionRules.Check(option);
        WriteObject(option);
        return Task.CompletedTask;
    }
}
