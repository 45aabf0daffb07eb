namespace NetConnect.Peering;

/// <summary>Lets a VPC be given by its Name tag instead of its id.</summary>
internal static class VpcName
{
    /// <summary>The id of the VPC: the text itself where it is an id, else the one VPC with that Name tag.</summary>
    /// <exception cref="NetConnectException">The id is malformed, or the name is that of no VPC or of several.</exception>
    public static async Task<string> ResolveAsync(IVpcApi api, string idOrName, CancellationToken cancellationToken)
    {
        if (ResourceId.HasPrefix("vpc", idOrName))
            return ResourceId.Check("vpc", idOrName);
        List<Vpc> named = (await api.ListVpcsAsync(cancellationToken).ConfigureAwait(false)).Where(vpc => vpc.Name == idOrName).ToList();
        return named.Count switch
        {
            1 => named[0].VpcId,
            0 => throw new NetConnectException(ErrorIds.VpcNotFound, ErrorKind.NotFound, $"No VPC in {api.Region} has the id or Name tag '{idOrName}'. Check the name, the Region and the credentials.", idOrName),
            _ => throw new NetConnectException(ErrorIds.AmbiguousName, ErrorKind.InvalidInput, $"{named.Count} VPCs in {api.Region} are named '{idOrName}': {string.Join(", ", named)}. Give the id.", idOrName),
        };
    }
}
