namespace NetConnect.Peering;

/// <summary>The peering that a user asks for.</summary>
public sealed record PeeringRequest
{
    /// <summary>The VPC of the requesting side, an id or a Name tag.</summary>
    public required string VpcId { get; init; }

    /// <summary>The VPC of the accepting side, an id or a Name tag.</summary>
    public required string PeerVpcId { get; init; }

    /// <summary>The account of the accepting side where no credentials of it are at hand: the request is then left for its owner to accept.</summary>
    public string? PeerOwnerId { get; init; }

    /// <summary>The sides whose public DNS names resolve to private addresses from the other side; null leaves that as it is.</summary>
    public PeeringSides? DnsResolution { get; init; }

    /// <summary>Whether to read first that both VPCs have the attributes that DNS resolution needs: one call a VPC. Without it EC2 refuses the option
    /// once the peering is made.</summary>
    public bool CheckDnsAttributes { get; init; } = true;

    /// <summary>Tags for the peering, on both sides: each account and Region keeps its own.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The routes to make on both sides; null makes none.</summary>
    public PeeringRouteRequest? Routes { get; init; }

    /// <summary>Whether to give the peering back before it is active. DNS options and routes then wait for the next run.</summary>
    public bool NoWait { get; init; }
}
