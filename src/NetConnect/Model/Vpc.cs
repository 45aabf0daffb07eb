namespace NetConnect;

/// <summary>A VPC as a list or a completer shows it.</summary>
public sealed class Vpc
{
    /// <summary>The id, <c>vpc-…</c>.</summary>
    public string VpcId { get; init; } = "";

    /// <summary>The account that owns it.</summary>
    public string OwnerId { get; init; } = "";

    /// <summary>The value of its Name tag, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Its primary IPv4 CIDR.</summary>
    public string CidrBlock { get; init; } = "";

    /// <summary>The id.</summary>
    public override string ToString() => VpcId;
}
