using System.Management.Automation;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>What a preset contains is said wherever somebody may ask, in the same words.</summary>
public sealed class TunnelPresetTests
{
    [Fact]
    public void Tab_Verbose_and_the_help_page_say_what_a_preset_contains()
    {
        using var runspace = new ModuleRunspace();
        CompletionResult[] offered = [.. runspace.Script(
            "$line = 'New-VpnTunnelOption '; [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches")
            .Succeeded().Output.Select(match => (CompletionResult)match.BaseObject)];
        Assert.Equal(["CNSA", "Compatible", "Recommended"], offered.Select(preset => preset.ListItemText).Order(StringComparer.Ordinal));
        string page = File.ReadAllText(Path.Combine(HelpPage.Folder, "New-VpnTunnelOption.md"));
        Assert.All(offered, preset =>
        {
            Invocation made = runspace.Script("param($name) New-VpnTunnelOption $name -Verbose", preset.CompletionText).Succeeded();
            Assert.Contains("Diffie-Hellman", preset.ToolTip, StringComparison.Ordinal);
            Assert.Equal([$"{preset.ListItemText}. {preset.ToolTip}"], made.Verbose);
            Assert.Contains($"- {preset.ListItemText}. {preset.ToolTip}", page, StringComparison.Ordinal);
        });
    }
}
