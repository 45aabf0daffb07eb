using NetConnect.Addressing;

namespace NetConnect.ClientVpn;

/// <summary>A network that people are to reach.</summary>
/// <param name="Destination">The network.</param>
/// <param name="GroupId">The group that may; null for everybody.</param>
public sealed record ClientVpnAccess(Cidr Destination, string? GroupId)
{
    /// <summary>Each network for each group, or for everybody where no group is named.</summary>
    /// <param name="destinations">The networks, in CIDR notation.</param>
    /// <param name="groupIds">The groups, or null.</param>
    /// <exception cref="NetConnectException">A network is not one.</exception>
    public static IReadOnlyList<ClientVpnAccess> Combine(IEnumerable<string> destinations, IEnumerable<string?>? groupIds)
    {
        List<string?> groups = [.. (groupIds ?? []).Where(group => !string.IsNullOrEmpty(group)).DefaultIfEmpty(null)];
        return [.. destinations.Select(Cidr.Parse).SelectMany(destination => groups.Select(group => new ClientVpnAccess(destination, group))).Distinct()];
    }

    /// <summary>Whether a rule says just this.</summary>
    internal bool IsMetBy(ClientVpnRule rule) => rule.DestinationCidrBlock == Destination.ToString() && rule.GroupId == GroupId;

    /// <summary>The network and who.</summary>
    public override string ToString() => $"{Destination} for {GroupId ?? "everybody"}";
}
