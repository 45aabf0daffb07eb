namespace NetConnect.SiteToSite;

/// <summary>Which connections to list. With nothing set: all that exist.</summary>
public sealed record VpnQuery
{
    /// <summary>Only the connection with this id or Name tag, deleted or not.</summary>
    public string? IdOrName { get; init; }

    /// <summary>Only connections into this VPC, an id or a Name tag.</summary>
    public string? VpcId { get; init; }

    /// <summary>Only connections to this transit gateway, an id or a Name tag.</summary>
    public string? TransitGatewayId { get; init; }

    /// <summary>Only connections of this virtual private, transit or customer gateway, by id.</summary>
    public string? GatewayId { get; init; }

    /// <summary>Only connections that have all of these tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the tunnels' options hold their pre-shared keys.</summary>
    public bool IncludeSecret { get; init; }

    /// <summary>Whether deleted ones, which AWS shows for a while, are listed too.</summary>
    public bool IncludeDeleted { get; init; }

    /// <summary>Whether a connection has what its own description tells; its VPC is known only to its gateway.</summary>
    internal bool Selects(SiteToSiteVpn vpn) =>
        (IncludeDeleted || VpnStates.IsLive(vpn.State))
        && (GatewayId is null || GatewayId == vpn.VpnGatewayId || GatewayId == vpn.TransitGatewayId || GatewayId == vpn.CustomerGatewayId)
        && !vpn.Tags.Lacks(Tags);
}
