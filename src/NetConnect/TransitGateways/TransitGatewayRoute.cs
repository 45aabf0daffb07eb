using NetConnect.Addressing;

namespace NetConnect;

/// <summary>A static route of a transit gateway's route table.</summary>
public sealed record TransitGatewayRoute
{
    /// <summary>The table, <c>tgw-rtb-…</c>.</summary>
    public string TransitGatewayRouteTableId { get; init; } = "";

    /// <summary>The destination.</summary>
    public string DestinationCidrBlock { get; init; } = "";

    /// <summary><c>active</c>, or <c>blackhole</c>: what goes there is dropped, on purpose or because the attachment is gone.</summary>
    public string State { get; init; } = "";

    /// <summary>The attachment it leads to; null for one that drops its traffic on purpose.</summary>
    public string? TransitGatewayAttachmentId { get; init; }

    /// <summary>The VPC, VPN or other thing behind the attachment, or null.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Whether what goes there is dropped.</summary>
    public bool IsBlackhole => State == "blackhole";

    /// <summary>Whether it leads to a destination, in whatever form the two are written.</summary>
    internal bool IsTo(Cidr destination) => Cidr.TryParse(DestinationCidrBlock, out Cidr cidr) && cidr == destination;

    /// <summary>The table and the destination.</summary>
    public override string ToString() => $"{TransitGatewayRouteTableId} {DestinationCidrBlock} {State}";
}
