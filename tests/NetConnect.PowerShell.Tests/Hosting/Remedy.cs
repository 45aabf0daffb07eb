using System.Text.RegularExpressions;

namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>What a finding says to run.</summary>
internal static partial class Remedy
{
    /// <summary>Every cmdlet of the text is there, with the parameters that stand behind it.</summary>
    public static void CanBeRun(string fix)
    {
        ExportedCmdlet? cmdlet = null;
        foreach (Match word in CommandWord().Matches(fix))
        {
            if (word.Groups["cmdlet"].Success)
                cmdlet = Assert.Single(ExportedCmdlet.All, one => one.Name == word.Value);
            else
                Assert.Contains(word.Groups["parameter"].Value, cmdlet!.Info.Parameters.Keys);
        }
    }

    /// <summary>The codes that a help page explains.</summary>
    public static IEnumerable<string> Explained(string cmdlet) =>
        CodeLine().Matches(File.ReadAllText(Path.Combine(HelpPage.Folder, cmdlet + ".md")).Split("## EXAMPLES")[0]).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\b(?<cmdlet>[A-Z][a-z]+-[A-Z]\w+)|(?<=[\s(])-(?<parameter>[A-Z]\w+)")]
    private static partial Regex CommandWord();

    [GeneratedRegex(@"^- (\w+): ", RegexOptions.Multiline)]
    private static partial Regex CodeLine();
}
