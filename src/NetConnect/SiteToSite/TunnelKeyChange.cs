using System.Security;
using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>Gives tunnels new pre-shared keys, one after the other, so that the connection stays up.</summary>
public sealed class TunnelKeyChange
{
    private readonly INetworkConnection _connection;
    private readonly OperationContext _context;
    private readonly Func<VpnTunnelKey, CancellationToken, Task> _tellAsync;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the connections.</param>
    /// <param name="context">What it runs with.</param>
    /// <param name="tellAsync">Hears of the key of each tunnel as soon as AWS has it. The tunnel is waited for after that: it comes up when its device knows the key.</param>
    public TunnelKeyChange(INetworkConnection connection, OperationContext context, Func<VpnTunnelKey, CancellationToken, Task> tellAsync)
    {
        _connection = connection;
        _context = context;
        _tellAsync = tellAsync;
    }

    /// <summary>Plans to change the keys that are not yet as they are wanted. Running again goes on where it stopped.</summary>
    /// <param name="request">The connection, the tunnels, and how careful to be.</param>
    /// <param name="key">The key; null generates one for each tunnel.</param>
    /// <param name="olderThan">Of generated keys, those made since that time (UTC) are kept: they are of a run before.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Plan<IReadOnlyList<VpnTunnelStatus>>> PlanAsync(
        TunnelChangeRequest request, SecureString? key, DateTime olderThan, CancellationToken cancellationToken)
    {
        if (key is not null)
            PreSharedKeys.Check(key);
        SiteToSiteVpn vpn = await VpnName.GetAsync(_connection, request.IdOrName, cancellationToken).ConfigureAwait(false);
        vpn = await VpnSecrets.AddAsync(_connection.Vpns, vpn, cancellationToken).ConfigureAwait(false);
        List<VpnTunnel> tunnels = TunnelSequence.Tunnels(vpn, request.OutsideIpAddress);
        var works = new List<TunnelWork>();
        List<string> warnings = [.. VpnSecrets.Warnings(vpn, tunnels, "So it is not known whether a run before has changed it: it is changed.")];
        foreach ((string address, SecureString? present) in tunnels.Select(tunnel => (tunnel.OutsideIpAddress, tunnel.Options.PreSharedKey)))
        {
            bool isNew = present is not null && (key is null ? PreSharedKeys.GeneratedAt(present) >= olderThan : PreSharedKeys.AreEqual(present, key));
            works.Add(isNew ? Work(vpn, address, present!, isChanged: false) : Work(vpn, address, key ?? PreSharedKeys.Generate(_context.Clock.UtcNow), isChanged: true));
            if (isNew && key is null)
                warnings.Add($"Tunnel {address} of {vpn} keeps its key, generated {PreSharedKeys.GeneratedAt(present!):u}. -OlderThan (Get-Date) changes it all the same.");
        }
        return TunnelSequence.Plan(_connection.Vpns, _context, vpn, request, works, warnings);
    }

    private TunnelWork Work(SiteToSiteVpn vpn, string outsideIpAddress, SecureString key, bool isChanged)
    {
        var told = new VpnTunnelKey
        {
            VpnConnectionId = vpn.VpnConnectionId,
            VpnName = vpn.Name,
            Region = vpn.Region,
            OutsideIpAddress = outsideIpAddress,
            IsChanged = isChanged,
            PreSharedKey = key,
        };
        return new TunnelWork(outsideIpAddress, "Change the pre-shared key", !isChanged)
        {
            ApplyAsync = ct => _connection.Vpns.ModifyTunnelAsync(vpn.VpnConnectionId, outsideIpAddress, new VpnTunnelOption { PreSharedKey = key }, preSharedKeyStorage: null, ct),
            IsMadeAsync = ct => IsMadeAsync(vpn.VpnConnectionId, outsideIpAddress, key, ct),
            TellAsync = ct => _tellAsync(told, ct),
        };
    }

    private async Task<bool> IsMadeAsync(string vpnId, string outsideIpAddress, SecureString key, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, SecureString> live = await _connection.Vpns.ListPreSharedKeysAsync(vpnId, cancellationToken).ConfigureAwait(false);
        if (live.TryGetValue(outsideIpAddress, out SecureString? found))
            return PreSharedKeys.AreEqual(found, key);
        // The key is not told. The gate has just seen the connection available, so the change that goes on is ours.
        SiteToSiteVpn? vpn = await _connection.Vpns.FindVpnAsync(vpnId, cancellationToken).ConfigureAwait(false);
        return vpn?.State == VpnStates.Modifying;
    }
}
