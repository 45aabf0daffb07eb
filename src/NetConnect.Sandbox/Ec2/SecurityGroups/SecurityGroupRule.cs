using NetConnect.Sandbox.Ec2.Peering;

namespace NetConnect.Sandbox.Ec2.SecurityGroups;

/// <summary>One rule of a security group.</summary>
internal sealed class SecurityGroupRule(SecurityGroup group, bool isEgress, IpPermission permission)
    : Ec2Resource(group.Home, group.Home.World.NewId(ResourceKind.SecurityGroupRule.Prefix))
{
    public SecurityGroup Group => group;

    public bool IsEgress => isEgress;

    public IpPermission Permission { get; set; } = permission;

    public string? Description { get; set; }

    public string Arn => $"arn:aws:ec2:{Home.Name}:{OwnerId}:security-group-rule/{Id}";

    /// <summary>The peering that a rule about a group of another VPC goes through: a live one, else the last one of the two VPCs.</summary>
    public VpcPeering? Peering
    {
        get
        {
            if (Permission.Peer.GroupVpc is not { } other || other == group.Vpc) return null;
            return Home.Peerings.All.Where(peering => peering.Involves(group.Vpc) && peering.Involves(other))
                .OrderByDescending(peering => peering.IsOpen).ThenByDescending(peering => peering.Sequence).FirstOrDefault();
        }
    }

    /// <summary>
    /// A rule whose peer group went away, or lies behind a peering that is no longer active. EC2 never removes it by itself (VPC
    /// Peering Guide, "Update your security groups to reference peer security groups").
    /// </summary>
    public bool IsStale => Permission.Peer.GroupVpc is { } other && other != group.Vpc
        && (Peering?.State.Code != "active" || other.Home.SecurityGroups.All.All(known => known.Id != Permission.Peer.GroupId));

    public void Remove()
    {
        Home.SecurityGroupRules.Remove(this);
        Home.Tags.RemoveAll(Id);
    }
}
