namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>A command that is cut at every call it makes: run again, it ends as if nothing had happened, and nothing was made or changed twice.</summary>
/// <param name="Before">What there is before the command.</param>
/// <param name="Command">The command as it is run.</param>
/// <param name="State">A script that tells what there is afterwards. What it would do with -WhatIf counts too.</param>
/// <param name="Counted">Which calls the command makes so many times, cut or not.</param>
/// <param name="Times">How many.</param>
internal sealed record CutWorkload(string Before, string Command, string State, string[] Counted, int Times)
{
    private static readonly ParallelOptions s_parallel = new() { MaxDegreeOfParallelism = 16 };

    /// <summary>Every way to cut each of these workloads: its name, the fault and how often it comes.</summary>
    public static TheoryData<string, string, int> Cuts(IEnumerable<string> names) =>
        [
            .. from name in names
               // The process ends before the call or after it; or one answer is lost, and the command goes on.
               from cut in new[] { ("ServerError", 0), ("ResetAfter", 0), ("ResetAfter", 1) }
               select new TheoryDataRow<string, string, int>(name, cut.Item1, cut.Item2),
        ];

    public void CutEverywhere(string kind, int count)
    {
        (int calls, string undisturbed) = Undisturbed();
        Parallel.For(0, calls, s_parallel, at =>
        {
            using SandboxRunspace sandbox = Prepare();
            sandbox.Fault(kind, "*", count, skip: at);
            Invocation cut = sandbox.Script(Command);
            sandbox.ClearFaults();
            Assert.Null(cut.Failure);
            sandbox.Script(Command).Succeeded();
            string because = $"Cut at call {at}:\n{cut}\n{string.Join("\n", sandbox.Calls)}";
            Assert.All(Counted, action => Assert.True(sandbox.Writes.Count(call => call.Action == action) == Times, because));
            sandbox.ForgetCalls();
            sandbox.Script(Command).Succeeded();
            Assert.True(!sandbox.Writes.Any(), because);
            string state = StateOf(sandbox);
            Assert.True(undisturbed == state, $"{because}\n\nIt is\n{state}\n\nand should be\n{undisturbed}");
        });
    }

    private (int Calls, string State) Undisturbed()
    {
        using SandboxRunspace sandbox = Prepare();
        sandbox.Script(Command).Succeeded();
        return (sandbox.Calls.Count, StateOf(sandbox));
    }

    private SandboxRunspace Prepare()
    {
        var sandbox = new SandboxRunspace();
        if (Before.Length > 0)
            sandbox.Script(Before).Succeeded();
        sandbox.ForgetCalls();
        return sandbox;
    }

    private string StateOf(SandboxRunspace sandbox)
    {
        IEnumerable<string> lines = sandbox.Script(State).Succeeded().Output.Select(line => $"{line}");
        IEnumerable<string> steps = sandbox.Prompts.Text.Split('\n').Where(line => line.StartsWith("What if: ", StringComparison.Ordinal)).Select(line => line.Split('"')[1]);
        return string.Join("\n", lines.Concat(steps).Order(StringComparer.Ordinal));
    }
}
