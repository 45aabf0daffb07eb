namespace NetConnect.Sandbox;

/// <summary>The tokens left of one <see cref="RateLimit"/> for one account, Region and action.</summary>
internal sealed class TokenBucket(RateLimit limit, DateTime now)
{
    private double _tokens = limit.Capacity;
    private DateTime _filled = now;

    public bool TryTake(DateTime time)
    {
        _tokens = Math.Min(limit.Capacity, _tokens + (time - _filled).TotalSeconds * limit.RefillPerSecond);
        _filled = time;
        if (_tokens < 1) return false;
        _tokens--;
        return true;
    }
}
