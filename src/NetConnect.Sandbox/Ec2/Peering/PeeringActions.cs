using NetConnect.Sandbox.Ec2.Regions;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Peering;

/// <summary>
/// CreateVpcPeeringConnection, AcceptVpcPeeringConnection, RejectVpcPeeringConnection, DeleteVpcPeeringConnection,
/// DescribeVpcPeeringConnections.
/// </summary>
internal static class PeeringActions
{
    public static void CreateVpcPeeringConnection(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.Peering);
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        PeeringSide accepter = Accepter(call);
        var requester = new PeeringSide(call.Region, vpc.Id, vpc);
        PeeringRules.CheckNew(requester, accepter);

        var peering = new VpcPeering(requester, accepter, call.NewId(ResourceKind.Peering));
        // The call succeeds all the same: that the request fails is only seen in its state, a moment later.
        if (accepter.Vpc is null || PeeringRules.Overlap(requester, accepter)) peering.RequestInVain();
        else peering.Request();
        requester.Region.Peerings.Add(peering);
        if (accepter.Region != requester.Region) accepter.Region.Peerings.Add(peering);
        call.Region.Tags.Set(peering.Id, tags);
        Write(call, answer, peering);
    }

    public static void AcceptVpcPeeringConnection(Ec2Call call, XmlAnswer answer)
    {
        VpcPeering peering = Peering(call);
        PeeringRules.CheckAccepter(call.Region, peering, "accept", "accepted");
        if (peering.State.Code != "pending-acceptance") throw PeeringRules.WrongState(peering, "provisioning");
        PeeringRules.CheckActive(peering.Requester);
        PeeringRules.CheckActive(peering.Accepter);
        peering.Accept();
        Write(call, answer, peering);
    }

    public static void RejectVpcPeeringConnection(Ec2Call call, XmlAnswer answer)
    {
        VpcPeering peering = Peering(call);
        PeeringRules.CheckAccepter(call.Region, peering, "reject", "accepted or rejected");
        if (peering.State.Code != "pending-acceptance") throw PeeringRules.WrongState(peering, "rejected");
        peering.Reject();
        answer.Flag("return", true);
    }

    public static void DeleteVpcPeeringConnection(Ec2Call call, XmlAnswer answer)
    {
        VpcPeering peering = Peering(call);
        if (!peering.IsOpen) throw PeeringRules.WrongState(peering, "deleting");
        // Until it is accepted a request is the requester's to withdraw; the accepter rejects it instead.
        if (peering.State.Code is "initiating-request" or "pending-acceptance" && call.Region.AccountId != peering.Requester.OwnerId)
            throw new ApiException("OperationNotPermitted", $"User {call.Region.AccountId} cannot delete peering {peering.Id}");
        peering.Delete(call.Region);
        answer.Flag("return", true);
    }

    public static void DescribeVpcPeeringConnections(Ec2Call call, XmlAnswer answer) =>
        PeeringDescription.Instance.Answer(call, answer, call.Region.Peerings);

    private static VpcPeering Peering(Ec2Call call) => call.Region.Peerings.Get(call.Parameters.Required("VpcPeeringConnectionId"));

    private static PeeringSide Accepter(Ec2Call call)
    {
        string vpcId = call.Parameters.Required("PeerVpcId");
        ResourceKind.Vpc.CheckForm(vpcId);
        string account = call.Parameters.Text("PeerOwnerId") ?? call.Region.AccountId;
        string region = call.Parameters.Text("PeerRegion") ?? call.Region.Name;
        if (!AwsRegion.IsEnabled(region)) throw QueryParameters.Invalid("PeerRegion", region, "Invalid region.");
        if (account.Length != 12 || !account.All(char.IsDigit))
            throw QueryParameters.Invalid("PeerOwnerId", account, "Expecting a twelve digit account ID.");
        Ec2Region home = call.World.Region(account, region);
        // Who owns both sides is told at once that the VPC is not there; of others' VPCs EC2 tells nothing.
        if (home == call.Region) call.Region.Vpcs.Get(vpcId);
        return new PeeringSide(home, vpcId, home.Vpcs.All.FirstOrDefault(vpc => vpc.Id == vpcId));
    }

    private static void Write(Ec2Call call, XmlAnswer answer, VpcPeering peering) =>
        answer.Node("vpcPeeringConnection", node => PeeringDescription.Write(node, peering, call.Region));
}
