using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Peering;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpcs;

/// <summary>AssociateVpcCidrBlock, DisassociateVpcCidrBlock.</summary>
internal static class VpcCidrActions
{
    public static void AssociateVpcCidrBlock(Ec2Call call, XmlAnswer answer)
    {
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        bool ipv6 = call.Parameters.Flag("AmazonProvidedIpv6CidrBlock") == true;
        Cidr cidr = ipv6 ? VpcFactory.NewIpv6(call.Region) : VpcFactory.Block(call.Parameters.Required("CidrBlock"), "CidrBlock");
        if (!ipv6) Check(vpc, cidr);

        CidrAssociation association = VpcFactory.Associate(vpc, cidr);
        PeeringRules.FailOverlappingRequests(vpc);
        Write(answer, vpc, association);
    }

    public static void DisassociateVpcCidrBlock(Ec2Call call, XmlAnswer answer)
    {
        string id = call.Parameters.Required("AssociationId");
        Vpc? vpc = call.Region.Vpcs.All.FirstOrDefault(owner => owner.Associations.Exists(known => known.Id == id && known.IsLive));
        CidrAssociation association = vpc?.Associations.Find(known => known.Id == id)
            ?? throw new ApiException("InvalidVpcCidrBlockAssociationID.NotFound",
                $"The vpc CIDR block association ID '{id}' does not exist");
        if (association == vpc.Associations[0])
            throw new ApiException("OperationNotPermitted",
                $"The vpc CIDR block with association ID {id} may not be disassociated. It is the primary IPv4 CIDR block of the VPC");
        if (vpc.Home.Subnets.All.Any(subnet => subnet.Vpc == vpc && subnet.Cidrs.Any(association.Cidr.Contains)))
            throw new ApiException("DependencyViolation",
                $"The vpc CIDR block with association ID {id} has subnets in it and cannot be disassociated.");
        association.Disassociate();
        Write(answer, vpc, association);
    }

    // Amazon VPC User Guide, "Add or remove a CIDR block"; VPC Peering Guide, "Update your VPC CIDR while peered".
    private static void Check(Vpc vpc, Cidr cidr)
    {
        VpcActions.CheckRange(cidr);
        if (vpc.Cidrs.Count(own => !own.IsV6) >= vpc.Home.Quotas.CidrsPerVpc)
            throw new ApiException("CidrLimitExceeded",
                $"This network '{vpc.Id}' has met its maximum number of allowed CIDRs: {vpc.Home.Quotas.CidrsPerVpc}");
        if (vpc.Cidrs.Any(own => own.Overlaps(cidr))) throw Conflict(vpc, cidr, "overlaps with a CIDR block of the VPC");
        if (vpc.Home.RouteTables.All.Where(table => table.Vpc == vpc).SelectMany(table => table.Routes)
            .Any(route => route.Destination.Cidr is { } to && cidr.Contains(to)))
            throw Conflict(vpc, cidr, "is the same as or larger than the destination of a route of the VPC");

        foreach (VpcPeering peering in vpc.Home.Peerings.All.Where(peering => peering.IsOpen && peering.Involves(vpc)))
        {
            if (peering.State.Code == "pending-acceptance" && peering.Requester.Vpc == vpc)
                throw new ApiException("OperationNotPermitted",
                    $"CIDR blocks cannot be added to '{vpc.Id}' while its VPC peering connection {peering.Id} is pending acceptance.");
            if (peering.State.Code is "active" or "provisioning" && peering.OtherSide(vpc).Vpc!.Cidrs.Any(other => other.Overlaps(cidr)))
                throw Conflict(vpc, cidr, $"overlaps with a CIDR block of the peer VPC of {peering.Id}");
        }
    }

    private static ApiException Conflict(Vpc vpc, Cidr cidr, string why) =>
        new("CidrConflict", $"The CIDR '{cidr}' cannot be associated with '{vpc.Id}': it {why}.");

    private static void Write(XmlAnswer answer, Vpc vpc, CidrAssociation association)
    {
        answer.Text("vpcId", vpc.Id);
        if (association.Cidr.IsV6) answer.Node("ipv6CidrBlockAssociation", node => VpcDescription.WriteIpv6(node, association, vpc.Home));
        else answer.Node("cidrBlockAssociation", association.Write);
    }
}
