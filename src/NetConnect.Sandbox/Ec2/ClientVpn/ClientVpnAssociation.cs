using NetConnect.Sandbox.Ec2.Gateways;
using NetConnect.Sandbox.Ec2.Regions;
using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>Where an endpoint ends: a subnet, or a zone of its transit gateway.</summary>
internal sealed class ClientVpnAssociation(Ec2Region region, AvailabilityZone zone, Subnet? subnet)
{
    // What keeps the subnet from being deleted meanwhile.
    private readonly NetworkInterface? _interface =
        subnet is null ? null : region.NetworkInterfaces.Add(new NetworkInterface(subnet, "interface", "ClientVPN Endpoint resource"));

    public string Id { get; } = region.World.NewId("cvpn-assoc");

    public AvailabilityZone Zone => zone;

    /// <summary>The subnet; null in a transit gateway.</summary>
    public Subnet? Subnet => subnet;

    public long Sequence { get; } = region.World.NextSequence();

    public TimedState State { get; } =
        new TimedState(region.World.Clock, "associating").Then(StateDurations.ClientVpnAssociation, "associated");

    public void End()
    {
        State.Enter("disassociating").Then(StateDurations.ClientVpnDisassociation, "disassociated");
        if (_interface is not null) region.NetworkInterfaces.Remove(_interface);
    }
}
