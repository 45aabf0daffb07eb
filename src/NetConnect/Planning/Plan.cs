namespace NetConnect.Planning;

/// <summary>The changes that are missing to reach what was asked, and the way to the object that describes it afterwards.</summary>
/// <typeparam name="T">The object that the command gives.</typeparam>
/// <remarks>Made by reading only. A plan without steps changes nothing: what was asked is already there.</remarks>
public sealed class Plan<T>
    where T : class
{
    private readonly Func<CancellationToken, Task<T?>> _result;

    /// <summary>Creates the plan.</summary>
    /// <param name="steps">The missing changes; each stands behind the steps that it builds on.</param>
    /// <param name="result">Gives the object once the steps are done; null where there is nothing to show.</param>
    /// <param name="warnings">What the user should know before anything is changed.</param>
    public Plan(IReadOnlyList<PlanStep> steps, Func<CancellationToken, Task<T?>> result, IReadOnlyList<string>? warnings = null)
    {
        Steps = steps;
        Warnings = warnings ?? [];
        _result = result;
    }

    /// <summary>Creates a plan that changes nothing: all there was to do was to read.</summary>
    /// <param name="value">What was read.</param>
    public Plan(T value)
        : this([], _ => Task.FromResult<T?>(value))
    {
    }

    /// <summary>The missing changes, in the order in which a person would make them.</summary>
    public IReadOnlyList<PlanStep> Steps { get; }

    /// <summary>What the user should know before anything is changed.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The same steps, with nothing to show for them.</summary>
    public Plan<T> WithoutResult() => new(
        Steps,
        async cancellationToken =>
        {
            await _result(cancellationToken).ConfigureAwait(false);
            return null;
        },
        Warnings);

    /// <summary>Makes the changes that were not declined, side by side where they do not build on each other.</summary>
    /// <returns>The object that the command gives, or null where there is nothing to show.</returns>
    /// <exception cref="NetConnectException">A step failed. Steps that do not build on it were still made; what was made stays.</exception>
    public async Task<T?> ApplyAsync(CancellationToken cancellationToken)
    {
        var running = new Dictionary<PlanStep, Task>();
        foreach (PlanStep step in Steps.Where(step => !step.IsDeclined))
            running.Add(step, RunAsync(step, step.After.Concat(step.AfterAny.Where(before => !before.IsDeclined)).Select(before => running[before]).ToArray(), cancellationToken));
        try
        {
            await Task.WhenAll(running.Values).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested && running.Values.Any(task => task.IsFaulted))
        {
            throw FirstFailure(running);
        }
        return await _result(cancellationToken).ConfigureAwait(false);
    }

    private static async Task RunAsync(PlanStep step, Task[] before, CancellationToken cancellationToken)
    {
        await Task.WhenAll(before).ConfigureAwait(false);
        await step.ApplyAsync(cancellationToken).ConfigureAwait(false);
    }

    // A step that waits for a failed one fails with the same exception object, so each failure is counted once.
    private static Exception FirstFailure(Dictionary<PlanStep, Task> running)
    {
        List<Exception> failures = running.Values.Where(task => task.IsFaulted).Select(task => task.Exception!.InnerExceptions[0]).Distinct().ToList();
        return failures is [NetConnectException first, _, ..]
            ? new NetConnectException(first.ErrorId, first.Kind, $"{first.Message} ({failures.Count - 1} more steps failed.)", first.Target, first)
            : failures[0];
    }
}
