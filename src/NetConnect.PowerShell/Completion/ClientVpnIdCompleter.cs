namespace NetConnect.PowerShell;

/// <summary>Completes the live Client VPN endpoints.</summary>
public sealed class ClientVpnIdCompleter : ResourceCompleter
{
    private protected override async Task<IEnumerable<(string Id, string? Name, string Description)>> ListAsync(INetworkConnection connection, CancellationToken cancellationToken) =>
        (await connection.ClientVpns.ListEndpointsAsync(cancellationToken))
            .Where(endpoint => endpoint.State is not ("deleting" or "deleted"))
            .Select(endpoint => (endpoint.ClientVpnEndpointId, endpoint.Name, $"{endpoint.State}: {endpoint.ClientCidrBlock} {endpoint.VpcId}".TrimEnd()));
}
