using NetConnect.Interop.Tests.Hosting;
using NetConnect.Sandbox;

namespace NetConnect.Interop.Tests;

/// <summary>The module's cmdlets in their own process, against moto and the sandbox. What they leave is judged by boto3 alone.</summary>
public sealed class ModuleTests
{
    [Fact]
    public async Task The_quickstart_runs_against_moto()
    {
        await using MotoServer moto = await MotoServer.StartAsync();
        PeeredVpcs pair = await PeeredVpcs.MakeAsync(moto.Home);
        ProgramRun run = await ModuleShell.RunSampleAsync(
            moto.Home.Endpoint, "quickstart.ps1", "-VpcId", pair.VpcId, "-PeerVpcId", pair.PeerVpcId);
        Assert.EndsWith("no peering and no route is left.", run.Succeeded().Output.TrimEnd(), StringComparison.Ordinal);
        await pair.AreNotConnectedAsync();
    }

    [Fact]
    public async Task Moto_holds_what_the_cmdlets_made_until_they_remove_it()
    {
        await using MotoServer moto = await MotoServer.StartAsync();
        await ConnectAndDisconnectAsync(moto.Home);
    }

    [Fact]
    public async Task The_sandbox_holds_what_the_cmdlets_made_until_they_remove_it()
    {
        using var sandbox = new SandboxFixture(SandboxClockKind.Real);
        await ConnectAndDisconnectAsync(sandbox.Home);
    }

    private static async Task ConnectAndDisconnectAsync(ClientHome home)
    {
        PeeredVpcs pair = await PeeredVpcs.MakeAsync(home);
        ProgramRun asked = await ModuleShell.AskToConnectAsync(home.Endpoint, pair.VpcId, pair.PeerVpcId, "pair");
        Assert.Contains("-Confirm:$false", asked.Ended(1).Error, StringComparison.Ordinal);
        await pair.AreNotConnectedAsync();

        ProgramRun made = await ModuleShell.ConnectAsync(home.Endpoint, pair.VpcId, pair.PeerVpcId, "pair");
        string id = made.Succeeded().Output.Trim();
        Assert.Equal(id, await pair.AreConnectedAsync("pair"));
        ProgramRun again = await ModuleShell.AskToConnectAsync(home.Endpoint, pair.VpcId, pair.PeerVpcId, "pair");
        Assert.Equal(id, again.Succeeded().Output.Trim());
        Assert.Equal(id, await pair.AreConnectedAsync("pair"));

        (await ModuleShell.RunScriptAsync(home.Endpoint, "disconnect.ps1", "-VpcId", pair.VpcId)).Succeeded();
        await pair.AreNotConnectedAsync();
    }
}
