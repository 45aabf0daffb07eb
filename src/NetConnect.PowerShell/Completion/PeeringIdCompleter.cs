using NetConnect.Peering;

namespace NetConnect.PowerShell;

/// <summary>Completes the live peerings.</summary>
public sealed class PeeringIdCompleter : ResourceCompleter
{
    private protected override async Task<IEnumerable<(string Id, string? Name, string Description)>> ListAsync(INetworkConnection connection, CancellationToken cancellationToken) =>
        (await new PeeringList(connection.Vpcs, connection.Vpcs).ListAsync(new PeeringQuery(), cancellationToken))
            .Select(peering => (peering.VpcPeeringConnectionId, peering.Name, $"{peering.Status}: {peering.Requester.Name} {peering.Requester} to {peering.Accepter.Name} {peering.Accepter}"));
}
