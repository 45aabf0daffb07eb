namespace NetConnect;

/// <summary>Which sides of a peering something is about.</summary>
[Flags]
public enum PeeringSides
{
    /// <summary>Neither side.</summary>
    None = 0,

    /// <summary>The side that asked for the peering.</summary>
    Requester = 1,

    /// <summary>The side that accepts it.</summary>
    Accepter = 2,

    /// <summary>Both sides.</summary>
    Both = Requester | Accepter,
}
