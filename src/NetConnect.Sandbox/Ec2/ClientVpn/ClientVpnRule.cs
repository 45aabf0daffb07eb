using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>Who may reach a network; without a group, everybody.</summary>
internal sealed class ClientVpnRule(Ec2Region region, Cidr destination, string? groupId)
{
    /// <summary>Not a state that EC2 shows: the rule is not listed any more.</summary>
    public const string Gone = "revoked";

    public Cidr Destination => destination;

    public string? GroupId => groupId;

    public string? Description { get; init; }

    public long Sequence { get; } = region.World.NextSequence();

    public TimedState State { get; } = new TimedState(region.World.Clock, "authorizing").Then(StateDurations.ClientVpnRule, "active");

    public void Revoke() => State.Enter("revoking").Then(StateDurations.ClientVpnRule, Gone);
}
