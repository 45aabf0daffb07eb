using System.Collections;
using System.Management.Automation;
using NetConnect.Planning;
using NetConnect.Waiting;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet that makes a plan for each thing that a record names, asks about its steps, and applies it.</summary>
/// <typeparam name="T">What one thing gives.</typeparam>
public abstract class RecordCmdlet<T> : ConnectedCmdlet
    where T : class
{
    private RecordWork<T>? _work;

    /// <summary>How many records are changed at the same time.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 32;

    /// <summary>One plan for each thing that the present record names, and what the thing is: equal things are worked on one after the other, those without a name (reads) all at once.</summary>
    /// <remarks>Called once for each record. The plans run later, so they must take the parameters' values now.</remarks>
    private protected abstract IEnumerable<(string Key, Func<CancellationToken, Task<Plan<T>>> PlanAsync)> Plans();

    /// <summary>Plans that only the end of the input makes possible, because they are of all records together.</summary>
    private protected virtual IEnumerable<(string Key, Func<CancellationToken, Task<Plan<T>>> PlanAsync)> LastPlans() => [];

    /// <summary>Writes what one thing gave: the object, or each element of a list.</summary>
    private protected virtual void Write(T result) => WriteObject(result, enumerateCollection: true);

    /// <summary>Hears of the engine's progress; there from the first record on.</summary>
    private protected ProgressReport? Progress => _work?.Progress;

    /// <summary>What an operation runs with.</summary>
    private protected OperationContext Context(int timeoutSeconds) => new(SystemClock.Instance, TimeSpan.FromSeconds(timeoutSeconds), Progress);

    /// <inheritdoc/>
    protected sealed override Task BeginAsync(CancellationToken cancellationToken)
    {
        _work = new RecordWork<T>(this, ThrottleLimit, Write);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected sealed override Task ProcessAsync(CancellationToken cancellationToken) => _work!.AddAsync(Plans(), cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task EndAsync(CancellationToken cancellationToken)
    {
        await _work!.AddAsync(LastPlans(), cancellationToken);
        await _work.EndAsync(cancellationToken);
    }

    private protected static IReadOnlyDictionary<string, string> ToTags(Hashtable? tags) =>
        tags?.Cast<DictionaryEntry>().ToDictionary(tag => $"{tag.Key}", tag => $"{tag.Value}") ?? [];
}
