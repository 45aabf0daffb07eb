using NetConnect.Addressing;

namespace NetConnect.ClientVpn;

/// <summary>What the security groups say: those of the endpoint must let traffic out, others must let it in.</summary>
internal static class ClientVpnSecurityFindings
{
    public static IEnumerable<VpnFinding> Of(ClientVpnWorld world)
    {
        HashSet<string> ids = [.. world.Endpoint.SecurityGroupIds, .. world.Endpoint.Associations.SelectMany(one => one.SecurityGroupIds)];
        List<SecurityGroup> own = [.. world.SecurityGroups.Where(group => ids.Contains(group.GroupId))];
        if (own.Count == 0)
            yield break;
        string names = string.Join(", ", own);
        List<SecurityGroupRule> egress = [.. own.SelectMany(group => group.Egress)];
        foreach (Cidr destination in world.Routes.Select(one => one.Destination).Distinct()
            .Where(destination => !egress.Exists(rule => LetsOut(rule, destination))))
            yield return world.Finding(VpnFindingCodes.SecurityGroupBlocks, VpnFindingSeverity.Error, $"{destination}",
                $"The endpoint leads there, and {names} let nothing out to it.",
                $"Add a rule for outbound traffic to {destination} to one of them, "
                + $"or give the endpoint other groups: Set-ClientVpn {world.Endpoint} -SecurityGroupId.");

        // What comes from clients has an address of a subnet's interface (Administrator Guide, "How Client VPN works").
        IReadOnlyList<string> associated = world.AssociatedSubnetIds;
        List<Cidr> sources =
            [.. world.Subnets.Where(subnet => associated.Contains(subnet.SubnetId)).Select(subnet => Cidr.Parse(subnet.CidrBlock))];
        bool isMeant = world.Vpc?.Cidrs.Any(block => world.Rules.Any(one => one.Destination.Overlaps(block))) == true;
        if (isMeant && sources.Count > 0 && !world.SecurityGroups.SelectMany(group => group.Ingress).Any(LetsIn))
            yield return world.Finding(VpnFindingCodes.NobodyLetsIn, VpnFindingSeverity.Warning, world.Endpoint.VpcId!,
                $"No security group of the VPC lets in what comes from {names}, or from {string.Join(", ", sources)}: "
                + "nothing there can be reached.",
                $"Let the groups of what people are to reach take inbound traffic from {own[0]}.");

        bool LetsIn(SecurityGroupRule rule) =>
            rule.GroupIds.Any(ids.Contains) || rule.PrefixListIds.Count > 0 || rule.CidrBlocks.Any(block => sources.Exists(block.Overlaps));
    }

    // Who is in a group or a prefix list is not known here.
    private static bool LetsOut(SecurityGroupRule rule, Cidr destination) =>
        rule.GroupIds.Count > 0 || rule.PrefixListIds.Count > 0 || ClientVpnWorld.LeadsTo(rule.CidrBlocks, destination);
}
