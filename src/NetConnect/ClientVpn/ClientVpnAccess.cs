using NetConnect.Addressing;

namespace NetConnect.ClientVpn;

/// <summary>A network that people are to reach.</summary>
/// <param name="Destination">The network.</param>
/// <param name="GroupId">The group that may; null for everybody.</param>
public sealed record ClientVpnAccess(Cidr Destination, string? GroupId)
{
    /// <summary>Whether a rule says just this.</summary>
    internal bool IsMetBy(ClientVpnRule rule) => rule.DestinationCidrBlock == Destination.ToString() && rule.GroupId == GroupId;

    /// <summary>The network and who.</summary>
    public override string ToString() => $"{Destination} for {GroupId ?? "everybody"}";
}
