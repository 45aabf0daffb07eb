using System.Diagnostics;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Runs the records of a cmdlet: plans side by side, questions one after the other, changes side by side, output in the order of the input.</summary>
/// <typeparam name="T">What one record gives. A read is a plan without steps.</typeparam>
/// <remarks>Plans start together once the input pauses or ends, so that their reads meet and merge into a few calls.</remarks>
internal sealed class RecordWork<T>
    where T : class
{
    // A slower producer than this gets its results while it goes on producing.
    private static readonly TimeSpan s_gatherTime = TimeSpan.FromMilliseconds(100);

    private readonly AsyncCmdlet _cmdlet;
    private readonly int _throttleLimit;
    private readonly Action<T> _write;
    private readonly List<Record> _gathered = [];
    private readonly Queue<Record> _planned = new();
    private readonly Queue<Task<T?>> _running = new();
    private readonly List<Task> _changing = [];
    private readonly Dictionary<string, Task> _lastOfKey = [];
    private Stopwatch? _sinceFirst;

    public RecordWork(AsyncCmdlet cmdlet, int throttleLimit, Action<T> write)
    {
        _cmdlet = cmdlet;
        Progress = new ProgressReport(cmdlet, cmdlet.MyInvocation.MyCommand.Name);
        _throttleLimit = throttleLimit;
        _write = write;
    }

    /// <summary>Shows how far it is, and hears of the engine's progress.</summary>
    public ProgressReport Progress { get; }

    /// <summary>Takes the records that a command makes of its present input.</summary>
    public async Task AddAsync(IEnumerable<(string Key, Func<CancellationToken, Task<Plan<T>>> PlanAsync)> plans, CancellationToken cancellationToken)
    {
        foreach ((string key, Func<CancellationToken, Task<Plan<T>>> planAsync) in plans)
            await AddAsync(key, planAsync, cancellationToken);
    }

    /// <summary>Takes a record.</summary>
    /// <param name="key">What the record is about: records with equal keys run one after the other, so that nothing is made twice. Empty where it only reads.</param>
    /// <param name="planAsync">Makes its plan.</param>
    /// <param name="cancellationToken">Stops everything.</param>
    private async Task AddAsync(string key, Func<CancellationToken, Task<Plan<T>>> planAsync, CancellationToken cancellationToken)
    {
        _gathered.Add(new Record(key, planAsync));
        Progress.Add();
        _sinceFirst ??= Stopwatch.StartNew();
        if (_sinceFirst.Elapsed < s_gatherTime)
            return;
        StartPlans(cancellationToken);
        while (_planned.Count > 0 && _planned.Peek().Plan.IsCompleted)
        {
            await AskAndStartAsync(_planned.Dequeue(), cancellationToken);
            await WriteDoneAsync();
        }
        await WriteDoneAsync();
    }

    /// <summary>Brings every record to its end.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        StartPlans(cancellationToken);
        while (_planned.Count > 0)
        {
            await AskAndStartAsync(_planned.Dequeue(), cancellationToken);
            await WriteDoneAsync();
        }
        while (_running.Count > 0)
            await WriteAsync(_running.Dequeue());
        Progress.Complete();
    }

    private async Task WriteDoneAsync()
    {
        while (_running.Count > 0 && _running.Peek().IsCompleted)
            await WriteAsync(_running.Dequeue());
    }

    private void StartPlans(CancellationToken cancellationToken)
    {
        foreach (Record record in _gathered)
        {
            Task before = Task.CompletedTask;
            if (record.Key.Length > 0)
            {
                before = _lastOfKey.TryGetValue(record.Key, out Task? last) ? last : Task.CompletedTask;
                _lastOfKey[record.Key] = record.Ended.Task;
            }
            record.Plan = PlanAsync(record, before, cancellationToken);
            _planned.Enqueue(record);
        }
        _gathered.Clear();
        _sinceFirst = null;
    }

    private static async Task<Plan<T>> PlanAsync(Record record, Task before, CancellationToken cancellationToken)
    {
        await before;
        return await record.PlanAsync(cancellationToken);
    }

    private async Task AskAndStartAsync(Record record, CancellationToken cancellationToken)
    {
        Task<T?> result;
        try
        {
            Plan<T> plan = await record.Plan;
            foreach (string warning in plan.Warnings)
                _cmdlet.WriteWarning(warning);
            result = Ask(plan) ? await StartAsync(plan, cancellationToken) : Task.FromResult<T?>(null);
        }
        catch (NetConnectException error) when (error.ErrorId != ErrorIds.ConfirmationRequired)
        {
            result = Task.FromException<T?>(error);
        }
        _ = EndWhenDoneAsync(record, result);
        _running.Enqueue(result);
    }

    // Whether anything of the plan is left to do. A declined step takes those with it that build on it; -WhatIf shows them all.
    private bool Ask(Plan<T> plan)
    {
        bool isWhatIf = false;
        foreach (PlanStep step in plan.Steps.Where(step => !step.IsDeclined))
        {
            if (!_cmdlet.Ask(step, out bool whatIf) && !whatIf)
                step.Decline();
            isWhatIf |= whatIf;
        }
        return !isWhatIf && (plan.Steps.Count == 0 || plan.Steps.Any(step => !step.IsDeclined));
    }

    private async Task<Task<T?>> StartAsync(Plan<T> plan, CancellationToken cancellationToken)
    {
        while (_changing.Count >= _throttleLimit)
            _changing.Remove(await Task.WhenAny(_changing));
        // Away from the pipeline thread, which would else build, sign and read every request by itself.
        Task<T?> change = Task.Run(() => plan.ApplyAsync(cancellationToken), cancellationToken);
        _changing.Add(change);
        return change;
    }

    private static async Task EndWhenDoneAsync(Record record, Task<T?> result)
    {
        await Task.WhenAny(result);
        record.Ended.SetResult(true);
    }

    private async Task WriteAsync(Task<T?> result)
    {
        try
        {
            if (await result is { } value)
                _write(value);
        }
        catch (NetConnectException error) when (error.ErrorId != ErrorIds.LoginRequired)
        {
            _cmdlet.WriteError(error);
        }
        Progress.Finish();
    }

    private sealed class Record(string key, Func<CancellationToken, Task<Plan<T>>> planAsync)
    {
        public string Key { get; } = key;

        public Func<CancellationToken, Task<Plan<T>>> PlanAsync { get; } = planAsync;

        public Task<Plan<T>> Plan { get; set; } = null!;

        public TaskCompletionSource<bool> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
