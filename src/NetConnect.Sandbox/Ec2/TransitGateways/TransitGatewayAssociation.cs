using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>That an attachment's traffic is routed by a table.</summary>
internal sealed class TransitGatewayAssociation(TransitGatewayRouteTable table)
{
    public TransitGatewayRouteTable Table => table;

    public TimedState State { get; } =
        new TimedState(table.Home.World.Clock, "associating").Then(StateDurations.TransitGatewayAssociation, "associated");

    public bool IsGone => State.Code == "disassociated";

    public void Remove()
    {
        if (State.Code is "associating" or "associated")
            State.Enter("disassociating").Then(StateDurations.TransitGatewayAssociation, "disassociated");
    }
}
