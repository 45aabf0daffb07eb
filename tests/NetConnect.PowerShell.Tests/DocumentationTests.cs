using System.Text.RegularExpressions;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests;

/// <summary>The pages of the repository lead where they say.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] s_folders = ["docs", "src", "bench", "samples", "tests"];

    [Fact]
    public void Links_between_pages_lead_to_files()
    {
        foreach (string page in Pages())
        {
            IEnumerable<string> links = Link().Matches(File.ReadAllText(page)).Select(m => m.Groups[1].Value).Where(l => !l.Contains("://", StringComparison.Ordinal));
            Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link)), $"{page}: {link}"));
        }
    }

    [Fact]
    public void The_changelog_has_a_section_for_the_present_version() =>
        Assert.Contains($"## v{Path.GetFileName(BuiltModule.Folder.TrimEnd('/', '\\'))} - ", File.ReadAllText(Path.Combine(BuiltModule.RepositoryRoot, "CHANGELOG.md")), StringComparison.Ordinal);

    // Not what a build or a test run leaves behind.
    private static IEnumerable<string> Pages() =>
        Directory.GetFiles(BuiltModule.RepositoryRoot, "*.md")
            .Concat(s_folders.SelectMany(f => Directory.GetFiles(Path.Combine(BuiltModule.RepositoryRoot, f), "*.md", SearchOption.AllDirectories)))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\]\(([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
