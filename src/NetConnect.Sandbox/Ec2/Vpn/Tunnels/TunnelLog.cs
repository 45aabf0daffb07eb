using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>What a tunnel writes to CloudWatch: its own doings and those of BGP, each where and how.</summary>
internal sealed class TunnelLog
{
    private static readonly string[] s_kinds = ["", "Bgp"];

    private readonly Dictionary<string, (bool Enabled, string? Group, string? Format)> _logs = new(StringComparer.Ordinal);

    /// <summary>What a request says over what was so far; null when it says nothing.</summary>
    public static TunnelLog? Read(QueryParameters options, TunnelLog? before)
    {
        QueryParameters cloudWatch = options.Under("LogOptions").Under("CloudWatchLogOptions");
        if (cloudWatch.IsEmpty) return before;
        var log = new TunnelLog();
        foreach (string kind in s_kinds)
        {
            (bool wasEnabled, string? oldGroup, string? oldFormat) = before?.Of(kind) ?? default;
            bool enabled = cloudWatch.Flag(kind + "LogEnabled") ?? wasEnabled;
            string? group = cloudWatch.Text(kind + "LogGroupArn") ?? oldGroup;
            string? format = cloudWatch.Text(kind + "LogOutputFormat") ?? oldFormat ?? (enabled ? "json" : null);
            if (format is not (null or "json" or "text"))
                throw QueryParameters.Invalid(kind + "LogOutputFormat", format, "Expecting json or text.");
            if (enabled && group is null) throw QueryParameters.Missing(kind + "LogGroupArn");
            log._logs[kind] = (enabled, group, format);
        }
        return log;
    }

    // An option of its own kind: EC2 tells that there is no log even when nobody asked.
    public static void Write(XmlAnswer node, TunnelLog? log) => node.Node("logOptions", options =>
        options.Node("cloudWatchLogOptions", cloudWatch =>
        {
            foreach (string kind in s_kinds)
            {
                (bool enabled, string? group, string? format) = log?.Of(kind) ?? default;
                cloudWatch.Flag(Name(kind, "LogEnabled"), enabled).Text(Name(kind, "LogGroupArn"), group)
                    .Text(Name(kind, "LogOutputFormat"), format);
            }
        }));

    private static string Name(string kind, string rest) =>
        kind.Length == 0 ? char.ToLowerInvariant(rest[0]) + rest.Substring(1) : kind.ToLowerInvariant() + rest;

    private (bool Enabled, string? Group, string? Format) Of(string kind) => _logs.TryGetValue(kind, out var log) ? log : default;
}
