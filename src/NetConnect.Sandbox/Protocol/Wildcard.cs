using System.Text;
using System.Text.RegularExpressions;

namespace NetConnect.Sandbox.Protocol;

/// <summary>
/// AWS's wildcards: <c>*</c> for any run of characters, <c>?</c> for one; in filters a backslash takes their meaning away.
/// </summary>
internal static class Wildcard
{
    public static bool Matches(string pattern, string text, bool ignoreCase = false)
    {
        if (pattern.IndexOfAny(['*', '?', '\\']) < 0)
            return string.Equals(pattern, text, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

        var regex = new StringBuilder("^");
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length) regex.Append(Regex.Escape(pattern[++i].ToString()));
            else if (pattern[i] == '*') regex.Append(".*");
            else if (pattern[i] == '?') regex.Append('.');
            else regex.Append(Regex.Escape(pattern[i].ToString()));
        }
        RegexOptions options = RegexOptions.Singleline | RegexOptions.CultureInvariant;
        if (ignoreCase) options |= RegexOptions.IgnoreCase;
        return Regex.IsMatch(text, regex.Append('$').ToString(), options);
    }
}
