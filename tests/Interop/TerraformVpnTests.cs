using NetConnect.Interop.Tests.Hosting;
using NetConnect.Sandbox;

namespace NetConnect.Interop.Tests;

/// <summary>VPNs by terraform: with every option of a tunnel over a virtual private gateway, and over transit gateways.</summary>
public sealed class TerraformVpnTests
{
    [Theory]
    [InlineData("Vpn")]
    [InlineData("VpnTransit")]
    public async Task Vpns_are_built_found_unchanged_and_destroyed(string configuration)
    {
        using var sandbox = new SandboxFixture(SandboxClockKind.Real);
        Terraform terraform = await Terraform.InitAsync(sandbox.Home, configuration);
        (await terraform.RunAsync("apply", "-auto-approve")).Succeeded();
        ProgramRun plan = (await terraform.RunAsync("plan", "-detailed-exitcode")).Succeeded();
        Assert.Contains("No changes.", plan.Output, StringComparison.Ordinal);
        (await terraform.RunAsync("destroy", "-auto-approve")).Succeeded();
    }
}
