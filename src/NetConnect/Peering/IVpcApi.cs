using NetConnect.Addressing;

namespace NetConnect;

/// <summary>What the engine asks of one account in one Region about VPCs, routes and peerings.</summary>
/// <remarks>Reads made side by side may be answered by one call. Finders answer null for what is not there; they show dead peerings, which callers judge.
/// Every method throws <see cref="NetConnectException"/> for what AWS refuses. A create whose answer was lost throws <see cref="AnswerLostException"/>.</remarks>
public interface IVpcApi
{
    /// <summary>The Region of every call.</summary>
    string Region { get; }

    /// <summary>The same credentials in another Region; this one where it is the same Region.</summary>
    IVpcApi InRegion(string region);

    /// <summary>All VPCs of the account and Region.</summary>
    Task<IReadOnlyList<Vpc>> ListVpcsAsync(CancellationToken cancellationToken);

    /// <summary>The route tables of a VPC; none where this account and Region do not own it, because every VPC has a main table.</summary>
    Task<IReadOnlyList<RouteTable>> ListRouteTablesAsync(string vpcId, CancellationToken cancellationToken);

    /// <summary>The subnets of a VPC.</summary>
    Task<IReadOnlyList<Subnet>> ListSubnetsAsync(string vpcId, CancellationToken cancellationToken);

    /// <summary>The subnet, or null where this account and Region do not see it.</summary>
    Task<Subnet?> FindSubnetAsync(string subnetId, CancellationToken cancellationToken);

    /// <summary>The security groups of a VPC.</summary>
    Task<IReadOnlyList<SecurityGroup>> ListSecurityGroupsAsync(string vpcId, CancellationToken cancellationToken);

    /// <summary>Whether the VPC has enableDnsHostnames, which AWS allows only together with enableDnsSupport.</summary>
    Task<bool> HasDnsHostnamesAsync(string vpcId, CancellationToken cancellationToken);

    /// <summary>All peerings that the account and Region see, dead ones included.</summary>
    Task<IReadOnlyList<VpcPeering>> ListPeeringsAsync(CancellationToken cancellationToken);

    /// <summary>The peerings of two VPCs in either direction, dead ones included.</summary>
    Task<IReadOnlyList<VpcPeering>> ListPeeringsAsync(string vpcId, string peerVpcId, CancellationToken cancellationToken);

    /// <summary>The peering, or null where this account and Region do not see it.</summary>
    Task<VpcPeering?> FindPeeringAsync(string peeringId, CancellationToken cancellationToken);

    /// <summary>Requests a peering. AWS has no idempotency token for this: look first.</summary>
    Task<VpcPeering> CreatePeeringAsync(
        string vpcId, string peerVpcId, string peerOwnerId, string peerRegion, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <summary>Accepts a request; only the accepter's owner in the accepter's Region may.</summary>
    Task<VpcPeering> AcceptPeeringAsync(string peeringId, CancellationToken cancellationToken);

    /// <summary>Rejects a request; only the accepter's owner in the accepter's Region may.</summary>
    Task RejectPeeringAsync(string peeringId, CancellationToken cancellationToken);

    /// <summary>Deletes a peering; one that is already gone is success.</summary>
    Task DeletePeeringAsync(string peeringId, CancellationToken cancellationToken);

    /// <summary>Sets whether a side resolves the other VPC's DNS names to private addresses. A null side is left as it is.</summary>
    Task SetPeeringDnsAsync(string peeringId, bool? requester, bool? accepter, CancellationToken cancellationToken);

    /// <summary>Adds a route to a peering.</summary>
    Task CreateRouteAsync(string routeTableId, Cidr destination, string peeringId, CancellationToken cancellationToken);

    /// <summary>Points an existing route at a peering.</summary>
    Task ReplaceRouteAsync(string routeTableId, Cidr destination, string peeringId, CancellationToken cancellationToken);

    /// <summary>Deletes a route; one that is already gone is success.</summary>
    Task DeleteRouteAsync(string routeTableId, Cidr destination, CancellationToken cancellationToken);

    /// <summary>Sets tags on a resource, overwriting the values of keys that it has.</summary>
    Task SetTagsAsync(string resourceId, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <summary>Removes the tags with these keys from a resource; those that it does not have are success.</summary>
    Task RemoveTagsAsync(string resourceId, IReadOnlyCollection<string> keys, CancellationToken cancellationToken);
}
