using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Peering;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpcs;

/// <summary>CreateVpc, CreateDefaultVpc, DeleteVpc, DescribeVpcs.</summary>
internal static class VpcActions
{
    public static void CreateVpc(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.Vpc);
        string tenancy = call.Parameters.Text("InstanceTenancy") ?? "default";
        if (tenancy is not ("default" or "dedicated"))
            throw new ApiException("UnsupportedTenancy", $"The tenancy value {tenancy} is not supported.");
        Cidr cidr = VpcFactory.Block(call.Parameters.Required("CidrBlock"), "CidrBlock");
        CheckRange(cidr);
        CheckQuota(call.Region);

        Vpc vpc = VpcFactory.Create(call.Region, cidr);
        vpc.InstanceTenancy = tenancy;
        if (call.Parameters.Flag("AmazonProvidedIpv6CidrBlock") == true) VpcFactory.Associate(vpc, VpcFactory.NewIpv6(call.Region));
        call.Region.Tags.Set(vpc.Id, tags);
        answer.Node("vpc", node => VpcDescription.Write(node, vpc, call.Region));
    }

    public static void DeleteVpc(Ec2Call call, XmlAnswer answer)
    {
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        if (VpcDependencies.Any(vpc))
            throw new ApiException("DependencyViolation", $"The vpc '{vpc.Id}' has dependencies and cannot be deleted.");
        VpcDependencies.RemoveDefaults(vpc);
        // VPC Peering Guide, "Delete a VPC peering connection": deleting a VPC also deletes its active peerings.
        foreach (VpcPeering peering in call.Region.Peerings.All.Where(peering => peering.IsOpen && peering.Involves(vpc)).ToList())
            peering.Delete(call.Region);
        call.Region.Vpcs.Remove(vpc);
        call.Region.Tags.RemoveAll(vpc.Id);
        answer.Flag("return", true);
    }

    public static void DescribeVpcs(Ec2Call call, XmlAnswer answer) => VpcDescription.Instance.Answer(call, answer, call.Region.Vpcs);

    /// <summary>Amazon VPC User Guide, "VPC CIDR blocks": between /28 and /16.</summary>
    public static void CheckRange(Cidr cidr)
    {
        if (cidr.Length is < 16 or > 28) throw new ApiException("InvalidVpc.Range", $"The CIDR '{cidr}' is invalid.");
    }

    private static void CheckQuota(Ec2Region region)
    {
        if (region.Vpcs.All.Count() >= region.Quotas.VpcsPerRegion)
            throw new ApiException("VpcLimitExceeded", "The maximum number of VPCs has been reached.");
    }
}
