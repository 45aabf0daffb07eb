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

    /// <summary>Repeats a call that answers "not found" for a peering that was made a moment ago: EC2 is eventually consistent.</summary>
    internal async Task WhenVisibleAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        DateTime giveUp = Clock.UtcNow + s_visibility;
        while (true)
        {
            try
            {
                await call(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (NetConnectException error) when (error.ErrorId == ErrorIds.PeeringNotFound && Clock.UtcNow < giveUp)
            {
                await Clock.DelayAsync(TimeSpan.FromSeconds(1), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A state that was just told has not changed yet: the first look waits a little, together with all others that began meanwhile.</summary>
    internal static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan s_visibility = TimeSpan.FromSeconds(30);
}
