using NetConnect.Addressing;

namespace NetConnect;

/// <summary>One entry of a route table.</summary>
public sealed class Route
{
    /// <summary>The destination, or null where it is a prefix list.</summary>
    public Cidr? Destination { get; init; }

    /// <summary>The prefix list that is the destination, or null.</summary>
    public string? PrefixListId { get; init; }

    /// <summary>The id of the target (<c>pcx-…</c>, <c>nat-…</c>, …), or <c>local</c>.</summary>
    public string Target { get; init; } = "";

    /// <summary><c>active</c>, <c>blackhole</c> or <c>filtered</c>.</summary>
    public string State { get; init; } = "active";

    /// <summary><c>CreateRouteTable</c>, <c>CreateRoute</c>, <c>EnableVgwRoutePropagation</c> or <c>Advertisement</c>.</summary>
    public string Origin { get; init; } = "CreateRoute";

    /// <summary>Whether the target is gone and the route drops its packets.</summary>
    public bool IsBlackhole => State == "blackhole";

    /// <summary>Whether it came from a gateway: a static route to the same destination takes precedence, and can be added beside it.</summary>
    public bool IsPropagated => Origin is "EnableVgwRoutePropagation" or "Advertisement";
}
