namespace NetConnect.Sandbox;

/// <summary>How often an action may be called: a token bucket for each account, Region and action, as in EC2.</summary>
public sealed class RateLimit
{
    /// <summary>The actions it is for; wildcards are allowed, and the first limit that matches holds.</summary>
    public string Action { get; set; } = "*";

    /// <summary>How many calls a full bucket allows at once.</summary>
    public int Capacity { get; set; } = 100;

    /// <summary>How many calls a second are allowed in the long run.</summary>
    public double RefillPerSecond { get; set; } = 20;
}
