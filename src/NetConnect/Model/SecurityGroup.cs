namespace NetConnect;

/// <summary>A security group of a VPC: whom it lets in and out.</summary>
public sealed record SecurityGroup
{
    /// <summary>The id, <c>sg-…</c>.</summary>
    public string GroupId { get; init; } = "";

    /// <summary>The VPC it belongs to.</summary>
    public string VpcId { get; init; } = "";

    /// <summary>From whom it lets traffic in.</summary>
    public IReadOnlyList<SecurityGroupRule> Ingress { get; init; } = [];

    /// <summary>To whom it lets traffic out.</summary>
    public IReadOnlyList<SecurityGroupRule> Egress { get; init; } = [];

    /// <summary>The id.</summary>
    public override string ToString() => GroupId;
}
