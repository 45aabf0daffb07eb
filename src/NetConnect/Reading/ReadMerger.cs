using NetConnect.Waiting;

namespace NetConnect.Reading;

/// <summary>Merges reads that are asked for side by side into one call: sixty VPCs are one Describe with sixty ids.</summary>
/// <typeparam name="TKey">What one caller asks for.</typeparam>
/// <typeparam name="TValue">What one caller gets.</typeparam>
/// <remarks>It keeps nothing: a read never joins a call that has already left, because that call may not see what the caller has just made.</remarks>
public sealed class ReadMerger<TKey, TValue>
    where TKey : notnull
{
    /// <summary>EC2 takes at most 200 values in one filter.</summary>
    public const int FilterValues = 200;

    // Long enough for callers that run side by side to meet, short beside any round trip to AWS.
    private static readonly TimeSpan s_gatherTime = TimeSpan.FromMilliseconds(5);

    private readonly Func<IReadOnlyCollection<TKey>, CancellationToken, Task<Func<TKey, TValue>>> _readAsync;
    private readonly IClock _clock;
    private readonly int _maxKeys;
    private readonly object _gate = new();
    private Batch? _gathering;

    /// <summary>Creates the merger.</summary>
    /// <param name="readAsync">Makes one call for some keys and gives the way from a key to its answer.</param>
    /// <param name="clock">The clock of the gathering time.</param>
    /// <param name="maxKeys">How many keys one call takes.</param>
    public ReadMerger(Func<IReadOnlyCollection<TKey>, CancellationToken, Task<Func<TKey, TValue>>> readAsync, IClock clock, int maxKeys = FilterValues)
    {
        _readAsync = readAsync;
        _clock = clock;
        _maxKeys = maxKeys;
    }

    /// <summary>Reads one key, in one call with all others that are asked for at the same time.</summary>
    public async Task<TValue> ReadAsync(TKey key, CancellationToken cancellationToken)
    {
        Batch batch = Join(key);
        try
        {
            // One caller's cancellation must not end the read of the others, so each waits for the shared call on its own.
            Func<TKey, TValue> answers = await batch.Answers.WithCancellationAsync(cancellationToken).ConfigureAwait(false);
            return answers(key);
        }
        finally
        {
            Leave(batch);
        }
    }

    private Batch Join(TKey key)
    {
        lock (_gate)
        {
            if (_gathering is { } open && (open.Keys.Count < _maxKeys || open.Keys.Contains(key)))
                return open.With(key);
            Batch batch = new Batch().With(key);
            _gathering = batch;
            batch.Answers = CallAsync(batch);
            return batch;
        }
    }

    private void Leave(Batch batch)
    {
        lock (_gate)
        {
            if (--batch.Waiting == 0 && !batch.Answers.IsCompleted)
                batch.NobodyWaits.Cancel();
        }
    }

    private async Task<Func<TKey, TValue>> CallAsync(Batch batch)
    {
        await _clock.DelayAsync(s_gatherTime, batch.NobodyWaits.Token).ConfigureAwait(false);
        lock (_gate)
        {
            if (_gathering == batch)
                _gathering = null;
        }
        return await _readAsync(batch.Keys, batch.NobodyWaits.Token).ConfigureAwait(false);
    }

    private sealed class Batch
    {
        public HashSet<TKey> Keys { get; } = [];

        public CancellationTokenSource NobodyWaits { get; } = new();

        public Task<Func<TKey, TValue>> Answers { get; set; } = null!;

        public int Waiting { get; set; }

        public Batch With(TKey key)
        {
            Keys.Add(key);
            Waiting++;
            return this;
        }
    }
}
