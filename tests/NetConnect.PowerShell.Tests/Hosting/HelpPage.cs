using System.Text.RegularExpressions;

namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>A page of docs/help, in its parts.</summary>
internal sealed partial class HelpPage
{
    private readonly Dictionary<string, string> _sections;

    private HelpPage(string name, string text)
    {
        Name = name;
        _sections = SectionHeading().Split(text).Skip(1).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1].Trim());
    }

    public static string Folder => Path.Combine(BuiltModule.RepositoryRoot, "docs", "help");

    public string Name { get; }

    public string Synopsis => _sections["SYNOPSIS"];

    /// <summary>The code of each example.</summary>
    public IReadOnlyList<string> Examples => [.. CodeBlock().Matches(_sections["EXAMPLES"]).Select(match => match.Groups[1].Value)];

    /// <summary>Each parameter's name and description.</summary>
    public IReadOnlyDictionary<string, string> Parameters =>
        EntryHeading().Split(_sections["PARAMETERS"]).Skip(1).Chunk(2).Where(pair => pair[0].StartsWith('-'))
            .ToDictionary(pair => pair[0][1..], pair => pair[1].Split("```")[0].Trim());

    public static HelpPage Read(string cmdlet) => new(cmdlet, File.ReadAllText(Path.Combine(Folder, cmdlet + ".md")));

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex SectionHeading();

    [GeneratedRegex(@"^### (.+)$", RegexOptions.Multiline)]
    private static partial Regex EntryHeading();

    [GeneratedRegex(@"^```powershell\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
