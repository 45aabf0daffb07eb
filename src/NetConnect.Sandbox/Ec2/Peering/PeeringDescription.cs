using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Peering;

/// <summary>How a peering is filtered and written.</summary>
internal static class PeeringDescription
{
    public static readonly Description<VpcPeering> Instance = new("VpcPeeringConnectionId", "vpcPeeringConnectionSet",
        new FilterSet<VpcPeering>
    {
        { "vpc-peering-connection-id", peering => peering.Id },
        { "status-code", peering => peering.State.Code },
        { "status-message", peering => peering.State.Message },
        { "expiration-time", peering => XmlAnswer.Format(peering.ExpirationTime) },
        { "requester-vpc-info.vpc-id", peering => peering.Requester.VpcId },
        { "requester-vpc-info.owner-id", peering => peering.Requester.OwnerId },
        { "requester-vpc-info.cidr-block", peering => peering.Requester.Vpc?.CidrBlock.ToString() },
        { "accepter-vpc-info.vpc-id", peering => peering.Accepter.VpcId },
        { "accepter-vpc-info.owner-id", peering => peering.Accepter.OwnerId },
        { "accepter-vpc-info.cidr-block", peering => peering.Accepter.Vpc?.CidrBlock.ToString() },
    }, Write);

    public static void Write(XmlAnswer node, VpcPeering peering, Ec2Region viewer)
    {
        node.Text("vpcPeeringConnectionId", peering.Id)
            .Node("requesterVpcInfo", info => WriteSide(info, peering, peering.Requester, viewer))
            .Node("accepterVpcInfo", info => WriteSide(info, peering, peering.Accepter, viewer))
            .Node("status", status => status.Text("code", peering.State.Code).Text("message", peering.State.Message));
        if (peering.State.Code is "initiating-request" or "pending-acceptance" or "expired")
            node.Time("expirationTime", peering.ExpirationTime);
        node.Tags(viewer.Tags.Of(peering.Id));
    }

    // API Reference, VpcPeeringConnection: blocks are only returned for an active peering. A side's own are no secret to it.
    private static void WriteSide(XmlAnswer info, VpcPeering peering, PeeringSide side, Ec2Region viewer)
    {
        bool active = peering.State.Code == "active";
        info.Text("ownerId", side.OwnerId).Text("vpcId", side.VpcId);
        if (side.Vpc is { } vpc && (active || side.Region == viewer))
        {
            info.Text("cidrBlock", vpc.CidrBlock.ToString())
                .Set("cidrBlockSet", vpc.Cidrs.Where(cidr => !cidr.IsV6), (item, cidr) => item.Text("cidrBlock", cidr.ToString()));
            if (vpc.Cidrs.Any(cidr => cidr.IsV6))
                info.Set("ipv6CidrBlockSet", vpc.Cidrs.Where(cidr => cidr.IsV6), (item, cidr) =>
                    item.Text("ipv6CidrBlock", cidr.ToString()));
        }
        if (active) info.Node("peeringOptions", options => WriteOptions(options, side.AllowDnsResolutionFromRemoteVpc));
        info.Text("region", side.Region.Name);
    }

    public static void WriteOptions(XmlAnswer options, bool allowDns) => options.Flag("allowDnsResolutionFromRemoteVpc", allowDns)
        .Flag("allowEgressFromLocalClassicLinkToRemoteVpc", false).Flag("allowEgressFromLocalVpcToRemoteClassicLink", false);
}
