using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox;

/// <summary>A fault ordered for calls to come: which calls, how many of them, and what happens to them.</summary>
public sealed class FaultRule
{
    /// <summary>The action (<c>CreateRoute</c>); wildcards are allowed.</summary>
    public string Action { get; set; } = "*";

    /// <summary>What happens.</summary>
    public FaultKind Kind { get; set; }

    /// <summary>How many matching calls it happens to; 0 or less means every one.</summary>
    public int Count { get; set; } = 1;

    /// <summary>How many matching calls pass unharmed first.</summary>
    public int Skip { get; set; }

    /// <summary>Only calls of this account; null means any.</summary>
    public string? AccountId { get; set; }

    /// <summary>Only calls in this Region; null means any.</summary>
    public string? Region { get; set; }

    /// <summary>How late the answer is, for <see cref="FaultKind.Delay"/>.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>How many calls the rule has harmed so far.</summary>
    public int Hits { get; private set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Action}";

    /// <summary>Whether the rule harms this call; counts the call when it matches.</summary>
    internal bool Take(string action, string? accountId, string region)
    {
        if (!Wildcard.Matches(Action, action) || (AccountId is not null && AccountId != accountId)
            || (Region is not null && Region != region))
            return false;
        if (Skip > 0)
        {
            Skip--;
            return false;
        }
        if (Count > 0 && Hits >= Count) return false;
        Hits++;
        return true;
    }
}
