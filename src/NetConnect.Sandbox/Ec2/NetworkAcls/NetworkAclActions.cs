using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.NetworkAcls;

/// <summary>CreateNetworkAcl, DeleteNetworkAcl, DescribeNetworkAcls, ReplaceNetworkAclAssociation.</summary>
internal static class NetworkAclActions
{
    public static void CreateNetworkAcl(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.NetworkAcl);
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        if (call.Region.NetworkAcls.All.Count(known => known.Vpc == vpc) >= call.Region.Quotas.NetworkAclsPerVpc)
            throw new ApiException("NetworkAclLimitExceeded", "The maximum number of network ACLs has been reached.");
        NetworkAcl acl = call.Region.NetworkAcls.Add(new NetworkAcl(vpc, call.NewId(ResourceKind.NetworkAcl)));
        call.Region.Tags.Set(acl.Id, tags);
        answer.Node("networkAcl", node => NetworkAclDescription.Write(node, acl, call.Region));
    }

    public static void DeleteNetworkAcl(Ec2Call call, XmlAnswer answer)
    {
        NetworkAcl acl = call.Region.NetworkAcls.Get(call.Parameters.Required("NetworkAclId"));
        if (acl.IsDefault) throw new ApiException("InvalidParameterValue", $"cannot delete default network ACL {acl.Id}");
        if (acl.Associations.Count > 0)
            throw new ApiException("DependencyViolation", $"The networkAcl '{acl.Id}' has dependencies and cannot be deleted.");
        call.Region.NetworkAcls.Remove(acl);
        call.Region.Tags.RemoveAll(acl.Id);
        answer.Flag("return", true);
    }

    public static void DescribeNetworkAcls(Ec2Call call, XmlAnswer answer) =>
        NetworkAclDescription.Instance.Answer(call, answer, call.Region.NetworkAcls);

    public static void ReplaceNetworkAclAssociation(Ec2Call call, XmlAnswer answer)
    {
        string id = call.Parameters.Required("AssociationId");
        NetworkAcl to = call.Region.NetworkAcls.Get(call.Parameters.Required("NetworkAclId"));
        NetworkAcl from = call.Region.NetworkAcls.All.FirstOrDefault(acl => acl.Associations.ContainsValue(id))
            ?? throw new ApiException("InvalidAssociationID.NotFound", $"The association ID '{id}' does not exist");
        if (to.Vpc != from.Vpc)
            throw new ApiException("InvalidParameterValue", $"network ACL {to.Id} and network ACL {from.Id} belong to different networks");
        Subnet subnet = from.Associations.First(association => association.Value == id).Key;
        from.Associations.Remove(subnet);
        to.Associate(subnet);
        answer.Text("newAssociationId", to.Associations[subnet]);
    }
}
