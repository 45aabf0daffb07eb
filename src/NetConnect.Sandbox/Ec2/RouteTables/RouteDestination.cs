using NetConnect.Sandbox.Addressing;

namespace NetConnect.Sandbox.Ec2.RouteTables;

/// <summary>Where a route leads: an IPv4 block, an IPv6 block or a prefix list.</summary>
internal sealed class RouteDestination : IEquatable<RouteDestination>
{
    private RouteDestination(Cidr? cidr, string? prefixListId)
    {
        Cidr = cidr;
        PrefixListId = prefixListId;
    }

    public Cidr? Cidr { get; }

    public string? PrefixListId { get; }

    /// <summary>The element of a route, which is also the parameter of a call but for its first letter.</summary>
    public string Element =>
        PrefixListId is not null ? "destinationPrefixListId" : Cidr!.IsV6 ? "destinationIpv6CidrBlock" : "destinationCidrBlock";

    public static RouteDestination To(Cidr cidr) => new(cidr, null);

    public static RouteDestination To(string prefixListId) => new(null, prefixListId);

    public bool Equals(RouteDestination? other) => ToString() == other?.ToString();

    public override bool Equals(object? obj) => Equals(obj as RouteDestination);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    public override string ToString() => PrefixListId ?? Cidr!.ToString();
}
