using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.SecurityGroups;

/// <summary>Reads permissions from Authorize and Revoke calls: a list of them, or a single one spelt out in the call itself.</summary>
internal static class IpPermissionInput
{
    public static List<(IpPermission Permission, string? Description)> Read(Ec2Call call, SecurityGroup group)
    {
        IReadOnlyList<QueryParameters> items = call.Parameters.Items("IpPermissions");
        List<(IpPermission, string?)> permissions = items.Count > 0
            ? items.SelectMany(item => ReadItem(item, group)).ToList()
            : ReadFlat(call.Parameters, group);
        if (permissions.Count == 0) throw QueryParameters.Missing("IpPermissions");
        return permissions;
    }

    public static RulePeer Group(SecurityGroup group, string id, string? ownerId)
    {
        // Groups are found in the same Region only: no reference reaches across an inter-Region peering.
        Ec2Region home = group.Home.World.Region(ownerId ?? group.OwnerId, group.Home.Name);
        SecurityGroup? found = home.SecurityGroups.All.FirstOrDefault(known => known.Id == id);
        if (found is null && ownerId is null)
            found = Peers(group).Select(region => region.SecurityGroups.All.FirstOrDefault(known => known.Id == id))
                .FirstOrDefault(known => known is not null);
        // A rule that turned stale still can be named, so that it can be revoked.
        if (group.Rules(true).Concat(group.Rules(false))
            .FirstOrDefault(rule => rule.IsStale && rule.Permission.Peer.GroupId == id) is { } stale)
            return stale.Permission.Peer;
        if (found is null) throw ResourceKind.SecurityGroup.NotFound(id);
        if (found.Vpc != group.Vpc && !group.Home.Peerings.All.Any(peering =>
                peering.State.Code == "active" && peering.Involves(group.Vpc) && peering.Involves(found.Vpc)))
            throw new ApiException("InvalidGroup.NotFound", "You have specified two resources that belong to different networks.");
        return RulePeer.Of(found);
    }

    public static RulePeer Block(string text, bool v6) => Cidr.TryParse(text, out Cidr? cidr) && cidr.IsV6 == v6
        ? RulePeer.Of(cidr)
        : throw new ApiException("InvalidParameterValue", $"CIDR block {text} is malformed");

    public static RulePeer PrefixList(Ec2Region region, string id) => RulePeer.OfPrefixList(region.PrefixLists.Get(id).Id);

    private static IEnumerable<(IpPermission, string?)> ReadItem(QueryParameters item, SecurityGroup group)
    {
        string protocol = item.Required("IpProtocol");
        int? from = item.Number("FromPort");
        int? to = item.Number("ToPort");
        IEnumerable<(RulePeer Peer, QueryParameters Entry)> peers = item.Items("IpRanges")
            .Select(entry => (Block(entry.Required("CidrIp"), v6: false), entry))
            .Concat(item.Items("Ipv6Ranges").Select(entry => (Block(entry.Required("CidrIpv6"), v6: true), entry)))
            .Concat(item.Items("PrefixListIds").Select(entry => (PrefixList(group.Home, entry.Required("PrefixListId")), entry)))
            .Concat(item.Items("Groups").Concat(item.Items("UserIdGroupPairs"))
                .Select(entry => (Group(group, GroupId(group, entry), entry.Text("UserId")), entry)));
        return peers.Select(peer => (new IpPermission(protocol, from, to, peer.Peer), peer.Entry.Text("Description")));
    }

    private static List<(IpPermission, string?)> ReadFlat(QueryParameters parameters, SecurityGroup group)
    {
        RulePeer? peer = parameters.Text("CidrIp") is { } cidr ? Block(cidr, v6: false)
            : parameters.Text("SourceSecurityGroupName") is { } name
                ? Group(group, ByName(group.Vpc, name), parameters.Text("SourceSecurityGroupOwnerId"))
            : null;
        if (peer is null) return [];
        return [(new IpPermission(parameters.Required("IpProtocol"), parameters.Number("FromPort"), parameters.Number("ToPort"), peer),
            null)];
    }

    private static string GroupId(SecurityGroup group, QueryParameters entry) =>
        entry.Text("GroupId") ?? ByName(group.Vpc, entry.Required("GroupName"));

    private static string ByName(Vpc vpc, string name) =>
        vpc.Home.SecurityGroups.All.FirstOrDefault(known =>
            known.Vpc == vpc && known.Name == name)?.Id ?? throw ResourceKind.SecurityGroup.NotFound(name);

    // Without an owner EC2 also finds a group of an account that the VPC is peered with.
    private static IEnumerable<Ec2Region> Peers(SecurityGroup group) => group.Home.Peerings.All
        .Where(peering => peering.State.Code == "active" && peering.Involves(group.Vpc) && !peering.IsInterRegion)
        .Select(peering => peering.OtherSide(group.Vpc).Region);
}
