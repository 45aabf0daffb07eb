namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>What two ends agree on. AWS takes the weakest of its own values that the other end offers, whatever that end prefers.</summary>
internal sealed class Negotiation
{
    private readonly Dictionary<TunnelOption, string> _agreed;

    private Negotiation(Dictionary<TunnelOption, string> agreed) => _agreed = agreed;

    public string this[TunnelOption option] => _agreed[option];

    /// <summary>The agreement, or null when there is none: another key, or nothing in common for one of the options.</summary>
    public static Negotiation? Between(TunnelOptions aws, TunnelPeer peer)
    {
        if (aws.PreSharedKey != peer.PreSharedKey) return null;
        string? version = Common(aws, peer, TunnelOption.IkeVersions).FirstOrDefault();
        var agreed = new Dictionary<TunnelOption, string>();
        foreach (TunnelOption option in TunnelOption.Negotiated)
        {
            // IKEv1 has no combined-mode ciphers for itself (RFC 5282 is for IKEv2).
            bool noGcm = option == TunnelOption.Phase1Encryption && version == "ikev1";
            if (Common(aws, peer, option).FirstOrDefault(value => !(noGcm && value.Contains("GCM"))) is not { } value) return null;
            agreed.Add(option, value);
        }
        return new Negotiation(agreed);
    }

    private static IEnumerable<string> Common(TunnelOptions aws, TunnelPeer peer, TunnelOption option) =>
        option.Allowed.Where(value => aws.Values(option).Contains(value) && peer.Offers(option, value));
}
