using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>Changes tunnels one after the other, so that the connection stays up: their options, or the endpoint that AWS wants to replace.</summary>
public sealed class TunnelChange
{
    private readonly INetworkConnection _connection;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the connections.</param>
    /// <param name="context">What it runs with.</param>
    public TunnelChange(INetworkConnection connection, OperationContext context)
    {
        _connection = connection;
        _context = context;
    }

    /// <summary>Plans to give tunnels the options that they do not have yet. Running again goes on where it stopped.</summary>
    /// <param name="request">The connection, the tunnels, and how careful to be.</param>
    /// <param name="options">The options; what is null stays as it is.</param>
    /// <param name="preSharedKeyStorage">Where AWS is to keep the keys, <c>Standard</c> or <c>SecretsManager</c>; null leaves them where they are.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Plan<IReadOnlyList<VpnTunnelStatus>>> PlanOptionsAsync(
        TunnelChangeRequest request, VpnTunnelOption options, string? preSharedKeyStorage, CancellationToken cancellationToken)
    {
        SiteToSiteVpn vpn = await VpnName.GetAsync(_connection, request.IdOrName, cancellationToken).ConfigureAwait(false);
        if (options.HasPreSharedKey)
            vpn = await VpnSecrets.AddAsync(_connection.Vpns, vpn, cancellationToken).ConfigureAwait(false);
        List<VpnTunnel> tunnels = TunnelSequence.Tunnels(vpn, request.OutsideIpAddress);
        await CheckAsync(vpn, tunnels, options, cancellationToken).ConfigureAwait(false);
        return TunnelSequence.Plan(
            _connection.Vpns,
            _context,
            vpn,
            request,
            tunnels.ConvertAll(tunnel => new TunnelOptionChange(_connection.Vpns, vpn.VpnConnectionId, options, preSharedKeyStorage).For(tunnel)),
            options.HasPreSharedKey ? VpnSecrets.Warnings(vpn, tunnels, "So it is set, whether or not the tunnel has it already.") : []);
    }

    /// <summary>Plans to apply the maintenance that waits for tunnels.</summary>
    /// <param name="request">The connection, the tunnels, and how careful to be.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Plan<IReadOnlyList<VpnTunnelStatus>>> PlanMaintenanceAsync(TunnelChangeRequest request, CancellationToken cancellationToken)
    {
        SiteToSiteVpn vpn = await VpnName.GetAsync(_connection, request.IdOrName, cancellationToken).ConfigureAwait(false);
        TunnelWork[] works = await Task.WhenAll(
            TunnelSequence.Tunnels(vpn, request.OutsideIpAddress).Select(tunnel => MaintenanceWorkAsync(vpn, tunnel, cancellationToken))).ConfigureAwait(false);
        return TunnelSequence.Plan(_connection.Vpns, _context, vpn, request, works);
    }

    private async Task<TunnelWork> MaintenanceWorkAsync(SiteToSiteVpn vpn, VpnTunnel tunnel, CancellationToken cancellationToken)
    {
        bool isPending = await IsPendingAsync(cancellationToken).ConfigureAwait(false);
        return new TunnelWork(tunnel.OutsideIpAddress, "Apply pending maintenance", !isPending)
        {
            ApplyAsync = ct => _connection.Vpns.ReplaceTunnelAsync(vpn.VpnConnectionId, tunnel.OutsideIpAddress, ct),
            IsMadeAsync = async ct => !await IsPendingAsync(ct).ConfigureAwait(false),
        };

        async Task<bool> IsPendingAsync(CancellationToken ct) =>
            (await _connection.Vpns.GetTunnelMaintenanceAsync(vpn.VpnConnectionId, tunnel.OutsideIpAddress, ct).ConfigureAwait(false)).IsPending;
    }

    private async Task CheckAsync(SiteToSiteVpn vpn, List<VpnTunnel> tunnels, VpnTunnelOption options, CancellationToken cancellationToken)
    {
        if (tunnels.Count > 1 && (options.TunnelInsideCidr ?? options.TunnelInsideIpv6Cidr) is { } inside)
            throw new NetConnectException(
                ErrorIds.InvalidParameter,
                ErrorKind.InvalidInput,
                $"The inside CIDR {inside} can be that of one tunnel only. Name the tunnel: -OutsideIpAddress {string.Join(" or ", vpn.Tunnels)}.",
                vpn.VpnConnectionId);
        bool movesInside = (options.TunnelInsideCidr ?? options.TunnelInsideIpv6Cidr) is not null;
        IReadOnlyList<SiteToSiteVpn> all = movesInside ? await _connection.Vpns.ListVpnsAsync(cancellationToken).ConfigureAwait(false) : [vpn];
        foreach (VpnTunnel tunnel in tunnels)
        {
            VpnTunnelOptionRules.Check(options, new VpnTunnelOptionContext
            {
                IsTransitGateway = vpn.VpnGatewayId is null,
                InsideIsIpv6 = vpn.TunnelInsideIpVersion == "ipv6",
                InsideCidrsInUse =
                [
                    .. VpnWorld.InsideCidrsInUse(all.Where(other =>
                        other.VpnConnectionId != vpn.VpnConnectionId && other.VpnGatewayId == vpn.VpnGatewayId && other.TransitGatewayId == vpn.TransitGatewayId)),
                    .. vpn.Tunnels.Where(other => other.OutsideIpAddress != tunnel.OutsideIpAddress).SelectMany(VpnWorld.InsideCidrs),
                ],
                Current = tunnel.Options,
            });
        }
    }
}
