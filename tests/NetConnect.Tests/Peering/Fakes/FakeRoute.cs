using NetConnect.Addressing;

namespace NetConnect.Tests.Peering.Fakes;

/// <summary>A route of a <see cref="FakeRouteTable"/>, other than the local ones.</summary>
internal sealed record FakeRoute(Cidr? Destination, string Target)
{
    public string? PrefixListId { get; init; }

    /// <summary>Whether the target is gone. (A route to a peering tells that by itself.)</summary>
    public bool TargetIsGone { get; init; }

    public string Origin { get; init; } = "CreateRoute";

    public bool IsToPeering => ResourceId.HasPrefix("pcx", Target);

    public bool IsPropagated => Origin == "EnableVgwRoutePropagation";
}
