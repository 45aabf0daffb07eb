using NetConnect.Interop.Tests.Hosting;
using NetConnect.Sandbox;

namespace NetConnect.Interop.Tests;

/// <summary>boto3 across two accounts: each script asserts for itself. The clock is real: every state is there to be seen.</summary>
public sealed class BotoTests
{
    [Theory]
    [InlineData("accounts.py")]
    [InlineData("client_vpn.py")]
    [InlineData("network.py")]
    [InlineData("peering_rules.py")]
    [InlineData("peering_states.py")]
    [InlineData("vpn.py")]
    public async Task A_script_finds_what_ec2_would_answer(string script)
    {
        using var sandbox = new SandboxFixture(SandboxClockKind.Real);
        (await PythonScript.RunAsync(sandbox.Home, script)).Succeeded();
    }
}
