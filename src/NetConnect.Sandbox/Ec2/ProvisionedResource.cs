using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2;

/// <summary>A resource that is pending at first, and that calls still show for a while after its end.</summary>
internal abstract class ProvisionedResource(Ec2Region home, string id, TimeSpan creation) : Ec2Resource(home, id)
{
    public DateTime Created { get; } = home.World.Clock.Now;

    public TimedState State { get; } = new TimedState(home.World.Clock, "pending").Then(creation, "available");

    public bool IsLive => State.Code is not ("deleting" or "deleted");

    public override bool IsVisibleTo(Ec2Region viewer) =>
        State.Code != "deleted" || viewer.World.Clock.Now - State.Since < StateDurations.DeadResource;
}
