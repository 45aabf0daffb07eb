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

    // A call leaves when nobody has joined it for this long: enough for callers that run side by side to meet, little beside a round trip to AWS.
    private static readonly TimeSpan s_gatherTime = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_longestGatherTime = TimeSpan.FromMilliseconds(100);

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
            if (--batch.Waiting > 0)
                return;
            // Nobody may join it any more, now that it ends.
            if (_gathering == batch)
                _gathering = null;
        }
        if (!batch.Answers.IsCompleted)
            batch.NobodyWaits.Cancel();
    }

    private async Task<Func<TKey, TValue>> CallAsync(Batch batch)
    {
        DateTime latest = _clock.UtcNow + s_longestGatherTime;
        for (int joined = 0; !TryLeave(batch, joined, latest);)
        {
            joined = batch.Joined;
            await _clock.DelayAsync(s_gatherTime, batch.NobodyWaits.Token).ConfigureAwait(false);
        }
        return await _readAsync(batch.Keys, batch.NobodyWaits.Token).ConfigureAwait(false);
    }

    private bool TryLeave(Batch batch, int joined, DateTime latest)
    {
        lock (_gate)
        {
            if (batch.Joined != joined && _gathering == batch && _clock.UtcNow < latest)
                return false;
            if (_gathering == batch)
                _gathering = null;
            return true;
        }
    }

    private sealed class Batch
    {
        public HashSet<TKey> Keys { get; } = [];

        public CancellationTokenSource NobodyWaits { get; } = new();

        public Task<Func<TKey, TValue>> Answers { get; set; } = null!;

        /// <summary>How many callers ever joined; this one only grows, so that a change of it is a newcomer.</summary>
        public int Joined { get; private set; }

        public int Waiting { get; set; }

        public Batch With(TKey key)
        {
            Keys.Add(key);
            Joined++;
            Waiting++;
            return this;
        }
    }
}
