namespace NetConnect.SiteToSite;

/// <summary>Which tunnels to look at, and how closely.</summary>
public sealed record VpnTunnelQuery
{
    /// <summary>The connections whose tunnels they are.</summary>
    public VpnQuery Vpns { get; init; } = new();

    /// <summary>Whether to read what the ends agreed on, which costs a call for each tunnel.</summary>
    public bool IncludeNegotiation { get; init; }

    /// <summary>Whether to read what AWS has to do on the endpoint, which costs a call for each tunnel.</summary>
    public bool IncludeMaintenance { get; init; }
}
