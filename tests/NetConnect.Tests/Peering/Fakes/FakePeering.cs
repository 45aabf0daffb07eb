using NetConnect.Peering;

namespace NetConnect.Tests.Peering.Fakes;

/// <summary>A peering with EC2's states, and its rules about who may do what in which of them.</summary>
internal sealed class FakePeering(string id, FakeVpc requester, FakeVpc accepter)
{
    private readonly Dictionary<(string, string), Dictionary<string, string>> _tags = [];

    public string Id { get; } = id;

    public FakeVpc Requester { get; } = requester;

    public FakeVpc Accepter { get; } = accepter;

    public string Status { get; set; } = PeeringStates.Initiating;

    public string? Message { get; set; }

    public PeeringSides Dns { get; set; }

    /// <summary>How many more looks show the present state before it goes on by itself.</summary>
    public int Looks { get; set; }

    /// <summary>How many more calls of an account and Region do not see it.</summary>
    public Dictionary<FakeVpc, int> Hidden { get; } = [];

    public int ProvisioningLooks { get; set; }

    public int DeletingLooks { get; set; }

    public bool VanishesWhenDeleted { get; set; }

    public bool IsLive =>
        Status is PeeringStates.Initiating or PeeringStates.PendingAcceptance or PeeringStates.Provisioning or PeeringStates.Active;

    /// <summary>Whether a call sees it. Each call that does not see it yet brings it nearer.</summary>
    public bool IsShownTo(FakeVpcApi api, bool isLook)
    {
        FakeVpc side = Requester.IsOf(api) ? Requester : Accepter;
        if (!side.IsOf(api))
            return false;
        if (Hidden.TryGetValue(side, out int calls) && calls > 0)
        {
            Hidden[side] = calls - 1;
            return false;
        }
        Settle(isLook);
        return !(Status == PeeringStates.Deleted && VanishesWhenDeleted);
    }

    public bool IsBetween(string vpcId, string peerVpcId) =>
        (Requester.Id == vpcId && Accepter.Id == peerVpcId) || (Requester.Id == peerVpcId && Accepter.Id == vpcId);

    public Dictionary<string, string> TagsOf(FakeVpc side) => TagsOf(side.Account, side.Region);

    public Dictionary<string, string> TagsOf(string account, string region) =>
        _tags.TryGetValue((account, region), out Dictionary<string, string>? tags) ? tags : _tags[(account, region)] = [];

    /// <summary>Goes on to the next state, once the present one has been looked at often enough.</summary>
    private void Settle(bool isLook)
    {
        if (Looks > 0)
        {
            Looks -= isLook ? 1 : 0;
            return;
        }
        bool overlaps = Requester.Cidrs.Any(mine => Accepter.Cidrs.Any(mine.Overlaps));
        (Status, Message) = Status switch
        {
            PeeringStates.Initiating when overlaps => ("failed", "VPCs have overlapping CIDRs"),
            PeeringStates.Initiating => (PeeringStates.PendingAcceptance, null),
            PeeringStates.Provisioning => (PeeringStates.Active, null),
            PeeringStates.Deleting => (PeeringStates.Deleted, null),
            _ => (Status, Message),
        };
    }

    public void Accept(FakeVpcApi by)
    {
        Answer(by, PeeringStates.Provisioning, ProvisioningLooks);
        Settle(isLook: false);
    }

    public void Reject(FakeVpcApi by) => Answer(by, PeeringStates.Rejected, 0);

    public void Delete(FakeVpcApi by)
    {
        if (Status is PeeringStates.Deleting or PeeringStates.Deleted)
            return;
        if (Status != PeeringStates.Active && !(Status == PeeringStates.PendingAcceptance && Requester.IsOf(by)))
            throw FakeErrors.StateConflict(Id, Status);
        (Status, Looks) = (PeeringStates.Deleting, DeletingLooks);
    }

    public void SetDns(FakeVpcApi by, bool? ofRequester, bool? ofAccepter)
    {
        if ((ofRequester is not null && !Requester.IsOf(by)) || (ofAccepter is not null && !Accepter.IsOf(by)))
            throw FakeErrors.NotOwner(Id);
        if (Status != PeeringStates.Active)
            throw FakeErrors.StateConflict(Id, Status);
        if ((ofRequester == true || ofAccepter == true) && !(Requester.HasDnsHostnames && Accepter.HasDnsHostnames))
            throw FakeErrors.DnsHostnamesDisabled(Id);
        Dns = With(With(Dns, PeeringSides.Requester, ofRequester), PeeringSides.Accepter, ofAccepter);
    }

    public VpcPeering View(FakeVpcApi by) => new()
    {
        VpcPeeringConnectionId = Id,
        Status = Status,
        StatusMessage = Message,
        Requester = Side(Requester, PeeringSides.Requester),
        Accepter = Side(Accepter, PeeringSides.Accepter),
        Tags = new Dictionary<string, string>(TagsOf(by.Account, by.Region)),
    };

    // CIDRs and options are told only while it is active.
    private VpcPeeringSide Side(FakeVpc vpc, PeeringSides side)
    {
        bool isActive = Status == PeeringStates.Active;
        return new VpcPeeringSide
        {
            VpcId = vpc.Id,
            OwnerId = vpc.Account,
            Region = vpc.Region,
            CidrBlocks = isActive ? vpc.Cidrs.Where(cidr => !cidr.IsIpv6).Select(cidr => cidr.ToString()).ToList() : [],
            Ipv6CidrBlocks = isActive ? vpc.Cidrs.Where(cidr => cidr.IsIpv6).Select(cidr => cidr.ToString()).ToList() : [],
            AllowDnsResolutionFromRemoteVpc = isActive ? Dns.HasFlag(side) : null,
        };
    }

    public override string ToString() =>
        $"{Id} {Requester.Id} to {Accepter.Id}: {Status}, DNS {Dns}, tags {Text(TagsOf(Requester))} / {Text(TagsOf(Accepter))}";

    private static string Text(Dictionary<string, string> tags) =>
        string.Join(" ", tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));

    private void Answer(FakeVpcApi by, string status, int looks)
    {
        if (!Accepter.IsOf(by))
            throw FakeErrors.NotOwner(Id);
        if (Status != PeeringStates.PendingAcceptance)
            throw FakeErrors.StateConflict(Id, Status);
        (Status, Looks) = (status, looks);
    }

    private static PeeringSides With(PeeringSides all, PeeringSides side, bool? on) =>
        on switch { true => all | side, false => all & ~side, null => all };
}
