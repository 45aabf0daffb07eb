using NetConnect.Sandbox.Addressing;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>A route of a transit gateway's table, to an attachment or to nowhere.</summary>
internal sealed class TransitGatewayRoute(Cidr destination, TransitGatewayAttachment? attachment, bool isStatic)
{
    public Cidr Destination => destination;

    /// <summary>Null for a route that drops its traffic.</summary>
    public TransitGatewayAttachment? Attachment => attachment;

    public string Type => isStatic ? "static" : "propagated";

    /// <summary>Follows the attachment, as with the tables of VPCs.</summary>
    public string State => attachment?.State.Code is "available" or "modifying" ? "active" : "blackhole";
}
