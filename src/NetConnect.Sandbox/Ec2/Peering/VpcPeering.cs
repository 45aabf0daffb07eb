using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.Peering;

/// <summary>
/// A peering between two VPCs: one object that both sides look at (VPC Peering Guide, "VPC peering connection lifecycle").
/// </summary>
internal sealed class VpcPeering(PeeringSide requester, PeeringSide accepter, string id) : Ec2Resource(requester.Region, id)
{
    // Nobody is told more than this one text.
    private const string WhyFailed = "Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range";

    private Ec2Region? _endedBy;

    public PeeringSide Requester => requester;

    public PeeringSide Accepter => accepter;

    public TimedState State { get; } = new(requester.Region.World.Clock, "initiating-request", $"Initiating Request to {accepter.OwnerId}");

    public DateTime ExpirationTime { get; } = requester.Region.World.Clock.Now + StateDurations.PeeringRequestLifetime;

    /// <summary>Still on its way to traffic, or carrying it.</summary>
    public bool IsOpen => State.Code is "initiating-request" or "pending-acceptance" or "provisioning" or "active";

    public bool IsInterRegion => requester.Region.Name != accepter.Region.Name;

    public bool Involves(Vpc vpc) => requester.Vpc == vpc || accepter.Vpc == vpc;

    public PeeringSide OtherSide(Vpc vpc) => requester.Vpc == vpc ? accepter : requester;

    public void Request() => State
        .Then(StateDurations.PeeringInitiation, "pending-acceptance", $"Pending Acceptance by {accepter.OwnerId}")
        .ThenAt(ExpirationTime, "expired", "Expired");

    /// <summary>The request goes out, and never reaches the other side.</summary>
    public void RequestInVain() => State.Then(StateDurations.PeeringInitiation, "failed", WhyFailed);

    /// <summary>A request that was good goes wrong by itself.</summary>
    public void Fail() => State.Enter("failed", WhyFailed);

    public void Accept() =>
        State.Enter("provisioning", "Provisioning").Then(StateDurations.PeeringProvisioning, "active", "Active");

    public void Reject() => State.Enter("rejected", $"Rejected by {accepter.OwnerId}");

    public void Delete(Ec2Region by)
    {
        _endedBy = by;
        string message = $"Deleted by {by.AccountId}";
        if (IsInterRegion) State.Enter("deleting", $"Deleting by {by.AccountId}").Then(StateDurations.PeeringDeletion, "deleted", message);
        else State.Enter("deleted", message);
    }

    /// <summary>Dead peerings show for hours or days, depending on how they died and on who looks.</summary>
    public override bool IsVisibleTo(Ec2Region viewer)
    {
        bool sameAccount = requester.OwnerId == accepter.OwnerId;
        bool asRequester = viewer == requester.Region;
        TimeSpan? lifetime = State.Code switch
        {
            "initiating-request" => asRequester ? TimeSpan.MaxValue : null,
            "failed" => asRequester ? StateDurations.DeadPeeringShort : null,
            "expired" => StateDurations.DeadPeeringLong,
            "rejected" => asRequester && !sameAccount ? StateDurations.DeadPeeringLong : StateDurations.DeadPeeringShort,
            "deleted" => viewer.AccountId == _endedBy?.AccountId ? StateDurations.DeadPeeringShort : StateDurations.DeadPeeringLong,
            _ => TimeSpan.MaxValue,
        };
        return lifetime is { } shown && viewer.World.Clock.Now - State.Since < shown;
    }
}
