using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests;

/// <summary>The first thing that a newcomer runs: the same script against the sandbox and against an emulator that nobody here wrote.</summary>
public sealed class QuickstartTests
{
    private static string Script => Path.Combine(BuiltModule.RepositoryRoot, "samples", "quickstart.ps1");

    [Fact]
    public async Task The_quickstart_runs_against_the_sandbox()
    {
        ProcessRun run = await Shell.RunAsync(Script);
        AssertShown(run);
        Assert.Contains("rtb-0b210000000000002", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_script_runs_against_moto()
    {
        using var moto = await MotoServer.TryStartAsync();
        Assert.SkipWhen(moto is null, "moto_server and boto3 are not installed: the quickstart did not run against moto.");
        (string vpcId, string peerVpcId) = await moto.MakeVpcsAsync();
        ProcessRun run = await ProcessRun.StartAsync(
            Shell.Program,
            [Script, "-EndpointUrl", moto.Url, "-VpcId", vpcId, "-PeerVpcId", peerVpcId, "-PeerRoleArn", MotoServer.PeerRoleArn],
            MotoServer.Credentials);
        AssertShown(run);
    }

    private static void AssertShown(ProcessRun run)
    {
        run.Succeeded();
        Assert.Contains("active", run.Output, StringComparison.Ordinal);
        Assert.Contains("What if:", run.Output, StringComparison.Ordinal);
        Assert.Contains("Removed: no peering and no route is left.", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }
}
