using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>What <see cref="RecordCmdlet{T}"/> is, for work on this machine that calls nobody.</summary>
/// <typeparam name="T">What one thing gives.</typeparam>
public abstract class LocalRecordCmdlet<T> : AsyncCmdlet
    where T : class
{
    private RecordWork<T>? _work;

    /// <summary>How many records are worked on at the same time.</summary>
    private protected virtual int Parallelism => Environment.ProcessorCount;

    /// <summary>As in <see cref="RecordCmdlet{T}"/>: one plan for each thing that the present record names.</summary>
    private protected abstract IEnumerable<(string Key, Func<CancellationToken, Task<Plan<T>>> PlanAsync)> Plans();

    /// <inheritdoc/>
    protected sealed override Task BeginAsync(CancellationToken cancellationToken)
    {
        _work = new RecordWork<T>(this, Parallelism, result => WriteObject(result, enumerateCollection: true));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected sealed override Task ProcessAsync(CancellationToken cancellationToken) => _work!.AddAsync(Plans(), cancellationToken);

    /// <inheritdoc/>
    protected sealed override Task EndAsync(CancellationToken cancellationToken) => _work!.EndAsync(cancellationToken);
}
