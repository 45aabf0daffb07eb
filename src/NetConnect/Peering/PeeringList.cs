namespace NetConnect.Peering;

/// <summary>Lists peerings, with the names of those VPCs that the credentials see.</summary>
public sealed class PeeringList
{
    private readonly IVpcApi _own;
    private readonly IVpcApi _peer;

    /// <summary>Creates the operation.</summary>
    /// <param name="own">The account and Region whose peerings are listed.</param>
    /// <param name="peer">The account and Region that knows the names of the other side; the same where there is none.</param>
    public PeeringList(IVpcApi own, IVpcApi peer)
    {
        _own = own;
        _peer = peer;
    }

    /// <summary>The peerings that the query selects.</summary>
    /// <exception cref="NetConnectException">A peering was asked for by id or name, and is not there.</exception>
    public async Task<IReadOnlyList<VpcPeering>> ListAsync(PeeringQuery query, CancellationToken cancellationToken)
    {
        if (query.VpcId is { } vpc)
            query = query with { VpcId = await VpcName.ResolveAsync(_own, vpc, cancellationToken).ConfigureAwait(false) };
        Task<IReadOnlyList<Vpc>>[] vpcs = new[] { _own, _peer }.Distinct().Select(api => api.ListVpcsAsync(cancellationToken)).ToArray();
        Task<IReadOnlyList<VpcPeering>> peerings = query.IdOrName is { } idOrName ? OneAsync(idOrName, cancellationToken) : _own.ListPeeringsAsync(cancellationToken);
        await Task.WhenAll([.. vpcs, peerings]).ConfigureAwait(false);
        // A VPC that is shared with the other account stands in both lists.
        Dictionary<string, string?> names = vpcs.SelectMany(list => list.Result).GroupBy(vpc => vpc.VpcId).ToDictionary(same => same.Key, same => same.First().Name);
        return peerings.Result.Where(query.Selects).Select(peering => peering with { Requester = Named(peering.Requester), Accepter = Named(peering.Accepter) }).ToList();

        VpcPeeringSide Named(VpcPeeringSide side) => names.TryGetValue(side.VpcId, out string? name) ? side with { Name = name } : side;
    }

    private async Task<IReadOnlyList<VpcPeering>> OneAsync(string idOrName, CancellationToken cancellationToken) =>
        [await PeeringName.GetAsync(_own, idOrName, cancellationToken).ConfigureAwait(false)];
}
