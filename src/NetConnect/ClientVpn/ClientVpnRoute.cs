namespace NetConnect;

/// <summary>A network that clients reach through one of the endpoint's subnets.</summary>
public sealed record ClientVpnRoute
{
    /// <summary>The target of traffic between clients.</summary>
    public const string Local = "local";

    /// <summary>The network.</summary>
    public string DestinationCidrBlock { get; init; } = "";

    /// <summary>The subnet, or <see cref="Local"/>.</summary>
    public string TargetSubnetId { get; init; } = "";

    /// <summary>Who made it: <c>associate</c> (EC2, with the subnet; it goes with it) or <c>add-route</c>.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The state as AWS names it: <c>creating</c>, <c>active</c>, <c>failed</c>, <c>deleting</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>AWS's words about the state, or null.</summary>
    public string? StateMessage { get; init; }

    /// <summary>Whether EC2 made it with the subnet.</summary>
    internal bool IsAutomatic => Origin == "associate";

    /// <summary>The network and the subnet.</summary>
    public override string ToString() => $"{DestinationCidrBlock} via {TargetSubnetId}";
}
