using System.Diagnostics;

namespace NetConnect.Interop.Tests.Networks;

/// <summary>Waits for what another program will do.</summary>
internal static class Poll
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(20);

    // Far beyond what any daemon takes on a machine that has other things to do: only what will never come costs that much.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Asks until the answer is right; at the end of its patience the test fails with the last answer and the evidence.</summary>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T>> ask, Func<T, bool> isRight, Func<string>? evidence = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            T answer = await ask();
            if (isRight(answer)) return answer;
            if (watch.Elapsed > s_patience) Assert.Fail($"{what}: not within {s_patience.TotalSeconds:0} s. {answer}\n{evidence?.Invoke()}");
            await Task.Delay(s_interval, TestContext.Current.CancellationToken);
        }
    }

    public static Task UntilAsync(string what, Func<bool> isTrue, Func<string>? evidence = null) =>
        UntilAsync(what, () => Task.FromResult(isTrue()), isRight => isRight, evidence);
}
