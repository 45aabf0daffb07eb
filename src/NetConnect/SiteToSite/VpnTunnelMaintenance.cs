namespace NetConnect;

/// <summary>What AWS has to do on a tunnel's endpoint.</summary>
public sealed record VpnTunnelMaintenance
{
    /// <summary>Whether something waits to be done.</summary>
    public bool IsPending { get; init; }

    /// <summary>When AWS does it by itself (UTC), or null.</summary>
    public DateTime? AutoAppliedAfter { get; init; }

    /// <summary>When it was last done (UTC), or null.</summary>
    public DateTime? LastApplied { get; init; }

    /// <summary>Whether something waits, and until when.</summary>
    public override string ToString() => !IsPending ? "none pending" : AutoAppliedAfter is { } after ? $"pending until {after:u}" : "pending";
}
