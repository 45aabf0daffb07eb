namespace NetConnect;

/// <summary>A VPC peering with both of its sides, as one account sees it.</summary>
public sealed record VpcPeering
{
    /// <summary>The id, <c>pcx-…</c>.</summary>
    public string VpcPeeringConnectionId { get; init; } = "";

    /// <summary>The Name tag in this account, or null.</summary>
    public string? Name => Tags.TryGetValue("Name", out string? name) ? name : null;

    /// <summary>The state as AWS names it: <c>active</c>, <c>pending-acceptance</c>, <c>provisioning</c>, …</summary>
    public string Status { get; init; } = "";

    /// <summary>AWS's own words about the state.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>The VPC that asked for the peering.</summary>
    public string VpcId => Requester.VpcId;

    /// <summary>The VPC that accepts it.</summary>
    public string PeerVpcId => Accepter.VpcId;

    /// <summary>The side that asked for the peering.</summary>
    public VpcPeeringSide Requester { get; init; } = new();

    /// <summary>The side that accepts it.</summary>
    public VpcPeeringSide Accepter { get; init; } = new();

    /// <summary>When a request that nobody answers expires (UTC), seven days after it was made.</summary>
    public DateTime? ExpirationTime { get; init; }

    /// <summary>The tags in the account and Region that looked; each side has its own.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The id.</summary>
    public override string ToString() => VpcPeeringConnectionId;
}
