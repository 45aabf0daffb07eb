using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox;

/// <summary>What goes wrong on purpose: faults by rule, objects that are seen late, and limits on the rate of calls.</summary>
public sealed class SandboxFaults
{
    private readonly object _lock = new();
    private readonly List<FaultRule> _rules = [];
    private readonly List<RateLimit> _limits = [];
    private readonly Dictionary<(string? Account, string Region, string Action), TokenBucket> _buckets = [];

    /// <summary>How long a new object stays invisible to calls that name or list it: EC2 is eventually consistent.</summary>
    public TimeSpan VisibilityDelay { get; set; }

    /// <summary>How many calls that name or list a new object do not see it.</summary>
    public int InvisibleReads { get; set; }

    /// <summary>Only objects whose id begins so (<c>pcx</c>) are seen late; null means all.</summary>
    public string? InvisiblePrefix { get; set; }

    /// <summary>The rules in force, spent ones included.</summary>
    public IReadOnlyList<FaultRule> Rules
    {
        get { lock (_lock) return _rules.ToArray(); }
    }

    /// <summary>Orders a fault. When several rules match a call, the first that is not spent harms it.</summary>
    public void Add(FaultRule rule)
    {
        lock (_lock) _rules.Add(rule ?? throw new ArgumentNullException(nameof(rule)));
    }

    /// <summary>Limits the rate of calls; calls beyond it are throttled.</summary>
    public void Limit(RateLimit limit)
    {
        lock (_lock) _limits.Add(limit ?? throw new ArgumentNullException(nameof(limit)));
    }

    /// <summary>
    /// Limits the rate of calls about as EC2 does ("Request throttling for the Amazon EC2 API"): 50 calls and 5 a second for peering
    /// mutations, which count as resource-intensive, and 100 calls and 20 a second for everything else.
    /// </summary>
    public void LimitAsEc2()
    {
        foreach (string verb in new[] { "Create", "Accept", "Reject", "Delete" })
            Limit(new RateLimit { Action = verb + "VpcPeeringConnection", Capacity = 50, RefillPerSecond = 5 });
        Limit(new RateLimit());
    }

    /// <summary>Everything goes right again.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules.Clear();
            _limits.Clear();
            _buckets.Clear();
            VisibilityDelay = TimeSpan.Zero;
            InvisibleReads = 0;
            InvisiblePrefix = null;
        }
    }

    /// <summary>The rule that harms this call; null when it goes right.</summary>
    internal FaultRule? Take(string action, string? accountId, string region)
    {
        lock (_lock) return _rules.Find(rule => rule.Take(action, accountId, region));
    }

    /// <summary>Whether the call's bucket has a token for it.</summary>
    internal bool HasTokenFor(string action, string? accountId, string region, DateTime now)
    {
        lock (_lock)
        {
            if (_limits.Find(known => Wildcard.Matches(known.Action, action)) is not { } limit) return true;
            var key = (accountId, region, action);
            if (!_buckets.TryGetValue(key, out TokenBucket? bucket)) _buckets.Add(key, bucket = new TokenBucket(limit, now));
            return bucket.TryTake(now);
        }
    }
}
