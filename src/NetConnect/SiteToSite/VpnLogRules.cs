using System.Text.RegularExpressions;
using static NetConnect.SiteToSite.VpnTunnelOptionRules;

namespace NetConnect.SiteToSite;

/// <summary>Which logs of a tunnel can be written where (EC2 API reference, CloudWatchLogOptionsSpecification).</summary>
internal static class VpnLogRules
{
    // CloudWatch Logs API reference, CreateLogGroup: the characters and the length of a name. The console copies the ARN with ":*" behind it.
    private const string LogGroupArn = @"^arn:aws[a-z-]*:logs:[a-z0-9-]+:[0-9]{12}:log-group:[A-Za-z0-9_./#-]{1,512}(:\*)?\z";

    public static void CheckValues(VpnTunnelOption option)
    {
        OneOf(nameof(option.LogOutputFormat), option.LogOutputFormat, VpnTunnelOptionValues.LogOutputFormats);
        OneOf(nameof(option.BgpLogOutputFormat), option.BgpLogOutputFormat, VpnTunnelOptionValues.LogOutputFormats);
        CheckArn(nameof(option.LogGroupArn), option.LogGroupArn);
        CheckArn(nameof(option.BgpLogGroupArn), option.BgpLogGroupArn);
    }

    public static void CheckTogether(VpnTunnelOption option)
    {
        CheckGroup(nameof(option.LogEnabled), option.LogEnabled, nameof(option.LogGroupArn), option.LogGroupArn);
        CheckGroup(nameof(option.BgpLogEnabled), option.BgpLogEnabled, nameof(option.BgpLogGroupArn), option.BgpLogGroupArn);
    }

    private static void CheckArn(string name, string? arn)
    {
        if (arn is not null && !Regex.IsMatch(arn, LogGroupArn, RegexOptions.CultureInvariant))
            throw Broken(name, arn, "it is the ARN of a CloudWatch log group", "Write it like arn:aws:logs:eu-west-1:111111111111:log-group:vpn.");
    }

    private static void CheckGroup(string enabledName, bool? enabled, string groupName, string? group)
    {
        if (enabled == true && group is null)
            throw Broken(enabledName, true, $"a log needs a group, and {groupName} names none", $"Give {groupName} too.");
    }
}
