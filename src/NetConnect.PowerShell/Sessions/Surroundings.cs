using System.Collections;
using System.Globalization;

namespace NetConnect.PowerShell;

/// <summary>What outside of a command decides whose credentials it gets: the AWS variables, and the shared files' last change.</summary>
internal static class Surroundings
{
    /// <summary>A text that differs whenever an open session may no longer be what its request means.</summary>
    public static string Describe()
    {
        IEnumerable<string> variables = Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Where(entry => ((string)entry.Key).StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
            .Select(entry => $"{entry.Key}={entry.Value}")
            .OrderBy(text => text, StringComparer.Ordinal);
        string[] files = [LastChange("AWS_CONFIG_FILE", "config"), LastChange("AWS_SHARED_CREDENTIALS_FILE", "credentials")];
        return string.Join("\n", variables.Concat(files));
    }

    // Where AWSSDK looks, HOME first even on Windows.
    private static string Home => Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home
        ? home
        : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static string LastChange(string variable, string fileName)
    {
        string path = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named
            ? named
            : Path.Combine(Home, ".aws", fileName);
        return path + "@" + File.GetLastWriteTimeUtc(path).Ticks.ToString(CultureInfo.InvariantCulture);
    }
}
