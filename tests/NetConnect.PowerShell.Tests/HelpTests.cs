using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests;

/// <summary>Cmdlet, page and built help say the same. Where they do not: build.ps1 -Task Help.</summary>
public sealed partial class HelpTests
{
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";

    private static readonly Lazy<Dictionary<string, XElement>> s_built = new(() =>
        XDocument.Load(Path.Combine(BuiltModule.Folder, "en-US", "NetConnect.PowerShell.dll-Help.xml")).Root!.Elements(s_command + "command")
            .ToDictionary(command => command.Element(s_command + "details")!.Element(s_command + "name")!.Value.Trim()));

    public static TheoryData<string> Cmdlets => new(ExportedCmdlet.All.Select(c => c.Name));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Cmdlet_page_and_built_help_have_the_same_parameters(string name)
    {
        IEnumerable<string> actual = ExportedCmdlet.All.Single(c => c.Name == name).Parameters.Select(p => p.Name);
        HelpPage page = HelpPage.Read(name);
        Assert.Equal(actual.Order(StringComparer.Ordinal), page.Parameters.Keys.Except(["WhatIf", "Confirm"]).Order(StringComparer.Ordinal));
        Assert.Equal(page.Parameters.Keys.Order(StringComparer.Ordinal), Built(name).Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Page_and_built_help_describe_everything_alike(string name)
    {
        HelpPage page = HelpPage.Read(name);
        Assert.Equal(Plain(page.Synopsis), Plain(Description(s_built.Value[name].Element(s_command + "details")!)));
        Assert.Equal(
            page.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {Plain(p.Value)}"),
            Built(name).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}: {Plain(p.Text)}"));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Nothing_is_left_to_fill_in(string name)
    {
        HelpPage page = HelpPage.Read(name);
        Assert.All(page.Parameters, p => Assert.NotEqual("", p.Value));
        Assert.True(page.Examples.Count >= 2, "A page has two examples at least.");
        Assert.DoesNotContain("{{", File.ReadAllText(Path.Combine(HelpPage.Folder, name + ".md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_id_is_explained_and_every_explained_id_exists()
    {
        using var runspace = new ModuleRunspace();
        IEnumerable<string> ids = runspace.Script("[NetConnect.ErrorIds].GetFields().Name").Succeeded().Output.Select(o => o.ToString());
        string page = File.ReadAllText(Path.Combine(HelpPage.Folder, "about_NetConnect_Errors.md"));
        Assert.Equal(ids.Order(StringComparer.Ordinal), ErrorHeading().Matches(page).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_about_page_is_in_the_module() =>
        Assert.Equal(
            Directory.GetFiles(HelpPage.Folder, "about_*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(BuiltModule.Folder, "en-US"), "about_*.help.txt").Select(f => Path.GetFileName(f)[..^".help.txt".Length]).Order(StringComparer.Ordinal));

    [Fact]
    public void Get_Help_finds_the_built_help()
    {
        using var runspace = new ModuleRunspace();
        Invocation help = runspace.Script("(Get-Help New-VpcPeering).Synopsis; (Get-Help New-VpcPeering).examples.example.Count").Succeeded();
        Assert.Equal(HelpPage.Read("New-VpcPeering").Synopsis, help.Output[0].ToString());
        Assert.True((int)help.Output[1].BaseObject >= 2);
    }

    private static IEnumerable<(string Name, string Text)> Built(string name) =>
        s_built.Value[name].Element(s_command + "parameters")!.Elements(s_command + "parameter")
            .Select(p => (p.Element(s_maml + "name")!.Value.Trim(), Description(p)));

    private static string Description(XElement element) =>
        string.Join(" ", element.Element(s_maml + "description")!.Elements(s_maml + "para").Select(p => p.Value));

    // The two formats break lines and escape marks differently.
    private static string Plain(string text) => Spaces().Replace(text.Replace("\\", "", StringComparison.Ordinal), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^### (\w+)$", RegexOptions.Multiline)]
    private static partial Regex ErrorHeading();
}
