using Amazon.EC2.Model;
using NetConnect.Aws.Vpcs;

namespace NetConnect.Aws.TransitGateways;

/// <summary>From EC2's answers about transit gateways to NetConnect's models.</summary>
internal static class TransitGatewayMapping
{
    public static NetConnect.TransitGateway ToModel(this Amazon.EC2.Model.TransitGateway gateway) => new()
    {
        TransitGatewayId = gateway.TransitGatewayId,
        State = gateway.State?.Value ?? "",
        AmazonSideAsn = gateway.Options?.AmazonSideAsn ?? 0,
        // EC2 goes on naming the tables after their use by default was turned off.
        DefaultAssociationRouteTableId = gateway.Options?.DefaultRouteTableAssociation?.Value == "enable" ? gateway.Options.AssociationDefaultRouteTableId : null,
        DefaultPropagationRouteTableId = gateway.Options?.DefaultRouteTablePropagation?.Value == "enable" ? gateway.Options.PropagationDefaultRouteTableId : null,
        Tags = VpcMapping.ToModel(gateway.Tags),
    };

    public static NetConnect.TransitGatewayRouteTable ToModel(this Amazon.EC2.Model.TransitGatewayRouteTable table) => new()
    {
        TransitGatewayRouteTableId = table.TransitGatewayRouteTableId,
        TransitGatewayId = table.TransitGatewayId ?? "",
        State = table.State?.Value ?? "",
        Tags = VpcMapping.ToModel(table.Tags),
    };

    public static NetConnect.TransitGatewayAttachment ToModel(this Amazon.EC2.Model.TransitGatewayAttachment attachment) => new()
    {
        TransitGatewayAttachmentId = attachment.TransitGatewayAttachmentId,
        TransitGatewayId = attachment.TransitGatewayId ?? "",
        ResourceType = attachment.ResourceType?.Value ?? "",
        ResourceId = attachment.ResourceId ?? "",
        State = attachment.State?.Value ?? "",
        AssociationRouteTableId = attachment.Association?.TransitGatewayRouteTableId,
        AssociationState = attachment.Association?.State?.Value,
    };

    public static NetConnect.TransitGatewayRoute ToModel(this Amazon.EC2.Model.TransitGatewayRoute route, string routeTableId)
    {
        // More than one only for routes learnt over several attachments, which are not static.
        TransitGatewayRouteAttachment? attachment = route.TransitGatewayAttachments?.FirstOrDefault();
        return new()
        {
            TransitGatewayRouteTableId = routeTableId,
            DestinationCidrBlock = route.DestinationCidrBlock,
            State = route.State?.Value ?? "",
            TransitGatewayAttachmentId = attachment?.TransitGatewayAttachmentId,
            ResourceId = attachment?.ResourceId,
        };
    }
}
