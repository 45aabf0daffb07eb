using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Ec2.Vpn;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>Finds what calls about transit gateways name, and attaches to them.</summary>
internal static class TransitGatewayRules
{
    public static TransitGateway Available(Ec2Call call) =>
        Available(call.Region.TransitGateways.GetLive(call.Parameters.Required("TransitGatewayId")));

    /// <summary>A transit gateway of the account, or one that another shares with it.</summary>
    public static TransitGateway OwnOrShared(Ec2Call call, string id) => Available(
        call.World.Regions.Where(other => other.Name == call.Region.Name).SelectMany(other => other.TransitGateways.Live())
            .FirstOrDefault(gateway => gateway.Id == id && gateway.SharedWith.Contains(call.Region.AccountId))
        ?? call.Region.TransitGateways.GetLive(id));

    private static TransitGateway Available(TransitGateway gateway) =>
        gateway.IsAvailable ? gateway : throw new ApiException("IncorrectState", $"{gateway.Id} is in invalid state");

    public static TransitGatewayRouteTable Table(Ec2Call call) =>
        call.Region.TransitGatewayRouteTables.GetLive(call.Parameters.Required("TransitGatewayRouteTableId"));

    /// <summary>The attachment that a call about a table names: of the same gateway, and ready.</summary>
    public static TransitGatewayAttachment Attachment(Ec2Call call, TransitGatewayRouteTable table)
    {
        TransitGatewayAttachment attachment =
            call.Region.TransitGatewayAttachments.GetLive(call.Parameters.Required("TransitGatewayAttachmentId"));
        if (attachment.Gateway != table.Gateway)
            throw new ApiException("InvalidTransitGatewayAttachmentID.NotFound",
                $"Transit gateway attachment {attachment.Id} does not belong to {table.Gateway.Id}.");
        return attachment.State.Code == "available"
            ? attachment
            : throw new ApiException("IncorrectState", $"{attachment.Id} is in invalid state");
    }

    /// <summary>The live attachment of a VPC to a gateway; null when there is none.</summary>
    public static TransitGatewayAttachment? Attachment(TransitGateway gateway, Vpc vpc) =>
        gateway.Attachments.FirstOrDefault(attachment => attachment.Vpc == vpc);

    /// <summary>The live attachment of a VPN connection; null where it ends at a virtual private gateway.</summary>
    public static TransitGatewayAttachment? Attachment(VpnConnection connection) =>
        connection.Home.TransitGatewayAttachments.Live().FirstOrDefault(attachment => attachment.Connection == connection);

    /// <summary>A VPN connection is attached by being made or moved to a transit gateway.</summary>
    public static void Attach(TransitGateway gateway, VpnConnection connection) => Add(new TransitGatewayAttachment(gateway,
        gateway.Home.World.NewId(ResourceKind.TransitGatewayAttachment.Prefix), StateDurations.VpnConnectionCreation)
    {
        Connection = connection,
    });

    /// <summary>Adds an attachment, and to the default tables what belongs there.</summary>
    public static TransitGatewayAttachment Add(TransitGatewayAttachment attachment)
    {
        attachment.Home.TransitGatewayAttachments.Add(attachment);
        Join(attachment);
        return attachment;
    }

    /// <summary>Adds to the default tables what belongs there.</summary>
    public static void Join(TransitGatewayAttachment attachment)
    {
        if (attachment.Gateway.AssociationTable is { } table) attachment.Associate(table);
        attachment.Gateway.PropagationTable?.Propagations.Add(new TransitGatewayPropagation(attachment));
    }
}
