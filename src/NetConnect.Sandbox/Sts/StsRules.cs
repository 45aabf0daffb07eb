using System.Text.RegularExpressions;
using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Sts;

/// <summary>The constraints on parameters that the STS API Reference states, and the answer that all its session calls share.</summary>
internal static class StsRules
{
    private const int LeastSeconds = 900;

    private static readonly Regex s_name = new(@"^[\w+=,.@-]{2,64}$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);
    private static readonly Regex s_externalId = new(@"^[\w+=,.@:\\/-]{2,1224}$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);
    private static readonly Regex s_tokenCode = new(@"^\d{6}$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    public static string SessionName(QueryParameters parameters) =>
        Check(parameters.Required("RoleSessionName"), "roleSessionName", s_name);

    public static string? SourceIdentity(QueryParameters parameters) => CheckOptional(parameters, "SourceIdentity", s_name);

    public static string? ExternalId(QueryParameters parameters) => CheckOptional(parameters, "ExternalId", s_externalId);

    public static string? TokenCode(QueryParameters parameters) => CheckOptional(parameters, "TokenCode", s_tokenCode);

    public static int Duration(QueryParameters parameters, int usual, int most)
    {
        int seconds = parameters.Number("DurationSeconds") ?? usual;
        if (seconds < LeastSeconds)
            throw Invalid($"{seconds}", "durationSeconds", $"Member must have value greater than or equal to {LeastSeconds}");
        if (seconds > most) throw Invalid($"{seconds}", "durationSeconds", $"Member must have value less than or equal to {most}");
        return seconds;
    }

    public static ApiException Invalid(string value, string member, string constraint) => new("ValidationError",
        $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");

    public static void WriteCredentials(XmlAnswer answer, AccessKey key) => answer.Node("Credentials", node => node
        .Text("AccessKeyId", key.Id).Text("SecretAccessKey", key.Secret).Text("SessionToken", key.SessionToken)
            .Time("Expiration", key.Expires));

    private static string? CheckOptional(QueryParameters parameters, string name, Regex form) =>
        parameters.Text(name) is { } value ? Check(value, char.ToLowerInvariant(name[0]) + name.Substring(1), form) : null;

    private static string Check(string value, string member, Regex form) => form.IsMatch(value)
        ? value
        : throw Invalid(value, member, $"Member must satisfy regular expression pattern: {form}");
}
