using NetConnect.Interop.Tests.Hosting;
using NetConnect.Sandbox;

namespace NetConnect.Interop.Tests;

/// <summary>
/// terraform with the AWS provider: the strictest client, because it waits for every state that it expects, and reads back everything that
/// it wrote.
/// </summary>
public sealed class TerraformTests
{
    [Fact]
    public async Task Two_accounts_are_built_found_unchanged_and_destroyed()
    {
        using var sandbox = new SandboxFixture(SandboxClockKind.Real);
        Terraform terraform = await Terraform.InitAsync(sandbox.Home, "TwoAccounts");
        (await terraform.RunAsync("apply", "-auto-approve")).Succeeded();
        // Exit code 2 would say that something is not as it was asked for.
        ProgramRun plan = (await terraform.RunAsync("plan", "-detailed-exitcode")).Succeeded();
        Assert.Contains("No changes.", plan.Output, StringComparison.Ordinal);
        (await terraform.RunAsync("destroy", "-auto-approve")).Succeeded();
    }
}
