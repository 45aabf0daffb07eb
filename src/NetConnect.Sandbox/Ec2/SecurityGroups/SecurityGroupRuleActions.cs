using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.SecurityGroups;

/// <summary>
/// AuthorizeSecurityGroupIngress, AuthorizeSecurityGroupEgress, RevokeSecurityGroupIngress, RevokeSecurityGroupEgress,
/// DescribeSecurityGroupRules, ModifySecurityGroupRules, UpdateSecurityGroupRuleDescriptionsIngress and …Egress.
/// </summary>
internal static class SecurityGroupRuleActions
{
    public static void AuthorizeSecurityGroupIngress(Ec2Call call, XmlAnswer answer) => Authorize(call, answer, egress: false);

    public static void AuthorizeSecurityGroupEgress(Ec2Call call, XmlAnswer answer) => Authorize(call, answer, egress: true);

    public static void RevokeSecurityGroupIngress(Ec2Call call, XmlAnswer answer) => Revoke(call, answer, egress: false);

    public static void RevokeSecurityGroupEgress(Ec2Call call, XmlAnswer answer) => Revoke(call, answer, egress: true);

    public static void UpdateSecurityGroupRuleDescriptionsIngress(Ec2Call call, XmlAnswer answer) => Describe(call, answer, egress: false);

    public static void UpdateSecurityGroupRuleDescriptionsEgress(Ec2Call call, XmlAnswer answer) => Describe(call, answer, egress: true);

    public static void DescribeSecurityGroupRules(Ec2Call call, XmlAnswer answer) =>
        SecurityGroupRuleDescription.Instance.Answer(call, answer, call.Region.SecurityGroupRules);

    public static void ModifySecurityGroupRules(Ec2Call call, XmlAnswer answer)
    {
        SecurityGroup group = Group(call);
        foreach (QueryParameters item in call.Parameters.Items("SecurityGroupRule"))
        {
            SecurityGroupRule rule = call.Region.SecurityGroupRules.Get(item.Required("SecurityGroupRuleId"));
            if (rule.Group != group) throw ResourceKind.SecurityGroupRule.NotFound(rule.Id);
            QueryParameters wanted = item.Under("SecurityGroupRule");
            var changed = new IpPermission(wanted.Required("IpProtocol"), wanted.Number("FromPort"), wanted.Number("ToPort"),
                Peer(wanted, group));
            if (group.Rules(rule.IsEgress).Any(other => other != rule && other.Permission.Equals(changed))) throw Duplicate(changed);
            rule.Permission = changed;
            rule.Description = wanted.Text("Description");
        }
        answer.Flag("return", true);
    }

    private static void Authorize(Ec2Call call, XmlAnswer answer, bool egress)
    {
        SecurityGroup group = Group(call);
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.SecurityGroupRule);
        var permissions = IpPermissionInput.Read(call, group);
        List<IpPermission> existing = group.Rules(egress).Select(rule => rule.Permission).ToList();
        foreach ((IpPermission permission, _) in permissions)
        {
            if (existing.Contains(permission)) throw Duplicate(permission);
            existing.Add(permission);
        }
        if (existing.Count > call.Region.Quotas.RulesPerSecurityGroup)
            throw new ApiException("RulesPerSecurityGroupLimitExceeded",
                "The maximum number of rules per security group has been reached.");

        List<SecurityGroupRule> added = permissions.ConvertAll(permission =>
            group.Add(egress, permission.Permission, permission.Description));
        foreach (SecurityGroupRule rule in added) call.Region.Tags.Set(rule.Id, tags);
        answer.Flag("return", true)
            .Set("securityGroupRuleSet", added, (item, rule) => SecurityGroupRuleDescription.Write(item, rule, call.Region));
    }

    private static void Revoke(Ec2Call call, XmlAnswer answer, bool egress)
    {
        SecurityGroup group = Group(call);
        IReadOnlyList<string> ids = call.Parameters.List("SecurityGroupRuleId");
        List<SecurityGroupRule> revoked = ids.Count > 0
            ? call.Region.SecurityGroupRules.Get(ids)
            : IpPermissionInput.Read(call, group).ConvertAll(wanted => Find(group, egress, wanted.Permission));
        if (revoked.Find(rule => rule.Group != group || rule.IsEgress != egress) is { } other)
            throw ResourceKind.SecurityGroupRule.NotFound(other.Id);
        foreach (SecurityGroupRule rule in revoked) rule.Remove();
        answer.Flag("return", true).Set("revokedSecurityGroupRuleSet", revoked, SecurityGroupRuleDescription.WriteRevoked);
    }

    private static void Describe(Ec2Call call, XmlAnswer answer, bool egress)
    {
        SecurityGroup group = Group(call);
        foreach (QueryParameters item in call.Parameters.Items("SecurityGroupRuleDescription"))
            call.Region.SecurityGroupRules.Get(item.Required("SecurityGroupRuleId")).Description = item.Text("Description");
        if (call.Parameters.Items("IpPermissions").Count > 0)
            foreach ((IpPermission permission, string? description) in IpPermissionInput.Read(call, group))
                Find(group, egress, permission).Description = description;
        answer.Flag("return", true);
    }

    private static SecurityGroup Group(Ec2Call call) => call.Region.SecurityGroups.Get(call.Parameters.Required("GroupId"));

    private static SecurityGroupRule Find(SecurityGroup group, bool egress, IpPermission permission) =>
        group.Rules(egress).FirstOrDefault(rule => rule.Permission.Equals(permission))
        ?? throw new ApiException("InvalidPermission.NotFound", "The specified rule does not exist in this security group.");

    private static ApiException Duplicate(IpPermission permission) =>
        new("InvalidPermission.Duplicate", $"the specified rule \"{permission}\" already exists");

    private static RulePeer Peer(QueryParameters wanted, SecurityGroup group)
    {
        if (wanted.Text("CidrIpv4") is { } ipv4) return IpPermissionInput.Block(ipv4, v6: false);
        if (wanted.Text("CidrIpv6") is { } ipv6) return IpPermissionInput.Block(ipv6, v6: true);
        if (wanted.Text("PrefixListId") is { } list) return IpPermissionInput.PrefixList(group.Home, list);
        return IpPermissionInput.Group(group, wanted.Required("ReferencedGroupId"), null);
    }
}
