using NetConnect.Devices;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>PowerShell's own parser on the script for Windows Server, which nothing on Linux can run.</summary>
public sealed class RrasTests
{
    private const string Parse =
        "$errors = $null; $file = $env:NETCONNECT_SCRIPT; " +
        "[void][Management.Automation.Language.Parser]::ParseFile($file, [ref]$null, [ref]$errors); $errors; exit $errors.Count";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PowerShell_parses_the_exported_script(bool usesBgp)
    {
        await using Lab lab = Lab.WithoutNetwork("pwsh", "env");
        string text = DeviceFormats.Get("rras").Render(SampleVpn.Input(new(), usesBgp)).Files[0].Text;

        foreach ((string script, int errors) in new[] { (text, 0), (text + "Connect-VpnS2SInterface -Name '\n", 1) })
            (await lab.RunAsync(
                LabProgram.Require("env"), $"NETCONNECT_SCRIPT={lab.Write("export.ps1", script)}",
                LabProgram.Require("pwsh"), "-NoProfile", "-NonInteractive", "-Command", Parse)).Ended(errors);
    }
}
