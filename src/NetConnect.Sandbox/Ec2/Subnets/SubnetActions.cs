using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.NetworkAcls;
using NetConnect.Sandbox.Ec2.Regions;
using NetConnect.Sandbox.Ec2.RouteTables;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.Subnets;

/// <summary>CreateSubnet, DeleteSubnet, DescribeSubnets.</summary>
internal static class SubnetActions
{
    public static void CreateSubnet(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.Subnet);
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        AvailabilityZone zone = Zone(call);
        Cidr cidr = VpcFactory.Block(call.Parameters.Required("CidrBlock"), "CidrBlock");
        Cidr? ipv6 = call.Parameters.Text("Ipv6CidrBlock") is { } text ? VpcFactory.Ipv6Block(text, "Ipv6CidrBlock") : null;
        if (cidr.Length is < 16 or > 28) throw new ApiException("InvalidSubnet.Range", $"The CIDR '{cidr}' is invalid.");
        CheckPlace(vpc, cidr);
        if (ipv6 is not null) CheckPlace(vpc, ipv6);
        if (call.Region.Subnets.All.Count(subnet => subnet.Vpc == vpc) >= call.Region.Quotas.SubnetsPerVpc)
            throw new ApiException("SubnetLimitExceeded", $"The maximum number of subnets per VPC has been reached for '{vpc.Id}'.");

        Subnet created = Add(new Subnet(vpc, call.NewId(ResourceKind.Subnet), cidr, zone));
        if (ipv6 is not null) Associate(created, ipv6);
        call.Region.Tags.Set(created.Id, tags);
        answer.Node("subnet", node => SubnetDescription.Write(node, created, call.Region));
    }

    public static void DeleteSubnet(Ec2Call call, XmlAnswer answer)
    {
        Subnet subnet = call.Region.Subnets.Get(call.Parameters.Required("SubnetId"));
        if (call.Region.NetworkInterfaces.All.Any(card => card.Subnet == subnet))
            throw new ApiException("DependencyViolation", $"The subnet '{subnet.Id}' has dependencies and cannot be deleted.");
        foreach (NetworkAcl acl in call.Region.NetworkAcls.All) acl.Associations.Remove(subnet);
        foreach (RouteTable table in call.Region.RouteTables.All) table.Associations.RemoveAll(association => association.Subnet == subnet);
        call.Region.Subnets.Remove(subnet);
        call.Region.Tags.RemoveAll(subnet.Id);
        answer.Flag("return", true);
    }

    public static void DescribeSubnets(Ec2Call call, XmlAnswer answer) =>
        SubnetDescription.Instance.Answer(call, answer, call.Region.Subnets);

    /// <summary>Puts a subnet into its VPC, under the default network ACL.</summary>
    public static Subnet Add(Subnet subnet)
    {
        subnet.Vpc.DefaultNetworkAcl.Associate(subnet);
        return subnet.Home.Subnets.Add(subnet);
    }

    /// <summary>A subnet lies within one block of its VPC and overlaps no other subnet.</summary>
    public static void CheckPlace(Vpc vpc, Cidr cidr)
    {
        if (!vpc.Contains(cidr) || (cidr.IsV6 && cidr.Length > 64))
            throw new ApiException("InvalidSubnet.Range", $"The CIDR '{cidr}' is invalid.");
        if (vpc.Home.Subnets.All.Any(other => other.Vpc == vpc && other.Cidrs.Any(cidr.Overlaps)))
            throw new ApiException("InvalidSubnet.Conflict", $"The CIDR '{cidr}' conflicts with another subnet");
    }

    public static CidrAssociation Associate(Subnet subnet, Cidr cidr)
    {
        TimedState state = new TimedState(subnet.Home.World.Clock, "associating").Then(StateDurations.CidrAssociation, "associated");
        var association = new CidrAssociation(subnet.Home.World.NewId("subnet-cidr-assoc"), cidr, state);
        subnet.Ipv6Associations.Add(association);
        return association;
    }

    private static AvailabilityZone Zone(Ec2Call call)
    {
        List<AvailabilityZone> zones = AwsRegion.ZonesOf(call.Region.Name).ToList();
        string? name = call.Parameters.Text("AvailabilityZone");
        string? id = call.Parameters.Text("AvailabilityZoneId");
        return zones.Find(zone => (name is null || zone.Name == name) && (id is null || zone.Id == id))
            ?? throw QueryParameters.Invalid("AvailabilityZone", name ?? id!,
                "Subnets can currently only be created in the following availability zones: "
                + string.Join(", ", zones.Select(zone => zone.Name)) + ".");
    }
}
