using System.Text.RegularExpressions;

namespace NetConnect;

/// <summary>The form of AWS resource ids: a prefix, a hyphen, and 8 or 17 lower-case hexadecimal digits.</summary>
public static class ResourceId
{
    /// <summary>Whether the text claims to be an id of this kind, rather than a name.</summary>
    public static bool HasPrefix(string prefix, string text) => text.StartsWith(prefix + "-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Checks an id before any call is made with it.</summary>
    /// <param name="prefix">The kind: <c>vpc</c>, <c>pcx</c>, <c>rtb</c>, …</param>
    /// <param name="text">The id as the user gave it.</param>
    /// <returns>The id.</returns>
    /// <exception cref="NetConnectException">It does not have the form (<see cref="ErrorIds.MalformedId"/>).</exception>
    public static string Check(string prefix, string text) =>
        Regex.IsMatch(text, $@"^{prefix}-([0-9a-f]{{8}}|[0-9a-f]{{17}})\z", RegexOptions.CultureInvariant)
            ? text
            : throw new NetConnectException(
                ErrorIds.MalformedId,
                ErrorKind.InvalidInput,
                $"'{text}' is not an id of the form {prefix}-0123456789abcdef0. Copy it from the console or from a Get- command.",
                text);
}
