using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests;

public sealed class ModuleTests
{
    [Fact]
    public void The_module_imports_without_errors_and_without_warnings()
    {
        using var runspace = new ModuleRunspace(import: false);
        Invocation import = runspace.Run("Import-Module", ("Name", BuiltModule.Manifest)).Succeeded();
        Assert.Empty(import.Warnings);
    }
}
