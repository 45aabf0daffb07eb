namespace NetConnect.Tests.SiteToSite;

/// <summary>A row for each rule: its name, options that it lets pass, options that it refuses, and words that the refusal says.</summary>
internal static class VpnTunnelOptionRuleTable
{
    private const string LogGroup = "arn:aws:logs:eu-west-1:111111111111:log-group:vpn";

    public static TheoryData<string, VpnTunnelOption, VpnTunnelOption, string> Values { get; } = new()
    {
        {
            "IKE version",
            new() { IkeVersions = ["ikev1", "ikev2"] },
            new() { IkeVersions = ["ikev3"] },
            "IkeVersions cannot be ikev3: EC2 knows ikev1, ikev2"
        },
        { "empty list", new() { IkeVersions = ["ikev1"] }, new() { IkeVersions = [] }, "IkeVersions cannot be empty" },
        {
            "letter case",
            new() { Phase1EncryptionAlgorithms = ["AES256"] },
            new() { Phase1EncryptionAlgorithms = ["aes256"] },
            "written like that"
        },
        { "value twice", new() { Phase2DHGroupNumbers = [14, 15] }, new() { Phase2DHGroupNumbers = [14, 15, 14] }, "twice" },
        {
            "cipher 1",
            new() { Phase1EncryptionAlgorithms = ["AES256-GCM-16"] },
            new() { Phase1EncryptionAlgorithms = ["AES192"] },
            "AES128-GCM-16"
        },
        {
            "cipher 2",
            new() { Phase2EncryptionAlgorithms = ["AES128"] },
            new() { Phase2EncryptionAlgorithms = ["3DES"] },
            "Phase2EncryptionAlgorithms"
        },
        {
            "integrity 1",
            new() { Phase1IntegrityAlgorithms = ["SHA2-512"] },
            new() { Phase1IntegrityAlgorithms = ["MD5"] },
            "SHA1, SHA2-256"
        },
        {
            "integrity 2",
            new() { Phase2IntegrityAlgorithms = ["SHA1"] },
            new() { Phase2IntegrityAlgorithms = ["SHA256"] },
            "Phase2IntegrityAlgorithms"
        },
        {
            "group 5 is phase 2's",
            new() { Phase2DHGroupNumbers = [5] },
            new() { Phase1DHGroupNumbers = [5] },
            "Phase1DHGroupNumbers cannot be 5"
        },
        { "group", new() { Phase1DHGroupNumbers = [2, 24] }, new() { Phase2DHGroupNumbers = [25] }, "Phase2DHGroupNumbers cannot be 25" },
        { "phase 1 least", new() { Phase1LifetimeSeconds = 3601 }, new() { Phase1LifetimeSeconds = 899 }, "900 to 28800" },
        { "phase 1 most", new() { Phase1LifetimeSeconds = 28800 }, new() { Phase1LifetimeSeconds = 28801 }, "900 to 28800" },
        { "phase 2 least", new() { Phase2LifetimeSeconds = 900 }, new() { Phase2LifetimeSeconds = 899 }, "900 to 3600" },
        { "phase 2 most", new() { Phase2LifetimeSeconds = 3600 }, new() { Phase2LifetimeSeconds = 3601 }, "900 to 3600" },
        { "margin least", new() { RekeyMarginTimeSeconds = 60 }, new() { RekeyMarginTimeSeconds = 59 }, "RekeyMarginTimeSeconds" },
        { "fuzz least", new() { RekeyFuzzPercentage = 0 }, new() { RekeyFuzzPercentage = -1 }, "0 to 100" },
        { "fuzz most", new() { RekeyFuzzPercentage = 100 }, new() { RekeyFuzzPercentage = 101 }, "0 to 100" },
        { "replay least", new() { ReplayWindowSize = 64 }, new() { ReplayWindowSize = 63 }, "64 to 2048" },
        { "replay most", new() { ReplayWindowSize = 2048 }, new() { ReplayWindowSize = 2049 }, "64 to 2048" },
        { "DPD least", new() { DpdTimeoutSeconds = 30 }, new() { DpdTimeoutSeconds = 29 }, "30 seconds or more" },
        { "DPD action", new() { DpdTimeoutAction = "none" }, new() { DpdTimeoutAction = "hold" }, "clear, none, restart" },
        { "startup", new() { StartupAction = "add" }, new() { StartupAction = "trap" }, "add, start" },
        { "log format", new() { LogOutputFormat = "text" }, new() { LogOutputFormat = "xml" }, "LogOutputFormat cannot be xml: EC2 knows json, text" },
        { "BGP log format", new() { BgpLogOutputFormat = "json" }, new() { BgpLogOutputFormat = "JSON" }, "BgpLogOutputFormat cannot be JSON" },
        { "log group", new() { LogGroupArn = LogGroup }, new() { LogGroupArn = "vpn" }, "the ARN of a CloudWatch log group" },
        {
            "BGP log group",
            new() { BgpLogGroupArn = LogGroup + ":*" },
            new() { BgpLogGroupArn = "arn:aws:logs:eu-west-1:111111111111:log-stream:vpn" },
            "BgpLogGroupArn cannot be arn:aws:logs:eu-west-1:111111111111:log-stream:vpn"
        },
        { "a log has a group", new() { LogEnabled = true, LogGroupArn = LogGroup }, new() { LogEnabled = true }, "Give LogGroupArn too" },
        {
            "a BGP log has a group of its own",
            new() { BgpLogEnabled = false },
            new() { BgpLogEnabled = true, LogEnabled = true, LogGroupArn = LogGroup },
            "Give BgpLogGroupArn too"
        },
        {
            "phase 2 ends before phase 1",
            new() { Phase1LifetimeSeconds = 3600, Phase2LifetimeSeconds = 3599 },
            new() { Phase1LifetimeSeconds = 3600, Phase2LifetimeSeconds = 3600 },
            "less than Phase1LifetimeSeconds, 3600"
        },
        {
            "phase 2's default ends before phase 1",
            new() { Phase1LifetimeSeconds = 3601 },
            new() { Phase1LifetimeSeconds = 3000 },
            "cannot be 3600"
        },
        {
            "margin is half of phase 2 at most",
            new() { Phase2LifetimeSeconds = 1000, RekeyMarginTimeSeconds = 500 },
            new() { Phase2LifetimeSeconds = 1000, RekeyMarginTimeSeconds = 501 },
            "at most, 500"
        },
        {
            "IKEv1 has no GCM",
            new() { IkeVersions = ["ikev1"], Phase1EncryptionAlgorithms = ["AES128", "AES256-GCM-16"] },
            new() { IkeVersions = ["ikev1"], Phase1EncryptionAlgorithms = ["AES128-GCM-16", "AES256-GCM-16"] },
            "GCM does not exist for phase 1 of IKEv1"
        },
        {
            "IKEv1 may be allowed next to IKEv2 with GCM",
            new() { IkeVersions = ["ikev1", "ikev2"], Phase1EncryptionAlgorithms = ["AES256-GCM-16"] },
            new() { IkeVersions = ["ikev1"], Phase1EncryptionAlgorithms = ["AES256-GCM-16"] },
            "AES256-GCM-16"
        },
        {
            "GCM is for phase 2 of IKEv1",
            new() { IkeVersions = ["ikev1"], Phase2EncryptionAlgorithms = ["AES256-GCM-16"] },
            new() { IkeVersions = ["v1"] },
            "v1"
        },
        {
            "AWS begins with IKEv2",
            new() { StartupAction = "start" },
            new() { StartupAction = "start", IkeVersions = ["ikev1"] },
            "IKEv2 only"
        },
    };

    public static TheoryData<string, VpnTunnelOption, VpnTunnelOption, string> InsideCidrs { get; } = new()
    {
        {
            "inside",
            new() { TunnelInsideCidr = "169.254.100.0/30" },
            new() { TunnelInsideCidr = "169.254.100.0/29" },
            "a /30 within 169.254.0.0/16"
        },
        {
            "inside range",
            new() { TunnelInsideCidr = "169.254.255.252/30" },
            new() { TunnelInsideCidr = "169.255.0.0/30" },
            "a /30 within"
        },
        {
            "inside text",
            new() { TunnelInsideCidr = "169.254.6.0/30" },
            new() { TunnelInsideCidr = "169.254.6.0" },
            "cannot be 169.254.6.0: "
        },
        {
            "inside bits",
            new() { TunnelInsideCidr = "169.254.6.4/30" },
            new() { TunnelInsideCidr = "169.254.6.5/30" },
            "Write 169.254.6.4/30"
        },
        { "reserved 0", new() { TunnelInsideCidr = "169.254.0.4/30" }, new() { TunnelInsideCidr = "169.254.0.0/30" }, "for itself" },
        { "reserved 1", new() { TunnelInsideCidr = "169.254.1.4/30" }, new() { TunnelInsideCidr = "169.254.1.0/30" }, "for itself" },
        { "reserved 2", new() { TunnelInsideCidr = "169.254.2.4/30" }, new() { TunnelInsideCidr = "169.254.2.0/30" }, "for itself" },
        { "reserved 3", new() { TunnelInsideCidr = "169.254.3.4/30" }, new() { TunnelInsideCidr = "169.254.3.0/30" }, "for itself" },
        { "reserved 4", new() { TunnelInsideCidr = "169.254.4.4/30" }, new() { TunnelInsideCidr = "169.254.4.0/30" }, "for itself" },
        { "reserved 5", new() { TunnelInsideCidr = "169.254.5.4/30" }, new() { TunnelInsideCidr = "169.254.5.0/30" }, "for itself" },
        {
            "reserved 169",
            new() { TunnelInsideCidr = "169.254.169.248/30" },
            new() { TunnelInsideCidr = "169.254.169.252/30" },
            "for itself"
        },
        {
            "inside IPv6",
            new() { TunnelInsideIpv6Cidr = "fd00:1::/126" },
            new() { TunnelInsideIpv6Cidr = "fd00:1::/64" },
            "a /126 within fd00::/8"
        },
        {
            "inside IPv6 range",
            new() { TunnelInsideIpv6Cidr = "fdff:1::4/126" },
            new() { TunnelInsideIpv6Cidr = "fc00:1::/126" },
            "a /126 within fd00::/8"
        },
        {
            "inside IPv6 bits",
            new() { TunnelInsideIpv6Cidr = "fd00:1::4/126" },
            new() { TunnelInsideIpv6Cidr = "fd00:1::5/126" },
            "Write fd00:1::4/126"
        },
        { "families", new() { TunnelInsideIpv6Cidr = "fd00:1::/126" }, new() { TunnelInsideCidr = "fd00:1::/126" }, "a /30 within" },
    };
}
