using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>A network behind the device that somebody told a connection about.</summary>
internal sealed class VpnStaticRoute(SandboxClock clock, Cidr destination)
{
    public Cidr Destination => destination;

    public TimedState State { get; } = new TimedState(clock, "pending").Then(StateDurations.VpnStaticRoute, "available");

    public bool IsLive => State.Code is "pending" or "available";

    public bool IsGone => State.Code == "deleted";

    public void Delete() => State.Enter("deleting").Then(StateDurations.VpnStaticRoute, "deleted");
}
