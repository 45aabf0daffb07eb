namespace NetConnect.Peering;

/// <summary>Which peerings to list. With nothing set: all that are alive.</summary>
public sealed record PeeringQuery
{
    /// <summary>Only the peering with this id or Name tag, alive or dead.</summary>
    public string? IdOrName { get; init; }

    /// <summary>Only peerings that have this VPC, an id or a Name tag, on either side.</summary>
    public string? VpcId { get; init; }

    /// <summary>Only these states.</summary>
    public IReadOnlyCollection<string> Statuses { get; init; } = [];

    /// <summary>Only peerings that have all of these tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether dead ones, which AWS shows for hours or days, are listed too.</summary>
    public bool IncludeDeleted { get; init; }

    internal bool Selects(VpcPeering peering) =>
        (IncludeDeleted || IdOrName is not null || Statuses.Count > 0 || peering.IsLive())
        && (VpcId is null || peering.VpcId == VpcId || peering.PeerVpcId == VpcId)
        && (Statuses.Count == 0 || Statuses.Contains(peering.Status, StringComparer.OrdinalIgnoreCase))
        && !peering.Tags.Lacks(Tags);
}
