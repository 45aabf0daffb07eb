using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Peering;

/// <summary>What EC2 checks around peerings (VPC Peering Guide, "VPC peering basics" and "limitations").</summary>
internal static class PeeringRules
{
    public static bool Overlap(PeeringSide one, PeeringSide other) =>
        one.Vpc is { } a && other.Vpc is { } b && a.Cidrs.Any(block => b.Cidrs.Any(block.Overlaps));

    public static void CheckNew(PeeringSide requester, PeeringSide accepter)
    {
        List<VpcPeering> known = requester.Region.Peerings.All.Where(peering => peering.IsOpen).ToList();
        if (accepter.Vpc is { } peer
            && known.Exists(peering => peering.Involves(requester.Vpc!) && peering.Involves(peer) && peer != requester.Vpc))
            throw new ApiException("VpcPeeringConnectionAlreadyExists",
                $"A VPC peering connection already exists between {requester.VpcId} and {accepter.VpcId}");
        int outstanding = known.Count(peering =>
            peering.Requester.Vpc == requester.Vpc && peering.State.Code is "initiating-request" or "pending-acceptance");
        int limit = requester.Region.Quotas.OutstandingPeeringRequests;
        if (outstanding >= limit)
            throw new ApiException("OutstandingVpcPeeringConnectionLimitExceeded",
                $"The limit of {limit} outstanding VPC peering connection requests for {requester.VpcId} has been reached.");
        CheckActive(requester);
    }

    /// <summary>The quota of active peerings holds for both VPCs.</summary>
    public static void CheckActive(PeeringSide side)
    {
        int limit = side.Region.Quotas.ActivePeeringsPerVpc;
        int active = side.Region.Peerings.All.Count(peering =>
            peering.Involves(side.Vpc!) && peering.State.Code is "active" or "provisioning");
        if (active >= limit)
            throw new ApiException("ActiveVpcPeeringConnectionPerVpcLimitExceeded",
                $"The limit of {limit} active VPC peering connections for {side.VpcId} has been reached.");
    }

    /// <summary>Only the accepter's account may answer a request, and only in the accepter's Region.</summary>
    public static void CheckAccepter(Ec2Region caller, VpcPeering peering, string verb, string verbs)
    {
        if (caller.AccountId != peering.Accepter.OwnerId)
            throw new ApiException("OperationNotPermitted", $"User {caller.AccountId} cannot {verb} peering {peering.Id}");
        if (caller.Name != peering.Accepter.Region.Name)
            throw new ApiException("OperationNotPermitted", $"Incorrect region ({caller.Name}) specified for this request. "
                + $"VPC peering connection {peering.Id} must be {verbs} in region {peering.Accepter.Region.Name}");
    }

    public static ApiException WrongState(VpcPeering peering, string wanted) => new("InvalidStateTransition",
        $"Invalid state transition for {peering.Id}, attempted to transition from {peering.State.Code} to {wanted}");

    /// <summary>The accepter may add a block while a request is pending; where that overlaps, the request fails.</summary>
    public static void FailOverlappingRequests(Vpc vpc)
    {
        foreach (VpcPeering peering in vpc.Home.Peerings.All.Where(peering =>
            peering.State.Code == "pending-acceptance" && peering.Involves(vpc)).ToList())
            if (Overlap(peering.Requester, peering.Accepter)) peering.Fail();
    }
}
