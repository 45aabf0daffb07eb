using System.Globalization;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.SecurityGroups;

/// <summary>What one rule allows: a protocol, ports (or an ICMP type and code) and a peer.</summary>
internal sealed class IpPermission : IEquatable<IpPermission>
{
    public const string AllProtocols = "-1";

    public IpPermission(string protocol, int? fromPort, int? toPort, RulePeer peer)
    {
        Protocol = Normalise(protocol);
        // Ports mean nothing to other protocols, and EC2 shows -1 for them.
        bool hasPorts = Protocol is "tcp" or "udp" or "icmp" or "icmpv6";
        if (hasPorts && (fromPort is null || toPort is null))
            throw new ApiException("InvalidParameterValue",
                "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.");
        if (Protocol is "tcp" or "udp" && (fromPort < 0 || toPort > 65535 || fromPort > toPort))
            throw new ApiException("InvalidParameterValue", "Invalid TCP/UDP port range.");
        FromPort = hasPorts ? fromPort!.Value : -1;
        ToPort = hasPorts ? toPort!.Value : -1;
        Peer = peer;
    }

    public string Protocol { get; }

    public int FromPort { get; }

    public int ToPort { get; }

    public RulePeer Peer { get; }

    /// <summary>Rules with the same key are listed as one permission with several peers.</summary>
    public string Key => Protocol == AllProtocols ? Protocol
        : string.Format(CultureInfo.InvariantCulture, "{0}/{1}/{2}", Protocol, FromPort, ToPort);

    public bool Equals(IpPermission? other) => other is not null && Key == other.Key && Peer.ToString() == other.Peer.ToString();

    public override bool Equals(object? obj) => Equals(obj as IpPermission);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    // As EC2 words it in InvalidPermission.Duplicate.
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "peer: {0}, {1}, from port: {2}, to port: {3}, ALLOW",
        Peer, Protocol == AllProtocols ? "ALL" : Protocol.ToUpperInvariant(), FromPort, ToPort);

    // The names that EC2 knows; every other protocol stays the number that IANA gave it.
    private static string Normalise(string protocol) => protocol.ToLowerInvariant() switch
    {
        "6" => "tcp",
        "17" => "udp",
        "1" => "icmp",
        "58" => "icmpv6",
        "all" => AllProtocols,
        "tcp" or "udp" or "icmp" or "icmpv6" or AllProtocols => protocol.ToLowerInvariant(),
        _ when byte.TryParse(protocol, NumberStyles.None, CultureInfo.InvariantCulture, out _) => protocol,
        _ => throw new ApiException("InvalidParameterValue", $"Invalid value '{protocol}' for IP protocol. Unknown protocol."),
    };
}
