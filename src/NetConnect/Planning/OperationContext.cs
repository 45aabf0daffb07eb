using NetConnect.Waiting;

namespace NetConnect.Planning;

/// <summary>What every operation runs with.</summary>
/// <param name="Clock">The time.</param>
/// <param name="Timeout">How long each wait may take.</param>
/// <param name="Progress">Hears of states and steps while they pass.</param>
public sealed record OperationContext(IClock Clock, TimeSpan Timeout, IProgress<string>? Progress = null)
{
    // A state that was just told has not changed yet: the first look waits a little, together with all others that began meanwhile.
    private static readonly TimeSpan s_firstLook = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>How long one caller may take to see what another, or another call, has just done: EC2 is eventually consistent.</summary>
    internal static readonly TimeSpan Visibility = TimeSpan.FromSeconds(30);

    /// <summary>Makes a wait of this operation.</summary>
    internal StateWait<T> Wait<T>(
        string subject, Func<CancellationToken, Task<T?>> findAsync, Func<T, string> state, IReadOnlyCollection<string> pending, IReadOnlyCollection<string> target,
        Func<T, NetConnectException> unexpected, bool absenceIsTarget = false, Func<NetConnectException>? missing = null,
        TimeSpan? interval = null, TimeSpan? firstLook = null)
        where T : class => new()
        {
            Subject = subject,
            FindAsync = findAsync,
            State = state,
            Pending = pending,
            Target = target,
            Unexpected = unexpected,
            AbsenceIsTarget = absenceIsTarget,
            Missing = missing,
            AbsenceTolerance = Visibility,
            FirstLook = firstLook ?? s_firstLook,
            Interval = interval ?? s_pause,
            Timeout = Timeout,
            Progress = Progress,
        };

    /// <summary>Repeats a call for as long as its error may only mean that EC2 does not show everybody yet what was just done.</summary>
    internal Task WhenVisibleAsync(IReadOnlyCollection<string> errorIds, Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        RepeatAsync(errorIds, Visibility, s_pause, call, cancellationToken);

    /// <summary>Repeats a call that is refused with one of some errors, which may pass by themselves.</summary>
    /// <param name="errorIds">The errors.</param>
    /// <param name="atMost">For how long they are taken to pass.</param>
    /// <param name="pause">The time between two tries.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal async Task RepeatAsync(
        IReadOnlyCollection<string> errorIds, TimeSpan atMost, TimeSpan pause, Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        DateTime giveUp = Clock.UtcNow + atMost;
        while (true)
        {
            try
            {
                await call(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (NetConnectException error) when (errorIds.Contains(error.ErrorId) && Clock.UtcNow < giveUp)
            {
                await Clock.DelayAsync(pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Creates what has no idempotency token. A create whose answer was lost is looked for before it is repeated; one that is refused because an
    /// earlier try or somebody else was quicker is taken as it is.</summary>
    /// <param name="createAsync">Creates it.</param>
    /// <param name="findAsync">Finds it where it exists.</param>
    /// <param name="existsErrorId">The error of a create that comes second.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal async Task<T> CreateOnceAsync<T>(
        Func<CancellationToken, Task<T>> createAsync, Func<CancellationToken, Task<T?>> findAsync, string existsErrorId, CancellationToken cancellationToken)
        where T : class
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await createAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (AnswerLostException) when (attempt < 3)
            {
                if (await LookAsync().ConfigureAwait(false) is { } found)
                    return found;
            }
            catch (NetConnectException error) when (error.ErrorId == existsErrorId)
            {
                if (await LookAsync().ConfigureAwait(false) is { } found)
                    return found;
                throw;
            }
        }

        // What was made a moment ago may show late.
        async Task<T?> LookAsync()
        {
            T? found = await findAsync(cancellationToken).ConfigureAwait(false);
            for (int again = 0; again < 5 && found is null; again++)
            {
                await Clock.DelayAsync(s_pause, cancellationToken).ConfigureAwait(false);
                found = await findAsync(cancellationToken).ConfigureAwait(false);
            }
            return found;
        }
    }
}
