using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.Gateways;

/// <summary>A NAT gateway: public with an Elastic IP address, or private without.</summary>
internal sealed class NatGateway(Subnet subnet, string id, ElasticAddress? address, NetworkInterface networkInterface)
    : Ec2Resource(subnet.Home, id)
{
    public Subnet Subnet => subnet;

    public ElasticAddress? Address => address;

    public NetworkInterface Interface => networkInterface;

    public string? ClientToken { get; init; }

    public DateTime Created { get; } = subnet.Home.World.Clock.Now;

    public TimedState State { get; } =
        new TimedState(subnet.Home.World.Clock, "pending").Then(StateDurations.NatGatewayCreation, "available");

    public string? AddressAssociationId { get; } = address is null ? null : subnet.Home.World.NewId("eipassoc");

    public bool IsLive => State.Code is "pending" or "available";

    public void Delete() => State.Enter("deleting").Then(StateDurations.NatGatewayDeletion, "deleted");

    /// <summary>A deleted NAT gateway shows for about an hour (Amazon VPC User Guide, "Delete a NAT gateway").</summary>
    public override bool IsVisibleTo(Ec2Region viewer) =>
        State.Code != "deleted" || viewer.World.Clock.Now - State.Since < StateDurations.DeadNatGateway;
}
