namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>What two ends agree on. AWS takes the weakest of its own values that the other end offers, whatever that end prefers.</summary>
internal sealed class Negotiation
{
    private readonly Dictionary<TunnelOption, string> _agreed = [];

    private Negotiation()
    {
    }

    /// <summary>Null for an option of the second phase that the ends did not get to.</summary>
    public string? this[TunnelOption option] => _agreed.TryGetValue(option, out string? value) ? value : null;

    /// <summary>Whether both phases are agreed, so that there is IPsec.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The agreement, as far as it goes; null where there is not even IKE: another key, or nothing in common for an option of phase 1.</summary>
    public static Negotiation? Between(VpnTunnel tunnel, TunnelPeer peer)
    {
        if (tunnel.Options.PreSharedKey != peer.PreSharedKey) return null;
        string? version = Common(tunnel.Options, peer, TunnelOption.IkeVersions).FirstOrDefault();
        var negotiation = new Negotiation();
        foreach (TunnelOption option in TunnelOption.Negotiated)
        {
            // IKEv1 has no combined-mode ciphers for itself (RFC 5282 is for IKEv2).
            bool noGcm = option == TunnelOption.Phase1Encryption && version == "ikev1";
            if (Common(tunnel.Options, peer, option).FirstOrDefault(value => !(noGcm && value.Contains("GCM"))) is not { } value)
                return TunnelOption.OfPhase2.Contains(option) ? negotiation.OfPhase1Alone() : null;
            negotiation._agreed.Add(option, value);
        }
        if (!peer.Names(tunnel.Connection.Options)) return negotiation.OfPhase1Alone();
        negotiation.IsComplete = true;
        return negotiation;
    }

    private Negotiation OfPhase1Alone()
    {
        foreach (TunnelOption option in TunnelOption.OfPhase2) _agreed.Remove(option);
        return this;
    }

    private static IEnumerable<string> Common(TunnelOptions aws, TunnelPeer peer, TunnelOption option) =>
        option.Allowed.Where(value => aws.Values(option).Contains(value) && peer.Offers(option, value));
}
