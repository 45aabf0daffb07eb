using NetConnect.Sandbox.Ec2.ClientVpn;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>Accept-, Reject- and DeleteTransitGatewayClientVpnAttachment: what the owner of a transit gateway decides about Client VPN endpoints.</summary>
internal static class TransitGatewayClientVpnAttachmentActions
{
    public static void AcceptTransitGatewayClientVpnAttachment(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayAttachment attachment = Waiting(call);
        attachment.State.Enter("pending").Then(StateDurations.TransitGatewayAttachment, "available");
        TransitGatewayRules.Join(attachment);
        Answer(answer, attachment);
    }

    public static void RejectTransitGatewayClientVpnAttachment(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayAttachment attachment = Waiting(call);
        attachment.State.Enter("rejected");
        Answer(answer, attachment);
    }

    public static void DeleteTransitGatewayClientVpnAttachment(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayAttachment attachment = Owned(call);
        attachment.Delete();
        attachment.Endpoint!.ResetSessions();
        Answer(answer, attachment);
    }

    private static TransitGatewayAttachment Waiting(Ec2Call call)
    {
        TransitGatewayAttachment attachment = Owned(call);
        return attachment.State.Code == "pending-acceptance"
            ? attachment
            : throw new ApiException("IncorrectState", $"{attachment.Id} is in invalid state: {attachment.State.Code}.");
    }

    // The owner of the endpoint sees the attachment too, but does not decide.
    private static TransitGatewayAttachment Owned(Ec2Call call)
    {
        TransitGatewayAttachment attachment =
            call.Region.TransitGatewayAttachments.GetLive(call.Parameters.Required("TransitGatewayAttachmentId"));
        if (attachment.Endpoint is null) throw ResourceKind.TransitGatewayAttachment.NotFound(attachment.Id);
        return attachment.Home == call.Region
            ? attachment
            : throw new ApiException("OperationNotPermitted", $"{attachment.Id} is an attachment to a transit gateway of {attachment.OwnerId}.");
    }

    private static void Answer(XmlAnswer answer, TransitGatewayAttachment attachment) =>
        answer.Node("transitGatewayClientVpnAttachment", node => node
            .Text("transitGatewayAttachmentId", attachment.Id).Text("transitGatewayId", attachment.Gateway.Id)
            .Text("clientVpnEndpointId", attachment.Endpoint!.Id).Text("clientVpnOwnerId", attachment.Endpoint.OwnerId)
            .Text("state", attachment.State.Code).Text("creationTime", ClientVpnEndpointDescription.Time(attachment.Created)));
}
