namespace NetConnect;

/// <summary>Who may reach a network through the endpoint.</summary>
public sealed record ClientVpnRule
{
    /// <summary>The network.</summary>
    public string DestinationCidrBlock { get; init; } = "";

    /// <summary>The group of the directory or identity provider; null where everybody may.</summary>
    public string? GroupId { get; init; }

    /// <summary>The description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The state as AWS names it: <c>authorizing</c>, <c>active</c>, <c>failed</c>, <c>revoking</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>AWS's words about the state, or null.</summary>
    public string? StateMessage { get; init; }

    /// <summary>The network and who.</summary>
    public override string ToString() => $"{DestinationCidrBlock} for {GroupId ?? "everybody"}";
}
