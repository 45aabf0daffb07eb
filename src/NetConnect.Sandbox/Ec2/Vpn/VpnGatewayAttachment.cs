using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>That a virtual private gateway belongs to a VPC, or did.</summary>
internal sealed class VpnGatewayAttachment(Vpc vpc)
{
    public Vpc Vpc => vpc;

    public TimedState State { get; } =
        new TimedState(vpc.Home.World.Clock, "attaching").Then(StateDurations.VpnGatewayAttachment, "attached");

    public bool IsDetached => State.Code == "detached";

    public void Detach() => State.Enter("detaching").Then(StateDurations.VpnGatewayDetachment, "detached");
}
