namespace NetConnect.SiteToSite;

/// <summary>Which tunnels to change, and how careful to be.</summary>
public sealed record TunnelChangeRequest
{
    /// <summary>The connection, an id or a Name tag.</summary>
    public required string IdOrName { get; init; }

    /// <summary>The tunnel, by the address of its AWS end; null for both, one after the other.</summary>
    public string? OutsideIpAddress { get; init; }

    /// <summary>Whether a tunnel is changed even while the other one is down.</summary>
    public bool AllowOutage { get; init; }

    /// <summary>Whether to wait until a changed tunnel is up again.</summary>
    public bool Wait { get; init; } = true;
}
