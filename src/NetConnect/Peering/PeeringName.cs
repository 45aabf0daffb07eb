namespace NetConnect.Peering;

/// <summary>Lets a peering be given by its Name tag instead of its id.</summary>
internal static class PeeringName
{
    /// <summary>The peering with that id, or the one live peering with that Name tag.</summary>
    /// <exception cref="NetConnectException">The id is malformed, or there is no such peering, or several have the name.</exception>
    public static async Task<VpcPeering> GetAsync(IVpcApi api, string idOrName, CancellationToken cancellationToken)
    {
        if (ResourceId.HasPrefix("pcx", idOrName))
            return await api.FindPeeringAsync(ResourceId.Check("pcx", idOrName), cancellationToken).ConfigureAwait(false) ?? throw NotFound(api, idOrName);
        List<VpcPeering> named = (await api.ListPeeringsAsync(cancellationToken).ConfigureAwait(false))
            .Where(peering => peering.IsLive() && peering.Name == idOrName)
            .ToList();
        return named.Count switch
        {
            1 => named[0],
            0 => throw NotFound(api, idOrName),
            _ => throw new NetConnectException(
                ErrorIds.AmbiguousName, ErrorKind.InvalidInput, $"{named.Count} peerings in {api.Region} are named '{idOrName}': {string.Join(", ", named)}. Give the id.", idOrName),
        };
    }

    private static NetConnectException NotFound(IVpcApi api, string idOrName) => new(
        ErrorIds.PeeringNotFound,
        ErrorKind.NotFound,
        $"'{idOrName}' is not a peering that these credentials see in {api.Region}. Check it, -Region and the credentials; Get-VpcPeering lists what they see.",
        idOrName);
}
