using System.Collections;
using System.Management.Automation;
using System.Reflection;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests;

/// <summary>The surface that users and their scripts rely on: what is exported, and the rules that every cmdlet follows.</summary>
public sealed class SurfaceTests
{
    // These make an object, or something inside this process: asking before them would be noise.
    private static readonly string[] s_changesNothing = ["New-NetConnectSession", "New-VpnTunnelOption", "Start-NetConnectSandbox", "Stop-NetConnectSandbox"];

    private static readonly string[] s_readingVerbs = ["Get", "Test", "Find", "Show", "Wait", "ConvertTo", "ConvertFrom", "Measure"];

    private static IEnumerable<string> Names => ExportedCmdlet.All.Select(c => c.Name);

    private static IEnumerable<ExportedCmdlet> Changing =>
        ExportedCmdlet.All.Where(c => !s_readingVerbs.Contains(c.Declaration.VerbName) && !s_changesNothing.Contains(c.Name));

    [Fact]
    public void The_manifest_names_every_cmdlet_and_nothing_else()
    {
        Hashtable manifest = ReadManifest();
        Assert.Equal(Classes().Order(StringComparer.Ordinal), ((IEnumerable)manifest["CmdletsToExport"]!).Cast<string>().Order(StringComparer.Ordinal));
        Assert.Equal(Classes().Order(StringComparer.Ordinal), Names);
        Assert.All(["FunctionsToExport", "AliasesToExport", "VariablesToExport"], key => Assert.Empty((IEnumerable)manifest[key]!));
    }

    [Fact]
    public void Every_cmdlet_has_a_help_page_and_every_page_a_cmdlet() =>
        Assert.Equal(Names, FileNames("docs/help", "*-*.md", ".md"));

    [Fact]
    public void Every_cmdlet_has_a_Pester_file_and_every_file_a_cmdlet() =>
        Assert.Equal(Names, FileNames("tests/Pester", "*-*.Tests.ps1", ".Tests.ps1"));

    [Fact]
    public void A_class_is_named_after_its_cmdlet_because_its_name_is_half_of_every_error_id() =>
        Assert.All(ExportedCmdlet.All, c => Assert.Equal($"{c.Declaration.VerbName}{c.Declaration.NounName}Command", c.Class.Name));

    [Fact]
    public void Whatever_changes_something_can_be_asked_what_if() =>
        Assert.All(Changing, c => Assert.True(c.Declaration.SupportsShouldProcess, c.Name));

    [Fact]
    public void What_only_reads_has_no_WhatIf() =>
        Assert.All(ExportedCmdlet.All.Where(c => s_readingVerbs.Contains(c.Declaration.VerbName)), c => Assert.False(c.Declaration.SupportsShouldProcess, c.Name));

    [Fact]
    public void Removal_asks_first() =>
        Assert.All(ExportedCmdlet.All.Where(c => c.Declaration.VerbName == "Remove"), c => Assert.Equal(ConfirmImpact.High, c.Declaration.ConfirmImpact));

    [Fact]
    public void No_cmdlet_has_a_Force_around_ShouldProcess() =>
        Assert.All(Changing, c => Assert.DoesNotContain("Force", c.Info.Parameters.Keys));

    [Fact]
    public void Every_cmdlet_says_what_it_gives() =>
        Assert.All(ExportedCmdlet.All, c => Assert.NotEmpty(c.Class.GetCustomAttributes<OutputTypeAttribute>()));

    [Fact]
    public void Every_cmdlet_that_calls_AWS_takes_the_same_connection_parameters()
    {
        string[] connection = ["Region", "ProfileName", "Credential", "RoleArn", "ExternalId", "EndpointUrl", "Session"];
        foreach (ExportedCmdlet cmdlet in ExportedCmdlet.All.Where(c => c.Info.Parameters.ContainsKey("ProfileName")))
            Assert.All(connection, name => Assert.True(cmdlet.Info.Parameters.ContainsKey(name), $"{cmdlet} -{name}"));
    }

    [Fact]
    public void The_manifest_is_plain_data_and_holds_the_version_of_every_assembly()
    {
        var version = new Version((string)ReadManifest()["ModuleVersion"]!);
        Assert.All(
            Directory.GetFiles(BuiltModule.Folder, "NetConnect*.dll", SearchOption.AllDirectories),
            file => Assert.Equal(version, Trim(AssemblyName.GetAssemblyName(file).Version!)));
        static Version Trim(Version v) => new(v.Major, v.Minor, v.Build);
    }

    // Import-PowerShellDataFile is not in the engine package; it evaluates the literal like this.
    private static Hashtable ReadManifest() =>
        (Hashtable)System.Management.Automation.Language.Parser.ParseFile(BuiltModule.Manifest, out _, out _)
            .Find(ast => ast is System.Management.Automation.Language.HashtableAst, searchNestedScriptBlocks: false)!.SafeGetValue();

    private static IEnumerable<string> Classes() =>
        ExportedCmdlet.All.Count == 0
            ? []
            : ExportedCmdlet.All[0].Class.Assembly.GetTypes()
                .Select(t => t.GetCustomAttribute<CmdletAttribute>(inherit: false)).OfType<CmdletAttribute>().Select(a => $"{a.VerbName}-{a.NounName}");

    private static IEnumerable<string> FileNames(string folder, string pattern, string ending)
    {
        string path = Path.Combine(BuiltModule.RepositoryRoot, folder);
        return !Directory.Exists(path)
            ? []
            : Directory.GetFiles(path, pattern).Select(f => Path.GetFileName(f)[..^ending.Length]).Order(StringComparer.Ordinal);
    }
}
