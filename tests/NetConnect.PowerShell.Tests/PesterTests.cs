using System.Text.RegularExpressions;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests;

/// <summary>Runs tests/Pester in a real PowerShell, where this machine has one.</summary>
public sealed partial class PesterTests
{
    private const string Run = """
        $ProgressPreference = 'SilentlyContinue'
        $pester = Get-Module -ListAvailable Pester | Where-Object Version -ge '5.0' | Sort-Object Version | Select-Object -Last 1
        if (-not $pester) { 'NOPESTER'; exit }
        Import-Module $pester
        $run = Invoke-Pester -Configuration @{ Run = @{ Path = 'FOLDER'; PassThru = $true }; Output = @{ Verbosity = 'None' } }
        foreach ($test in $run.Failed) { "FAILED $($test.ExpandedPath): $($test.ErrorRecord)" }
        foreach ($block in $run.FailedBlocks + $run.FailedContainers) { "FAILED $block $($block.ErrorRecord)" }
        "PESTER $($run.PassedCount) $($run.FailedCount + $run.FailedContainersCount) $($run.SkippedCount)"
        """;

    [Fact]
    public async Task The_Pester_suite_passes_in_a_real_PowerShell()
    {
        string folder = Path.Combine(BuiltModule.RepositoryRoot, "tests", "Pester");
        ProcessRun? run = await StartAsync(Run.Replace("FOLDER", folder, StringComparison.Ordinal));
        Assert.SkipWhen(run is null, "pwsh is not on the PATH: the Pester suite did not run.");
        Assert.SkipWhen(run.Output.Contains("NOPESTER", StringComparison.Ordinal), "pwsh has no Pester 5: the Pester suite did not run.");
        Match counts = Counts().Match(run.Output);
        Assert.True(counts.Success, run.Output + run.Error);
        TestContext.Current.SendDiagnosticMessage($"Pester: {counts.Groups[1]} passed, {counts.Groups[2]} failed, {counts.Groups[3]} skipped");
        Assert.True(counts.Groups[2].Value == "0", run.Output);
        Assert.True(counts.Groups[1].Value != "0", "Pester found no test in " + folder);
    }

    [GeneratedRegex(@"^PESTER (\d+) (\d+) (\d+)", RegexOptions.Multiline)]
    private static partial Regex Counts();

    private static async Task<ProcessRun?> StartAsync(string script)
    {
        try
        {
            // The engine in this process has set PSModulePath to folders of its own; pwsh must find its own.
            return await ProcessRun.StartAsync("pwsh", ["-NoProfile", "-NonInteractive", "-Command", script], [new("PSModulePath", null)]);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
