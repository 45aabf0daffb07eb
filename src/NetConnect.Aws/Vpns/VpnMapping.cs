using System.Globalization;
using System.Net;
using System.Security;
using Amazon.EC2.Model;
using NetConnect.Aws.Vpcs;

namespace NetConnect.Aws.Vpns;

/// <summary>From EC2's answers about VPNs to NetConnect's models.</summary>
internal static class VpnMapping
{
    // What EC2 says in place of a key that Secrets Manager keeps. An ARN of a secret may be there in either case.
    private const string Redacted = "REDACTED";

    private static readonly string[] s_none = ["none", "false", "no"];

    public static SiteToSiteVpn ToModel(this VpnConnection vpn, string region) => new()
    {
        VpnConnectionId = vpn.VpnConnectionId,
        State = vpn.State?.Value ?? "",
        Region = region,
        CustomerGatewayId = vpn.CustomerGatewayId ?? "",
        VpnGatewayId = NullIfEmpty(vpn.VpnGatewayId),
        TransitGatewayId = NullIfEmpty(vpn.TransitGatewayId),
        StaticRoutesOnly = vpn.Options?.StaticRoutesOnly == true,
        LocalIpv4NetworkCidr = vpn.Options?.LocalIpv4NetworkCidr,
        RemoteIpv4NetworkCidr = vpn.Options?.RemoteIpv4NetworkCidr,
        LocalIpv6NetworkCidr = vpn.Options?.LocalIpv6NetworkCidr,
        RemoteIpv6NetworkCidr = vpn.Options?.RemoteIpv6NetworkCidr,
        TunnelInsideIpVersion = vpn.Options?.TunnelInsideIpVersion?.Value,
        TunnelBandwidth = vpn.Options?.TunnelBandwidth?.Value,
        OutsideIpAddressType = NullIfEmpty(vpn.Options?.OutsideIpAddressType),
        TransportTransitGatewayAttachmentId = NullIfEmpty(vpn.Options?.TransportTransitGatewayAttachmentId),
        EnableAcceleration = vpn.Options?.EnableAcceleration == true,
        Tunnels = vpn.Options?.TunnelOptions?.Select(ToModel).ToList() ?? [],
        TunnelStatus = ToTunnelStatus(vpn, region),
        StaticRoutes = vpn.Routes?.Where(route => route.State?.Value is not ("deleting" or "deleted")).Select(route => route.DestinationCidrBlock).ToList() ?? [],
        Tags = VpcMapping.ToModel(vpn.Tags),
    };

    /// <summary>The keys that EC2 tells.</summary>
    public static Dictionary<string, SecureString> ToPreSharedKeys(this VpnConnection vpn) =>
        vpn.Options?.TunnelOptions?
            .Where(tunnel => tunnel.PreSharedKey is { Length: > 0 } and not Redacted)
            .ToDictionary(tunnel => tunnel.OutsideIpAddress, tunnel => new NetworkCredential("", tunnel.PreSharedKey).SecurePassword) ?? [];

    public static NetConnect.CustomerGateway ToModel(this Amazon.EC2.Model.CustomerGateway gateway) => new()
    {
        CustomerGatewayId = gateway.CustomerGatewayId,
        State = gateway.State ?? "",
        IpAddress = NullIfEmpty(gateway.IpAddress),
        BgpAsn = long.TryParse(NullIfEmpty(gateway.BgpAsnExtended) ?? gateway.BgpAsn, NumberStyles.None, CultureInfo.InvariantCulture, out long asn) ? asn : 0,
        DeviceName = NullIfEmpty(gateway.DeviceName),
        Tags = VpcMapping.ToModel(gateway.Tags),
    };

    public static NetConnect.VpnGateway ToModel(this Amazon.EC2.Model.VpnGateway gateway)
    {
        // Past attachments stay in the list as detached; there is one at most that is not.
        VpcAttachment? attachment = gateway.VpcAttachments?.Find(one => one.State?.Value != "detached") ?? gateway.VpcAttachments?.LastOrDefault();
        return new()
        {
            VpnGatewayId = gateway.VpnGatewayId,
            State = gateway.State?.Value ?? "",
            AmazonSideAsn = gateway.AmazonSideAsn ?? 0,
            VpcId = attachment?.VpcId,
            AttachmentState = attachment?.State?.Value,
            Tags = VpcMapping.ToModel(gateway.Tags),
        };
    }

    public static VpnTunnelNegotiation ToModel(this ActiveVpnTunnelStatus? status) => new()
    {
        IkeVersion = NullIfEmpty(status?.IkeVersion),
        Phase1EncryptionAlgorithm = NullIfEmpty(status?.Phase1EncryptionAlgorithm),
        Phase1IntegrityAlgorithm = NullIfEmpty(status?.Phase1IntegrityAlgorithm),
        Phase1DHGroup = status?.Phase1DHGroup,
        Phase2EncryptionAlgorithm = NullIfEmpty(status?.Phase2EncryptionAlgorithm),
        Phase2IntegrityAlgorithm = NullIfEmpty(status?.Phase2IntegrityAlgorithm),
        Phase2DHGroup = status?.Phase2DHGroup,
        ProvisioningStatus = status?.ProvisioningStatus?.Value,
        ProvisioningStatusReason = NullIfEmpty(status?.ProvisioningStatusReason),
    };

    public static VpnTunnelMaintenance ToModel(this MaintenanceDetails? details) => new()
    {
        // A text whose words EC2's reference does not give: what says no in any way is none.
        IsPending = details?.PendingMaintenance is { Length: > 0 } pending && !s_none.Contains(pending, StringComparer.OrdinalIgnoreCase),
        AutoAppliedAfter = details?.MaintenanceAutoAppliedAfter?.ToUniversalTime(),
        LastApplied = details?.LastMaintenanceApplied?.ToUniversalTime(),
    };

    private static List<VpnTunnelStatus> ToTunnelStatus(VpnConnection vpn, string region) =>
        vpn.VgwTelemetry?.Select(tunnel => new VpnTunnelStatus
        {
            VpnConnectionId = vpn.VpnConnectionId,
            VpnName = vpn.Tags?.Find(tag => tag.Key == "Name")?.Value,
            Region = region,
            OutsideIpAddress = tunnel.OutsideIpAddress ?? "",
            Status = tunnel.Status?.Value ?? "",
            StatusMessage = NullIfEmpty(tunnel.StatusMessage),
            Since = tunnel.LastStatusChange?.ToUniversalTime(),
            AcceptedRouteCount = tunnel.AcceptedRouteCount ?? 0,
        }).ToList() ?? [];

    private static VpnTunnel ToModel(TunnelOption tunnel) => new()
    {
        OutsideIpAddress = tunnel.OutsideIpAddress ?? "",
        PreSharedKeyStorage = tunnel.PreSharedKey switch { null or "" => null, Redacted => "SecretsManager", _ => "Standard" },
        Options = new VpnTunnelOption
        {
            TunnelInsideCidr = NullIfEmpty(tunnel.TunnelInsideCidr),
            TunnelInsideIpv6Cidr = NullIfEmpty(tunnel.TunnelInsideIpv6Cidr),
            IkeVersions = tunnel.IkeVersions?.Select(version => version.Value).ToList(),
            Phase1EncryptionAlgorithms = tunnel.Phase1EncryptionAlgorithms?.Select(algorithm => algorithm.Value).ToList(),
            Phase1IntegrityAlgorithms = tunnel.Phase1IntegrityAlgorithms?.Select(algorithm => algorithm.Value).ToList(),
            Phase1DHGroupNumbers = tunnel.Phase1DHGroupNumbers?.Select(group => group.Value ?? 0).ToList(),
            Phase1LifetimeSeconds = tunnel.Phase1LifetimeSeconds,
            Phase2EncryptionAlgorithms = tunnel.Phase2EncryptionAlgorithms?.Select(algorithm => algorithm.Value).ToList(),
            Phase2IntegrityAlgorithms = tunnel.Phase2IntegrityAlgorithms?.Select(algorithm => algorithm.Value).ToList(),
            Phase2DHGroupNumbers = tunnel.Phase2DHGroupNumbers?.Select(group => group.Value ?? 0).ToList(),
            Phase2LifetimeSeconds = tunnel.Phase2LifetimeSeconds,
            RekeyMarginTimeSeconds = tunnel.RekeyMarginTimeSeconds,
            RekeyFuzzPercentage = tunnel.RekeyFuzzPercentage,
            ReplayWindowSize = tunnel.ReplayWindowSize,
            DpdTimeoutSeconds = tunnel.DpdTimeoutSeconds,
            DpdTimeoutAction = NullIfEmpty(tunnel.DpdTimeoutAction),
            StartupAction = NullIfEmpty(tunnel.StartupAction),
            EnableTunnelLifecycleControl = tunnel.EnableTunnelLifecycleControl,
            LogEnabled = tunnel.LogOptions?.CloudWatchLogOptions?.LogEnabled,
            LogGroupArn = NullIfEmpty(tunnel.LogOptions?.CloudWatchLogOptions?.LogGroupArn),
            LogOutputFormat = NullIfEmpty(tunnel.LogOptions?.CloudWatchLogOptions?.LogOutputFormat),
            BgpLogEnabled = tunnel.LogOptions?.CloudWatchLogOptions?.BgpLogEnabled,
            BgpLogGroupArn = NullIfEmpty(tunnel.LogOptions?.CloudWatchLogOptions?.BgpLogGroupArn),
            BgpLogOutputFormat = NullIfEmpty(tunnel.LogOptions?.CloudWatchLogOptions?.BgpLogOutputFormat),
        },
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
