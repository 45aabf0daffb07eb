namespace NetConnect.PowerShell;

/// <summary>Completes the transit gateways that the account sees.</summary>
public sealed class TransitGatewayIdCompleter : ResourceCompleter
{
    private protected override async Task<IEnumerable<(string Id, string? Name, string Description)>> ListAsync(INetworkConnection connection, CancellationToken cancellationToken) =>
        (await connection.TransitGateways.ListTransitGatewaysAsync(cancellationToken))
            .Where(gateway => gateway.State is not ("deleting" or "deleted"))
            .Select(gateway => (gateway.TransitGatewayId, gateway.Name, $"{gateway.Name} {gateway.State}: ASN {gateway.AmazonSideAsn}".TrimStart()));
}
