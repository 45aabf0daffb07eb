using System.Diagnostics;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests;

public sealed class ShellTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_script_gets_its_arguments_as_parameters()
    {
        string script = _folder.Write("Args.ps1", "param([string]$Name, [switch]$Loud, [int]$Count, [switch]$Confirm) \"$Name|$Loud|$Count|$Confirm|$args\"");
        ProcessRun run = await Shell.RunAsync(script, "-Count", "3", "-Name:a b", "-Loud", "-Confirm:$false", "rest");
        Assert.Equal("a b|True|3|False|rest", run.Succeeded().Output.Trim());
    }

    [Fact]
    public async Task A_script_knows_its_own_folder()
    {
        ProcessRun run = await Shell.RunAsync(_folder.Write("Where.ps1", "$PSScriptRoot"));
        Assert.Equal(_folder.Path, run.Succeeded().Output.Trim());
    }

    [Fact]
    public async Task Objects_are_shown_by_the_views_of_the_module_without_colours_in_a_file()
    {
        ProcessRun run = await Shell.RunAsync(_folder.Write("Table.ps1", "[NetConnect.VpcPeering]@{ VpcPeeringConnectionId = 'pcx-1'; Status = 'active' }"));
        string[] lines = run.Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("VpcPeeringConnectionId Status", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("pcx-1                  active", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Stdout_holds_the_objects_alone()
    {
        ProcessRun run = await Shell.RunAsync(_folder.Write("Streams.ps1", "Write-Warning w; Write-Verbose v -Verbose; Get-Nothing; 'object'"));
        Assert.Equal("object", run.Succeeded().Output.Trim());
        Assert.Contains("WARNING: w", run.Error, StringComparison.Ordinal);
        Assert.Contains("VERBOSE: v", run.Error, StringComparison.Ordinal);
        Assert.Contains("Get-Nothing", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw 'no'", 1)]
    [InlineData("exit 7", 7)]
    [InlineData("function f { exit 8 } f", 8)]
    [InlineData("'fine'", 0)]
    [InlineData("if (", 1)]
    public async Task The_exit_code_says_how_the_script_ended(string script, int exitCode)
    {
        ProcessRun run = await Shell.RunAsync(_folder.Write("End.ps1", script));
        Assert.Equal(exitCode, run.ExitCode);
    }

    [Fact]
    public async Task A_terminating_error_is_on_stderr_with_place_and_id()
    {
        string script = _folder.Write("Fail.ps1", "'before'\nthrow 'no way'");
        ProcessRun run = await Shell.RunAsync(script);
        Assert.Contains("no way", run.Error, StringComparison.Ordinal);
        Assert.Contains(script + ":2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_script_is_an_error()
    {
        ProcessRun run = await Shell.RunAsync(Path.Combine(_folder.Path, "None.ps1"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("None.ps1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prompt_that_nobody_can_answer_is_an_error_that_names_the_way_out()
    {
        string script = _folder.Write(
            "Ask.ps1",
            """
            $ErrorActionPreference = 'Stop'
            function Remove-It { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param() if ($PSCmdlet.ShouldProcess('it')) { 'removed' } }
            Remove-It
            """);
        ProcessRun run = await Shell.RunAsync(script);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("-Confirm:$false", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("removed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_stops_the_script()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no way to send Ctrl+C to one process alone.");
        string script = _folder.Write("Endless.ps1", "'started'; while ($true) { }; 'never'");
        using var process = Process.Start(new ProcessStartInfo(Shell.Program, [script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Assert.Equal("started", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        (await ProcessRun.StartAsync("kill", "-INT", $"{process.Id}")).Succeeded();
        string rest = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        Assert.DoesNotContain("never", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_runspaces_find_the_module_by_its_name()
    {
        ProcessRun run = await Shell.RunAsync(_folder.Write("Parallel.ps1", "1 | ForEach-Object -Parallel { Import-Module NetConnect -PassThru | ForEach-Object Path }"));
        Assert.StartsWith(BuiltModule.Folder, run.Succeeded().Output.Trim(), StringComparison.Ordinal);
    }
}
