using System.Diagnostics;

namespace NetConnect.Interop.Tests.Networks;

/// <summary>Waits for what another program will do.</summary>
internal static class Poll
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks until the answer is right; past the deadline the test fails with the last answer and the evidence.</summary>
    public static async Task<T> UntilAsync<T>(
        string what, TimeSpan deadline, Func<Task<T>> ask, Func<T, bool> isRight, Func<string>? evidence = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            T answer = await ask();
            if (isRight(answer)) return answer;
            if (watch.Elapsed > deadline) Assert.Fail($"{what}: not within {deadline.TotalSeconds:0} s. {answer}\n{evidence?.Invoke()}");
            await Task.Delay(s_interval, TestContext.Current.CancellationToken);
        }
    }

    public static Task UntilAsync(string what, TimeSpan deadline, Func<bool> isTrue, Func<string>? evidence = null) =>
        UntilAsync(what, deadline, () => Task.FromResult(isTrue()), isRight => isRight, evidence);
}
