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

    [Fact]
    public async Task All_22_client_vpn_calls_have_every_parameter_and_field_of_botocores_model()
    {
        const string Script = "client_vpn_model.py";
        using var sandbox = new SandboxFixture(SandboxClockKind.Fast);
        using var server = new ServerCertificate();
        server.Write(sandbox.Home);
        sandbox.Home.Write("revoked.pem", server.RevocationList());

        string endpoint = (await PythonScript.RunAsync(sandbox.Home, Script, "build")).Succeeded().Output.Trim();
        for (int i = 0; i < 6; i++) sandbox.Server.ClientVpn.Connect(endpoint, "alice", "alice");
        (await PythonScript.RunAsync(sandbox.Home, Script, "inspect", endpoint)).Succeeded();
    }
}
