using NetConnect.Interop.Tests.Hosting;
using NetConnect.Sandbox;

namespace NetConnect.Interop.Tests;

/// <summary>
/// The sandbox beside moto: the same calls, field by field. moto is no judge of EC2's rules, but where the two differ one of them is wrong,
/// and MotoDifferences.md says by which fact of AWS it is not the sandbox.
/// </summary>
public sealed class MotoComparisonTests
{
    [Fact]
    public async Task Both_answer_alike_but_for_the_differences_listed()
    {
        await using MotoServer moto = await MotoServer.StartAsync();
        using var sandbox = new SandboxFixture(SandboxClockKind.Fast);
        using ServerCertificate server = new(), other = new(), expired = new(life: TimeSpan.FromDays(-1));
        foreach (ClientHome home in new[] { moto.Home, sandbox.Home })
        {
            server.Write(home);
            other.Write(home, "other");
            expired.Write(home, "expired");
        }
        RecordedCalls theirs = await RecordedCalls.RunAsync(moto.Home, "recorded_calls.py");
        RecordedCalls ours = await RecordedCalls.RunAsync(sandbox.Home, "recorded_calls.py");

        DifferenceTable known = DifferenceTable.Read(Path.Combine(AppContext.BaseDirectory, "MotoDifferences.md"));
        Difference[] unlisted = [.. RecordedCalls.Compare(theirs, ours).Where(difference => !known.Lists(difference))];
        Assert.True(unlisted.Length == 0, "Not in MotoDifferences.md:" + Lines(unlisted));
        Assert.True(!known.Unused.Any(), "In MotoDifferences.md, and no longer so:" + Lines(known.Unused));
    }

    private static string Lines(IEnumerable<object> lines) => string.Concat(lines.Select(line => Environment.NewLine + line));
}
