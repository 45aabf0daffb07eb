using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>Names as people type them: whatever their case, and with wildcards.</summary>
internal static class WildcardNames
{
    /// <summary>Tells whether a name is one of some.</summary>
    public static Func<string, bool> Match(IEnumerable<string> names)
    {
        WildcardPattern[] patterns = [.. names.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];
        return name => patterns.Any(pattern => pattern.IsMatch(name));
    }
}
