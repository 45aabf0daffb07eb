using NetConnect.Sandbox.Addressing;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>A route table of a transit gateway.</summary>
internal sealed class TransitGatewayRouteTable(TransitGateway gateway, string id)
    : ProvisionedResource(gateway.Home, id, StateDurations.TransitGatewayAssociation)
{
    public TransitGateway Gateway => gateway;

    public List<TransitGatewayRoute> StaticRoutes { get; } = [];

    public List<TransitGatewayPropagation> Propagations { get; } = [];

    public bool IsDefaultAssociation => gateway.AssociationTable == this;

    public bool IsDefaultPropagation => gateway.PropagationTable == this;

    /// <summary>A static route goes before a learnt one of its destination (Transit Gateways guide, "Route evaluation order").</summary>
    public IEnumerable<TransitGatewayRoute> Routes => StaticRoutes.Concat(Propagations
        .Where(propagation => propagation.State.Code == "enabled")
        .SelectMany(propagation => propagation.Attachment.LearntRoutes
            .Select(cidr => new TransitGatewayRoute(cidr, propagation.Attachment, isStatic: false)))
        .Where(learnt => FindStatic(learnt.Destination) is null));

    public IEnumerable<TransitGatewayAttachment> Associated =>
        gateway.Home.TransitGatewayAttachments.All.Where(attachment => attachment.AssociationWith(this) is not null);

    public TransitGatewayRoute? FindStatic(Cidr destination) => StaticRoutes.Find(route => route.Destination.Equals(destination));

    public TransitGatewayPropagation? PropagationOf(TransitGatewayAttachment attachment) =>
        Propagations.Find(propagation => propagation.Attachment == attachment && !propagation.IsGone);
}
