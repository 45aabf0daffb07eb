using System.Globalization;

namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>A device as one tunnel meets it: what it was configured with stays, whatever changes at the AWS end.</summary>
internal sealed class TunnelPeer
{
    private readonly Dictionary<TunnelOption, IReadOnlyList<string>> _offers;
    private readonly string? _local;
    private readonly string? _remote;

    public TunnelPeer(SandboxVpnPeer peer, TunnelOptions tunnel)
    {
        PreSharedKey = peer.PreSharedKey ?? tunnel.PreSharedKey;
        RunsBgp = peer.RunsBgp;
        BgpRoutes = peer.BgpRoutes.ToArray();
        _local = peer.LocalNetwork;
        _remote = peer.RemoteNetwork;
        _offers = TunnelOption.Negotiated.ToDictionary(option => option, option => Offers(peer, option) ?? tunnel.Values(option));
    }

    public string? PreSharedKey { get; }

    public bool RunsBgp { get; }

    public IReadOnlyList<string> BgpRoutes { get; }

    /// <summary>Whether the device wants the networks that the connection has.</summary>
    public bool Names(VpnConnectionOptions connection) =>
        (_local ?? connection.LocalNetwork ?? connection.AnyNetwork) == (connection.LocalNetwork ?? connection.AnyNetwork)
        && (_remote ?? connection.RemoteNetwork ?? connection.AnyNetwork) == (connection.RemoteNetwork ?? connection.AnyNetwork);

    public bool Offers(TunnelOption option, string value) => _offers[option].Contains(value);

    private static IReadOnlyList<string>? Offers(SandboxVpnPeer peer, TunnelOption option)
    {
        if (option == TunnelOption.IkeVersions) return peer.IkeVersions;
        if (option == TunnelOption.Phase1Encryption) return peer.Phase1EncryptionAlgorithms;
        if (option == TunnelOption.Phase1Integrity) return peer.Phase1IntegrityAlgorithms;
        if (option == TunnelOption.Phase1Group) return Texts(peer.Phase1DHGroupNumbers);
        if (option == TunnelOption.Phase2Encryption) return peer.Phase2EncryptionAlgorithms;
        return option == TunnelOption.Phase2Integrity ? peer.Phase2IntegrityAlgorithms : Texts(peer.Phase2DHGroupNumbers);
    }

    private static string[]? Texts(IEnumerable<int>? numbers) =>
        numbers?.Select(number => number.ToString(CultureInfo.InvariantCulture)).ToArray();
}
