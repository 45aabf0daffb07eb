using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>A network that clients reach through a subnet, or each other ("local").</summary>
internal sealed class ClientVpnRoute(Ec2Region region, Cidr destination, string target, string origin)
{
    /// <summary>Not a state that EC2 shows: the route is not listed any more.</summary>
    public const string Gone = "deleted";

    public const string AddedByHand = "add-route";

    public Cidr Destination => destination;

    /// <summary>The subnet, <c>local</c>, or empty for the endpoint's transit gateway.</summary>
    public string Target => target;

    public string Origin => origin;

    public string? Description { get; init; }

    /// <summary>Whether its change counts as an operation: what comes and goes with a subnet is part of the subnet's.</summary>
    public bool IsOperation { get; private set; } = origin == AddedByHand;

    public long Sequence { get; } = region.World.NextSequence();

    public TimedState State { get; } = new TimedState(region.World.Clock, "creating").Then(StateDurations.ClientVpnRoute, "active");

    public void Delete() => State.Enter("deleting").Then(StateDurations.ClientVpnRoute, Gone);

    public void DeleteWithSubnet()
    {
        IsOperation = false;
        Delete();
    }
}
