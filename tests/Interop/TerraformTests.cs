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
    public async Task Two_accounts_are_built_found_unchanged_by_it_and_by_the_cmdlets_and_destroyed()
    {
        using var sandbox = new SandboxFixture(SandboxClockKind.Real);
        Terraform terraform = await Terraform.InitAsync(sandbox.Home, "TwoAccounts");
        (await terraform.RunAsync("apply", "-auto-approve")).Succeeded();
        // Exit code 2 would say that something is not as it was asked for.
        ProgramRun plan = (await terraform.RunAsync("plan", "-detailed-exitcode")).Succeeded();
        Assert.Contains("No changes.", plan.Output, StringComparison.Ordinal);

        await TheCmdletsFindNothingToDoAsync(sandbox.Server.Endpoint, terraform);
        (await terraform.RunAsync("destroy", "-auto-approve")).Succeeded();
    }

    // What another tool connected is connected: it is found, not made again, and not changed under that tool's hands.
    private static async Task TheCmdletsFindNothingToDoAsync(Uri endpoint, Terraform terraform)
    {
        string vpc = await terraform.OutputAsync("network_vpc_id");
        string peer = await terraform.OutputAsync("partner_vpc_id");
        ProgramRun found = await ModuleShell.AskToConnectAsync(endpoint, vpc, peer, "interop");
        Assert.Equal(await terraform.OutputAsync("peering_id"), found.Succeeded().Output.Trim());
    }
}
