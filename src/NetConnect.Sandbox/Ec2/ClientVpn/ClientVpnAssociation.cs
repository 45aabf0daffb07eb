using NetConnect.Sandbox.Ec2.Gateways;
using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>A subnet that an endpoint ends in.</summary>
internal sealed class ClientVpnAssociation(string id, Subnet subnet)
{
    // What keeps the subnet from being deleted meanwhile.
    private readonly NetworkInterface _interface = subnet.Home.NetworkInterfaces.Add(new NetworkInterface(subnet, "interface", "ClientVPN Endpoint resource"));

    public string Id => id;

    public Subnet Subnet => subnet;

    public long Sequence { get; } = subnet.Home.World.NextSequence();

    public TimedState State { get; } =
        new TimedState(subnet.Home.World.Clock, "associating").Then(StateDurations.ClientVpnAssociation, "associated");

    public void End()
    {
        State.Enter("disassociating").Then(StateDurations.ClientVpnDisassociation, "disassociated");
        subnet.Home.NetworkInterfaces.Remove(_interface);
    }
}
