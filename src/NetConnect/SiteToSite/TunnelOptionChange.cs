namespace NetConnect.SiteToSite;

/// <summary>Gives tunnels options that they do not have yet, or has their keys kept elsewhere.</summary>
internal sealed class TunnelOptionChange(IVpnApi api, string vpnId, VpnTunnelOption options, string? preSharedKeyStorage)
{
    public TunnelWork For(VpnTunnel tunnel)
    {
        List<string> differences = Differences(tunnel);
        // EC2 wants at least one option, also where only the storage changes: one that stays as it is.
        VpnTunnelOption given = differences.SequenceEqual([nameof(VpnTunnel.PreSharedKeyStorage)])
            ? new VpnTunnelOption { EnableTunnelLifecycleControl = tunnel.Options.EnableTunnelLifecycleControl ?? false }
            : options;
        return new TunnelWork(tunnel.OutsideIpAddress, $"Change {string.Join(", ", differences)}", differences.Count == 0)
        {
            ApplyAsync = ct => api.ModifyTunnelAsync(vpnId, tunnel.OutsideIpAddress, given, preSharedKeyStorage, ct),
            IsMadeAsync = ct => IsMadeAsync(tunnel.OutsideIpAddress, ct),
        };
    }

    private List<string> Differences(VpnTunnel tunnel)
    {
        List<string> names = [.. TunnelOptionComparison.Differences(tunnel.Options, options)];
        if (preSharedKeyStorage is not null && tunnel.PreSharedKeyStorage is { } storage && storage != preSharedKeyStorage)
            names.Add(nameof(tunnel.PreSharedKeyStorage));
        return names;
    }

    private async Task<bool> IsMadeAsync(string outsideIpAddress, CancellationToken cancellationToken)
    {
        if (await api.FindVpnAsync(vpnId, cancellationToken).ConfigureAwait(false) is not { } vpn)
            return false;
        if (options.HasPreSharedKey)
            vpn = await VpnSecrets.AddAsync(api, vpn, cancellationToken).ConfigureAwait(false);
        if (vpn.Tunnels.FirstOrDefault(tunnel => tunnel.OutsideIpAddress == outsideIpAddress) is not { } now)
            return false;
        List<string> differences = Differences(now);
        // A key that is not told cannot be compared. The gate has just seen the connection available, so a change that goes on is ours.
        return differences.Count == 0 || (differences.SequenceEqual([nameof(options.PreSharedKey)]) && !now.Options.HasPreSharedKey && vpn.State == VpnStates.Modifying);
    }
}
