using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Protocol;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.Vpcs;

/// <summary>A block that belongs to a VPC or a subnet, or is on its way in or out.</summary>
internal sealed class CidrAssociation(string id, Cidr cidr, TimedState state)
{
    public string Id => id;

    public Cidr Cidr => cidr;

    public TimedState State => state;

    /// <summary>The block counts from the moment it is asked for until it is given up.</summary>
    public bool IsLive => state.Code is "associating" or "associated";

    public bool IsGone => state.Code == "disassociated";

    public void Disassociate() => state.Enter("disassociating").Then(StateDurations.CidrAssociation, "disassociated");

    /// <summary>The entry of a cidrBlockAssociationSet or ipv6CidrBlockAssociationSet.</summary>
    public void Write(XmlAnswer item)
    {
        item.Text("associationId", id).Text(cidr.IsV6 ? "ipv6CidrBlock" : "cidrBlock", cidr.ToString())
            .Node(cidr.IsV6 ? "ipv6CidrBlockState" : "cidrBlockState", node => node.Text("state", state.Code));
    }
}
