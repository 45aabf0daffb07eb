using NetConnect.Peering;

namespace NetConnect.SiteToSite;

/// <summary>The connections that a query selects, found once and read as often as is wanted: one call for one connection as for all.</summary>
internal sealed class VpnSelection
{
    private readonly IVpnApi _api;
    private readonly VpnQuery _query;
    private readonly HashSet<string>? _vpnGatewayIds;

    private VpnSelection(IVpnApi api, VpnQuery query, string? vpnId, HashSet<string>? vpnGatewayIds)
    {
        _api = api;
        _query = query;
        VpnConnectionId = vpnId;
        _vpnGatewayIds = vpnGatewayIds;
    }

    /// <summary>The one connection that was asked for, or null where it may be any number.</summary>
    public string? VpnConnectionId { get; }

    /// <summary>Looks for what the query names, and gives the connections too.</summary>
    /// <exception cref="NetConnectException">A connection or VPC was asked for by id or name, and is not there.</exception>
    public static async Task<(VpnSelection Selection, IReadOnlyList<SiteToSiteVpn> Vpns)> FindAsync(INetworkConnection connection, VpnQuery query, CancellationToken cancellationToken)
    {
        if (query.IdOrName is { } idOrName)
        {
            SiteToSiteVpn vpn = await VpnName.GetAsync(connection, idOrName, cancellationToken).ConfigureAwait(false);
            return (new VpnSelection(connection.Vpns, query, vpn.VpnConnectionId, null), [vpn]);
        }
        // Side by side: the gateways tell which of the connections lead into the VPC.
        Task<HashSet<string>?> vpnGatewayIds = VpnGatewayIdsAsync(connection, query.VpcId, cancellationToken);
        Task<IReadOnlyList<SiteToSiteVpn>> all = connection.Vpns.ListVpnsAsync(cancellationToken);
        await Task.WhenAll(vpnGatewayIds, all).ConfigureAwait(false);
        var selection = new VpnSelection(connection.Vpns, query, null, vpnGatewayIds.Result);
        return (selection, selection.Of(all.Result));
    }

    /// <summary>The connections as they are now, those that do not exist any more left out.</summary>
    public async Task<IReadOnlyList<SiteToSiteVpn>> ReadAsync(CancellationToken cancellationToken)
    {
        if (VpnConnectionId is null)
            return Of(await _api.ListVpnsAsync(cancellationToken).ConfigureAwait(false));
        return await _api.FindVpnAsync(VpnConnectionId, cancellationToken).ConfigureAwait(false) is { } vpn && VpnStates.IsLive(vpn.State) ? [vpn] : [];
    }

    private List<SiteToSiteVpn> Of(IReadOnlyList<SiteToSiteVpn> all) =>
        all.Where(vpn => _query.Selects(vpn) && (_vpnGatewayIds is null || (vpn.VpnGatewayId is { } id && _vpnGatewayIds.Contains(id)))).ToList();

    private static async Task<HashSet<string>?> VpnGatewayIdsAsync(INetworkConnection connection, string? idOrName, CancellationToken cancellationToken)
    {
        if (idOrName is null)
            return null;
        Task<IReadOnlyList<VpnGateway>> gateways = connection.Vpns.ListVpnGatewaysAsync(cancellationToken);
        string vpcId = await VpcName.ResolveAsync(connection.Vpcs, idOrName, cancellationToken).ConfigureAwait(false);
        return [.. (await gateways.ConfigureAwait(false)).Where(gateway => gateway.VpcId == vpcId && gateway.AttachmentState == VpnStates.Attached).Select(gateway => gateway.VpnGatewayId)];
    }
}
