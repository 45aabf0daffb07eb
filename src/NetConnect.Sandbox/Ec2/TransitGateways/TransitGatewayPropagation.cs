using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>That a table learns the routes of an attachment.</summary>
internal sealed class TransitGatewayPropagation(TransitGatewayAttachment attachment)
{
    public TransitGatewayAttachment Attachment => attachment;

    public TimedState State { get; } =
        new TimedState(attachment.Home.World.Clock, "enabling").Then(StateDurations.TransitGatewayAssociation, "enabled");

    public bool IsGone => State.Code == "disabled";

    public void Remove()
    {
        if (State.Code is "enabling" or "enabled")
            State.Enter("disabling").Then(StateDurations.TransitGatewayAssociation, "disabled");
    }
}
