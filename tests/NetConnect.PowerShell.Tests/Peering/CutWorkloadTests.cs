using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>A whole peering, cut at every call it makes: run again, it ends as if nothing had happened, and nothing is there twice.</summary>
public sealed class CutWorkloadTests
{
    private const string Workload = "New-VpcPeering tools data @peer -Route -DnsResolution Both -Tag @{ Name = 'n'; Team = 'net' }";

    // Waits make up most of the time, so that many sandboxes beside each other cost little.
    private static readonly ParallelOptions s_parallel = new() { MaxDegreeOfParallelism = 16 };

    // What both sides show of the peering, its options, its tags and its routes.
    private const string State = """
        $seen = @(Get-VpcPeering -IncludeDeleted) + @(Get-VpcPeering -IncludeDeleted -RoleArn $peer.PeerRoleArn -Region us-east-1)
        foreach ($one in $seen) {
            "$($one.Status) $($one.VpcId) $($one.PeerVpcId) $($one.Requester.AllowDnsResolutionFromRemoteVpc) $($one.Accepter.AllowDnsResolutionFromRemoteVpc)"
            foreach ($key in 'Name', 'Team') { "$key=$($one.Tags[$key])" }
        }
        foreach ($route in Get-VpcPeering | Get-PeeringRoutes @peer) { "$route" }
        """;

    private static readonly Lazy<(int Calls, string State)> s_undisturbed = new(() =>
    {
        using var sandbox = new SandboxRunspace();
        sandbox.Script(Workload).Succeeded();
        return (sandbox.Calls.Count, StateOf(sandbox));
    });

    [Theory]
    [InlineData("ServerError", 1)]
    [InlineData("ResetBefore", 1)]
    [InlineData("ResetAfter", 1)]
    [InlineData("ServerError", 0)]
    public void Run_again_after_a_cut_it_ends_as_if_undisturbed(string kind, int count)
    {
        (int calls, string undisturbed) = s_undisturbed.Value;
        Assert.InRange(calls, 12, 40);
        // Two more than an undisturbed run makes: a cut call is made again.
        Parallel.For(0, calls + 2, s_parallel, at =>
        {
            using var sandbox = new SandboxRunspace();
            sandbox.Fault(kind, "*", count, skip: at);
            Invocation cut = sandbox.Script(Workload);
            sandbox.ClearFaults();
            Assert.Null(cut.Failure);
            sandbox.Script(Workload).Succeeded();
            Assert.True(undisturbed == StateOf(sandbox), $"Cut at call {at}:\n{StateOf(sandbox)}\n{cut}\n{string.Join("\n", sandbox.Calls)}");
            Assert.Single(sandbox.Writes, call => call.Action == "CreateVpcPeeringConnection");
            Assert.Equal(3, sandbox.Writes.Count(call => call.Action == "CreateRoute"));
            Assert.Single(sandbox.Writes, call => call.Action == "AcceptVpcPeeringConnection");
            sandbox.ForgetCalls();
            sandbox.Script(Workload).Succeeded();
            Assert.Empty(sandbox.Writes);
        });
    }

    private static string StateOf(SandboxRunspace sandbox) =>
        string.Join("\n", sandbox.Script(State).Succeeded().Output.Select(line => $"{line}").Order(StringComparer.Ordinal));
}
