using NetConnect.SiteToSite;

namespace NetConnect.PowerShell;

/// <summary>Completes the live site-to-site VPN connections.</summary>
public sealed class VpnIdCompleter : ResourceCompleter
{
    private protected override async Task<IEnumerable<(string Id, string? Name, string Description)>> ListAsync(INetworkConnection connection, CancellationToken cancellationToken) =>
        (await new VpnList(connection).ListAsync(new VpnQuery(), cancellationToken))
            .Select(vpn => (vpn.VpnConnectionId, vpn.Name, $"{vpn.Name} {vpn.State}: {vpn.CustomerGatewayIpAddress} to {vpn.VpcId ?? vpn.TransitGatewayId}".TrimStart()));
}
