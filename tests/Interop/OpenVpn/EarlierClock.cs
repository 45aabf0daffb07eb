using NetConnect.Waiting;

namespace NetConnect.Interop.Tests.OpenVpn;

/// <summary>The clock of a machine on which it is still some time ago.</summary>
internal sealed class EarlierClock(TimeSpan ago) : IClock
{
    public DateTime UtcNow => DateTime.UtcNow - ago;

    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken) => SystemClock.Instance.DelayAsync(duration, cancellationToken);
}
