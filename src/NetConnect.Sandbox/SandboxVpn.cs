using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Vpn;
using NetConnect.Sandbox.Ec2.Vpn.Tunnels;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox;

/// <summary>The devices at the other ends of VPN tunnels, and what befalls the tunnels, which are known by outside address.</summary>
public sealed class SandboxVpn
{
    private readonly SandboxWorld _world;

    internal SandboxVpn(SandboxWorld world) => _world = world;

    /// <summary>Connects a device that is configured as the tunnel is now. It keeps trying: what it is fit for brings it back.</summary>
    /// <param name="vpnConnectionId">The connection.</param>
    /// <param name="outsideIpAddress">The address of the AWS end of the tunnel.</param>
    /// <param name="bgpRoutes">The networks that the device announces, where routes are not static.</param>
    /// <exception cref="ArgumentException">There is no such tunnel, or a network is no CIDR block.</exception>
    public void Connect(string vpnConnectionId, string outsideIpAddress, params string[] bgpRoutes) =>
        Connect(vpnConnectionId, outsideIpAddress, new SandboxVpnPeer { BgpRoutes = bgpRoutes ?? [] });

    /// <summary>Connects a device that has a configuration of its own.</summary>
    /// <exception cref="ArgumentException">There is no such tunnel, or a network is no CIDR block.</exception>
    public void Connect(string vpnConnectionId, string outsideIpAddress, SandboxVpnPeer peer)
    {
        _ = peer ?? throw new ArgumentNullException(nameof(peer));
        if (peer.BgpRoutes.FirstOrDefault(route => !Cidr.TryParse(route, out _)) is { } wrong)
            throw new ArgumentException($"'{wrong}' is no CIDR block.", nameof(peer));
        With(vpnConnectionId, outsideIpAddress, tunnel => tunnel.Line.Connect(new TunnelPeer(peer, tunnel.Options)));
    }

    /// <summary>Takes the device away.</summary>
    /// <exception cref="ArgumentException">There is no such tunnel.</exception>
    public void Disconnect(string vpnConnectionId, string outsideIpAddress) =>
        With(vpnConnectionId, outsideIpAddress, tunnel => tunnel.Line.Connect(null));

    /// <summary>Lets a tunnel that is up stay so for a time, go down for a time and come up again, as often as it is said.</summary>
    /// <exception cref="ArgumentException">There is no such tunnel.</exception>
    /// <exception cref="InvalidOperationException">The tunnel is not up.</exception>
    public void Flap(string vpnConnectionId, string outsideIpAddress, int times, TimeSpan up, TimeSpan down) =>
        With(vpnConnectionId, outsideIpAddress, tunnel => tunnel.Line.Flap(times, up, down));

    /// <summary>Lets AWS fail to make its end of a tunnel, for a reason in words. The tunnel stays down until something about it is changed.</summary>
    /// <exception cref="ArgumentException">There is no such tunnel.</exception>
    public void FailProvisioning(string vpnConnectionId, string outsideIpAddress, string reason) =>
        With(vpnConnectionId, outsideIpAddress, tunnel => tunnel.Line.Fail(reason));

    /// <summary>
    /// Lets AWS have maintenance for a tunnel's endpoint. Where tunnel endpoint lifecycle control is on it is pending until the user
    /// applies it or the time is up; elsewhere it is done at once, and the tunnel goes down.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such tunnel.</exception>
    public void OfferMaintenance(string vpnConnectionId, string outsideIpAddress, TimeSpan autoAppliedAfter) =>
        With(vpnConnectionId, outsideIpAddress, tunnel => tunnel.OfferMaintenance(autoAppliedAfter));

    /// <summary>A live connection as EC2 has it; null where there is none.</summary>
    internal VpnConnection? Find(string vpnConnectionId) =>
        _world.Regions.SelectMany(region => region.VpnConnections.All).FirstOrDefault(connection => connection.Id == vpnConnectionId && connection.IsLive);

    private void With(string vpnConnectionId, string outsideIpAddress, Action<VpnTunnel> change)
    {
        lock (_world)
        {
            VpnTunnel? found = Find(vpnConnectionId)?.Tunnel(outsideIpAddress);
            change(found ?? throw new ArgumentException(
                $"The sandbox has no VPN connection '{vpnConnectionId}' with a tunnel at {outsideIpAddress}."));
        }
    }
}
