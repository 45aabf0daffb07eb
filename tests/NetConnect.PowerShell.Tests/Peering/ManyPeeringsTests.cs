using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>Many records in one pipeline.</summary>
public sealed class ManyPeeringsTests : IDisposable
{
    private const int Count = 20;
    private const string Pairs = "0..19 | ForEach-Object { [pscustomobject]@{ VpcId = \"a$_\"; PeerVpcId = \"b$_\" } }";

    private readonly SandboxRunspace _sandbox = new(Seeds.WithPairs(Count));

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Output_is_in_the_order_of_the_input_whichever_is_done_first()
    {
        // Whichever pair's request gets here first is the last to end.
        _sandbox.Script("$sandbox.Faults.Add([NetConnect.Sandbox.FaultRule]@{ Kind = 'Delay'; Action = 'CreateVpcPeeringConnection'; Delay = '00:00:01' })").Succeeded();
        Invocation made = _sandbox.Script($"$vpcs = Get-VpcPeering; {Pairs} | New-VpcPeering @peer -Tag @{{ Made = 'here' }} | Get-VpcPeering").Succeeded();
        Assert.Equal(Enumerable.Range(0, Count).Select(i => $"a{i}"), made.Output.Select(Name));

        static string Name(dynamic peering) => peering.Requester.Name;
    }

    [Fact]
    public void A_run_with_nothing_to_do_reads_four_calls_at_most_in_each_account_and_Region()
    {
        Invocation first = _sandbox.Script($"{Pairs} | New-VpcPeering @peer -Route").Succeeded();
        // Reads meet within milliseconds, which a machine that is busy elsewhere may not give them: one undisturbed run of a few shows it.
        Assert.Contains(Enumerable.Range(0, 5), _ =>
        {
            _sandbox.ForgetCalls();
            Invocation again = _sandbox.Script($"{Pairs} | New-VpcPeering @peer -Route").Succeeded();
            Assert.Equal(first.Output.Select(peering => $"{peering}"), again.Output.Select(peering => $"{peering}"));
            Assert.Empty(_sandbox.Writes);
            return _sandbox.Calls.GroupBy(call => (call.Account, call.Region)).All(group => group.Count() <= 4);
        });
    }

    [Fact]
    public void Waits_share_one_look_a_tick()
    {
        _sandbox.Script($"{Pairs} | New-VpcPeering @peer").Succeeded();
        // One look for the pairs before, and for 20 peerings together a few while they become active.
        Assert.InRange(_sandbox.Calls.Count(call => call.Action == "DescribeVpcPeeringConnections"), 1, 8);
    }

    [Fact]
    public void One_progress_bar_counts_the_records_and_goes_away()
    {
        Invocation run = _sandbox.Script($"{Pairs} | New-VpcPeering @peer").Succeeded();
        Assert.Single(run.Progress.Select(record => record.ActivityId).Distinct());
        Assert.Contains(run.Progress, record => record.StatusDescription.Contains($"of {Count} done", StringComparison.Ordinal));
        Assert.Contains(run.Progress, record => record.PercentComplete == 100);
        Assert.Equal(System.Management.Automation.ProgressRecordType.Completed, run.Progress[^1].RecordType);
    }

    [Fact]
    public void A_bad_record_leaves_the_others_alone()
    {
        Invocation run = _sandbox.Script(
            """
            'a0', 'vpc-bad', 'a1', 'none', 'a2' | ForEach-Object { [pscustomobject]@{ VpcId = $_; PeerVpcId = $_ -replace 'a', 'b' } } | New-VpcPeering @peer
            """);
        Assert.Equal(3, run.Output.Count);
        Assert.Equal(["MalformedId", "VpcNotFound"], run.ErrorIds);
        Assert.Null(run.Failure);
    }
}
