namespace NetConnect;

/// <summary>How a route over a peering stands.</summary>
public enum PeeringRouteState
{
    /// <summary>It points at the peering and carries traffic.</summary>
    Active,

    /// <summary>It points at the peering, and the peering does not carry traffic.</summary>
    Blackhole,

    /// <summary>The table has no route to the destination.</summary>
    Missing,

    /// <summary>The destination points at another target, which is gone.</summary>
    Stale,

    /// <summary>The destination points at another target, which is alive.</summary>
    Conflict,

    /// <summary>It points at the peering, and the destination is not wanted there.</summary>
    Extra,
}
