namespace NetConnect.SiteToSite;

/// <summary>Lets a VPN connection be given by its Name tag instead of its id.</summary>
internal static class VpnName
{
    /// <summary>The connection with that id, or the one live connection with that Name tag.</summary>
    /// <exception cref="NetConnectException">The id is malformed, or there is no such connection, or several have the name.</exception>
    public static async Task<SiteToSiteVpn> GetAsync(INetworkConnection connection, string idOrName, CancellationToken cancellationToken) =>
        ResourceId.HasPrefix("vpn", idOrName)
            ? await connection.Vpns.FindVpnAsync(ResourceId.Check("vpn", idOrName), cancellationToken).ConfigureAwait(false) ?? throw NotFound(connection, idOrName)
            : Get(connection, await connection.Vpns.ListVpnsAsync(cancellationToken).ConfigureAwait(false), idOrName);

    /// <summary>The same, out of connections that were read already.</summary>
    public static SiteToSiteVpn Get(INetworkConnection connection, IReadOnlyList<SiteToSiteVpn> vpns, string idOrName)
    {
        if (ResourceId.HasPrefix("vpn", idOrName))
            return vpns.FirstOrDefault(vpn => vpn.VpnConnectionId == ResourceId.Check("vpn", idOrName)) ?? throw NotFound(connection, idOrName);
        List<SiteToSiteVpn> named = vpns.Where(vpn => VpnStates.IsLive(vpn.State) && vpn.Name == idOrName).ToList();
        return named.Count switch
        {
            1 => named[0],
            0 => throw NotFound(connection, idOrName),
            _ => throw new NetConnectException(
                ErrorIds.AmbiguousName,
                ErrorKind.InvalidInput,
                $"{named.Count} VPN connections in {connection.Region} are named '{idOrName}': {string.Join(", ", named)}. Give the id.",
                idOrName),
        };
    }

    private static NetConnectException NotFound(INetworkConnection connection, string idOrName) => new(
        ErrorIds.VpnNotFound,
        ErrorKind.NotFound,
        $"'{idOrName}' is not a VPN connection of this account in {connection.Region}. Check it, -Region and the credentials; Get-SiteToSiteVpn lists what there is.",
        idOrName);
}
