using System.Text.RegularExpressions;

namespace NetConnect.SiteToSite;

/// <summary>A line of a tunnel's activity log or BGP log, in JSON or text (Site-to-Site VPN User Guide, "Site-to-Site VPN log contents").</summary>
/// <param name="Detail">What happened, in AWS's words.</param>
/// <param name="Tunnel">The outside address of the tunnel, or null where the line does not say it.</param>
/// <param name="IsUp">Whether the tunnel was up, or came up, as the line was written.</param>
internal sealed record VpnLogLine(string Detail, string? Tunnel, bool IsUp)
{
    private const int LongestDetail = 200;

    public static VpnLogLine Parse(string line, IEnumerable<string> outsideIpAddresses)
    {
        string detail = Field(line, "VpnLogDetail|details|message") ?? line.Trim();
        bool isUp = "Established".Equals(Field(line, "TunnelIKEPhase2State|ike_phase2_state"), StringComparison.OrdinalIgnoreCase)
            || detail.Says("to Established with neighbor");
        return new VpnLogLine(
            detail.Length > LongestDetail ? $"{detail.Remove(LongestDetail)}…" : detail,
            outsideIpAddresses.FirstOrDefault(address => Regex.IsMatch(line, $@"(?<![\d.]){Regex.Escape(address)}(?![\d.]*\d)")),
            isUp);
    }

    // A string of the JSON, without a parser: .NET Framework has none, and a line may be cut.
    private static string? Field(string line, string names)
    {
        Match match = Regex.Match(line, $"\"(?:{names})\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return match.Success ? match.Groups[1].Value.Replace("\\\"", "\"") : null;
    }
}
