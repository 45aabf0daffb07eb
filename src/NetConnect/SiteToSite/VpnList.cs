using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>Lists connections with what their gateways and the VPC's route tables tell of them.</summary>
public sealed class VpnList
{
    private readonly INetworkConnection _connection;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region whose connections are listed.</param>
    public VpnList(INetworkConnection connection) => _connection = connection;

    /// <summary>The connections that the query selects.</summary>
    /// <exception cref="NetConnectException">A connection was asked for by id or name, and is not there.</exception>
    public async Task<IReadOnlyList<SiteToSiteVpn>> ListAsync(VpnQuery query, CancellationToken cancellationToken)
    {
        string? vpcId = query.VpcId is null ? null : await VpcName.ResolveAsync(_connection.Vpcs, query.VpcId, cancellationToken).ConfigureAwait(false);
        string? transitGatewayId = query.TransitGatewayId is null
            ? null
            : (await TransitGatewayName.GetAsync(_connection, query.TransitGatewayId, cancellationToken).ConfigureAwait(false)).TransitGatewayId;
        VpnWorld world = await VpnWorld.ReadAsync(_connection.Vpns, cancellationToken).ConfigureAwait(false);
        List<SiteToSiteVpn> selected = query.IdOrName is { } idOrName
            ? [VpnName.Get(_connection, world.Vpns, idOrName)]
            : world.Vpns.Where(vpn => query.Selects(vpn) && (transitGatewayId is null || vpn.TransitGatewayId == transitGatewayId)).ToList();
        SiteToSiteVpn[] complete = await Task.WhenAll(selected.Select(vpn => world.CompleteAsync(vpn, _connection, cancellationToken))).ConfigureAwait(false);
        return vpcId is null ? complete : complete.Where(vpn => vpn.VpcId == vpcId).ToList();
    }

    /// <summary>Reads the connections that the query selects, as a plan that changes nothing; it warns of keys that were asked for and are not told.</summary>
    /// <exception cref="NetConnectException">A connection was asked for by id or name, and is not there.</exception>
    public async Task<Plan<IReadOnlyList<SiteToSiteVpn>>> PlanAsync(VpnQuery query, CancellationToken cancellationToken)
    {
        IReadOnlyList<SiteToSiteVpn> vpns = await ListAsync(query, cancellationToken).ConfigureAwait(false);
        if (!query.IncludeSecret)
            return new Plan<IReadOnlyList<SiteToSiteVpn>>(vpns);
        SiteToSiteVpn[] withKeys = await Task.WhenAll(vpns.Select(vpn => VpnSecrets.AddAsync(_connection.Vpns, vpn, cancellationToken))).ConfigureAwait(false);
        return new Plan<IReadOnlyList<SiteToSiteVpn>>(
            [],
            _ => Task.FromResult<IReadOnlyList<SiteToSiteVpn>?>(withKeys),
            withKeys.SelectMany(vpn => VpnSecrets.Warnings(vpn, vpn.Tunnels, "")).ToList());
    }
}
