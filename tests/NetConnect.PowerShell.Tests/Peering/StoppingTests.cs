using System.Diagnostics;
using System.Management.Automation;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>Ctrl+C.</summary>
public sealed class StoppingTests : IDisposable
{
    // Under load the machine itself may be late; what is wanted is 100 ms, and the time measured is shown.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    // Time stands still, so that a wait ends only when the test wants it to.
    private readonly SandboxRunspace _sandbox = new(clock: "Stepped");

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task A_wait_is_left_at_once_and_a_later_run_goes_on_from_there()
    {
        await StopsWhenSeenAsync("AcceptVpcPeeringConnection", "New-VpcPeering", ("VpcId", "shop"), ("PeerVpcId", "tools"));
        for (int i = 0; i < 2; i++)
        {
            _sandbox.Advance(TimeSpan.FromMinutes(1));
            _sandbox.Script("New-VpcPeering shop tools -NoWait").Succeeded();
        }
        _sandbox.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("active", _sandbox.Script("New-VpcPeering shop tools").Single().Status);
        Assert.Single(_sandbox.Writes, call => call.Action == "CreateVpcPeeringConnection");
    }

    [Fact]
    public Task A_read_whose_answer_does_not_come_is_left_at_once()
    {
        _sandbox.Script("$sandbox.Faults.Add([NetConnect.Sandbox.FaultRule]@{ Kind = 'Delay'; Action = 'DescribeRouteTables'; Delay = '00:00:20' })").Succeeded();
        return StopsWhenSeenAsync("DescribeVpcPeeringConnections", "New-VpcPeering", ("VpcId", "vpc-0a110000000000001"), ("PeerVpcId", "vpc-0a120000000000001"));
    }

    private async Task StopsWhenSeenAsync(string action, string command, params (string Name, object? Value)[] parameters)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        (System.Management.Automation.PowerShell shell, _) = _sandbox.Begin(command, parameters);
        while (!_sandbox.Calls.Any(call => call.Action == action))
            await Task.Delay(20, cancellationToken);
        var watch = Stopwatch.StartNew();
        await Task.Run(shell.Stop, cancellationToken);
        TestContext.Current.SendDiagnosticMessage($"{command} stopped after {watch.ElapsedMilliseconds} ms.");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, s_limit);
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Empty(shell.Streams.Error);
        shell.Dispose();
    }
}
