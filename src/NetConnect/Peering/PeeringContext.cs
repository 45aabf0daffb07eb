using NetConnect.Waiting;

namespace NetConnect.Peering;

/// <summary>What every peering operation runs with.</summary>
/// <param name="Clock">The time.</param>
/// <param name="Timeout">How long each wait may take.</param>
/// <param name="Progress">Hears of states and steps while they pass.</param>
public sealed record PeeringContext(IClock Clock, TimeSpan Timeout, IProgress<string>? Progress = null)
{
    /// <summary>Waits until a peering is in one of the target states.</summary>
    internal async Task<VpcPeering> WaitAsync(IVpcApi api, string peeringId, IReadOnlyCollection<string> pending, IReadOnlyCollection<string> target, CancellationToken cancellationToken) =>
        (await new StateWait<VpcPeering>
        {
            Subject = peeringId,
            FindAsync = ct => api.FindPeeringAsync(peeringId, ct),
            State = peering => peering.Status,
            Pending = pending,
            Target = target,
            Unexpected = PeeringStates.Ended,
            FirstLook = FirstLook,
            Timeout = Timeout,
            Progress = Progress,
        }.RunAsync(Clock, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Repeats a call about a peering that this side does not see yet, or not in the state that the other side sees: EC2 is eventually
    /// consistent, and each Region has its own view.</summary>
    internal async Task WhenVisibleAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        DateTime giveUp = Clock.UtcNow + Visibility;
        while (true)
        {
            try
            {
                await call(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (NetConnectException error) when (error.ErrorId is (ErrorIds.PeeringNotFound or ErrorIds.PeeringStateConflict) && Clock.UtcNow < giveUp)
            {
                await Clock.DelayAsync(TimeSpan.FromSeconds(1), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A state that was just told has not changed yet: the first look waits a little, together with all others that began meanwhile.</summary>
    internal static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a side may take to see what another side, or another call, has just done.</summary>
    internal static readonly TimeSpan Visibility = TimeSpan.FromSeconds(30);
}
