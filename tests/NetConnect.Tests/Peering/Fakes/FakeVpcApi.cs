using NetConnect.Addressing;
using NetConnect.Peering;

namespace NetConnect.Tests.Peering.Fakes;

/// <summary>What one account in one Region sees and may do in a <see cref="FakeEc2"/>.</summary>
internal sealed class FakeVpcApi(FakeEc2 ec2, string account, string region) : IVpcApi
{
    public string Account { get; } = account;

    public string Region { get; } = region;

    public IVpcApi InRegion(string region) => ec2.Api(Account, region);

    public Task<IReadOnlyList<Vpc>> ListVpcsAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<Vpc>>(
        "ListVpcs",
        "",
        () => Mine().Select(vpc => vpc.View()).ToList(),
        cancellationToken);

    public Task<IReadOnlyList<RouteTable>> ListRouteTablesAsync(string vpcId, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<RouteTable>>(
        "ListRouteTables",
        vpcId,
        () => Mine(vpcId).SelectMany(vpc => vpc.Tables).Select(table => table.View(IsActive)).ToList(),
        cancellationToken);

    public Task<IReadOnlyList<Subnet>> ListSubnetsAsync(string vpcId, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<Subnet>>(
        "ListSubnets",
        vpcId,
        () => Mine(vpcId)
            .SelectMany(vpc => vpc.SubnetsWithoutTable.Concat(vpc.Tables.SelectMany(table => table.SubnetIds)))
            .Select(id => new Subnet { SubnetId = id, VpcId = vpcId })
            .ToList(),
        cancellationToken);

    public Task<Subnet?> FindSubnetAsync(string subnetId, CancellationToken cancellationToken) =>
        ReadAsync("FindSubnet", subnetId, () => Mine().SelectMany(vpc => vpc.Subnets).FirstOrDefault(subnet => subnet.SubnetId == subnetId), cancellationToken);

    public Task<IReadOnlyList<SecurityGroup>> ListSecurityGroupsAsync(string vpcId, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<SecurityGroup>>("ListSecurityGroups", vpcId, () => OneOfMine(vpcId).SecurityGroups, cancellationToken);

    public Task<bool> HasDnsHostnamesAsync(string vpcId, CancellationToken cancellationToken) =>
        ReadAsync("HasDnsHostnames", vpcId, () => OneOfMine(vpcId).HasDnsHostnames, cancellationToken);

    public Task<IReadOnlyList<VpcPeering>> ListPeeringsAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<VpcPeering>>("ListPeerings", "", () => See(_ => true), cancellationToken);

    public Task<IReadOnlyList<VpcPeering>> ListPeeringsAsync(string vpcId, string peerVpcId, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<VpcPeering>>(
            "ListPeeringsOfPair", $"{vpcId} {peerVpcId}", () => See(peering => peering.IsBetween(vpcId, peerVpcId)), cancellationToken);

    public Task<VpcPeering?> FindPeeringAsync(string peeringId, CancellationToken cancellationToken) =>
        ReadAsync("FindPeering", peeringId, () => ec2.Find(peeringId, this, isLook: true)?.View(this), cancellationToken);

    public Task<VpcPeering> CreatePeeringAsync(
        string vpcId, string peerVpcId, string peerOwnerId, string peerRegion, IReadOnlyDictionary<string, string> tags,
        CancellationToken cancellationToken) =>
        WriteAsync(
            "CreatePeering",
            $"{vpcId} {peerVpcId}",
            () =>
            {
                FakeVpc accepter = ec2.Vpcs.Find(vpc => vpc.Id == peerVpcId && vpc.Account == peerOwnerId && vpc.Region == peerRegion)
                    ?? throw FakeErrors.VpcNotFound(peerVpcId);
                if (ec2.Peerings.Find(peering => peering.IsBetween(vpcId, peerVpcId) && peering.IsLive) is { } existing)
                    throw FakeErrors.StateConflict(existing.Id, existing.Status);
                FakePeering made = ec2.AddPeering(OneOfMine(vpcId), accepter, PeeringStates.Initiating);
                foreach (KeyValuePair<string, string> tag in tags)
                    made.TagsOf(Account, Region)[tag.Key] = tag.Value;
                ec2.OnCreate(made);
                return made.View(this);
            },
            cancellationToken);

    public Task<VpcPeering> AcceptPeeringAsync(string peeringId, CancellationToken cancellationToken) =>
        ChangeAsync("AcceptPeering", peeringId, peering => peering.Accept(this), cancellationToken);

    public Task RejectPeeringAsync(string peeringId, CancellationToken cancellationToken) =>
        ChangeAsync("RejectPeering", peeringId, peering => peering.Reject(this), cancellationToken);

    public Task DeletePeeringAsync(string peeringId, CancellationToken cancellationToken) =>
        ChangeAsync("DeletePeering", peeringId, peering => peering.Delete(this), cancellationToken);

    public Task SetPeeringDnsAsync(string peeringId, bool? requester, bool? accepter, CancellationToken cancellationToken) =>
        ChangeAsync("SetPeeringDns", peeringId, peering => peering.SetDns(this, requester, accepter), cancellationToken);

    public Task CreateRouteAsync(string routeTableId, Cidr destination, string peeringId, CancellationToken cancellationToken) =>
        RouteAsync("CreateRoute", routeTableId, destination, table => table.Create(destination, Seen(peeringId).Id), cancellationToken);

    public Task ReplaceRouteAsync(string routeTableId, Cidr destination, string peeringId, CancellationToken cancellationToken) =>
        RouteAsync("ReplaceRoute", routeTableId, destination, table => table.Replace(destination, Seen(peeringId).Id), cancellationToken);

    public Task DeleteRouteAsync(string routeTableId, Cidr destination, CancellationToken cancellationToken) =>
        RouteAsync("DeleteRoute", routeTableId, destination, table => table.Delete(destination), cancellationToken);

    public Task SetTagsAsync(string resourceId, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        ChangeAsync(
        "SetTags",
        resourceId,
        peering =>
        {
            foreach (KeyValuePair<string, string> tag in tags)
                peering.TagsOf(Account, Region)[tag.Key] = tag.Value;
        },
        cancellationToken);

    public Task RemoveTagsAsync(string resourceId, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        ChangeAsync("RemoveTags", resourceId, peering => keys.ToList().ForEach(key => peering.TagsOf(Account, Region).Remove(key)), cancellationToken);

    private IEnumerable<FakeVpc> Mine(string? vpcId = null) => ec2.Vpcs.Where(vpc => vpc.IsOf(this) && (vpcId ?? vpc.Id) == vpc.Id);

    private FakeVpc OneOfMine(string vpcId) => Mine(vpcId).SingleOrDefault() ?? throw FakeErrors.VpcNotFound(vpcId);

    private FakePeering Seen(string peeringId) => ec2.Find(peeringId, this) ?? throw FakeErrors.PeeringNotFound(peeringId);

    private List<VpcPeering> See(Func<FakePeering, bool> selects) =>
        (from peering in ec2.Peerings where selects(peering) && peering.IsShownTo(this, isLook: true) select peering.View(this)).ToList();

    private bool IsActive(string peeringId) =>
        ec2.Peerings.Exists(peering => peering.Id == peeringId && peering.Status == PeeringStates.Active);

    private Task<VpcPeering> ChangeAsync(
        string action, string peeringId, Action<FakePeering> change, CancellationToken cancellationToken) =>
        WriteAsync(
        action,
        peeringId,
        () =>
        {
            FakePeering peering = Seen(peeringId);
            change(peering);
            return peering.View(this);
        },
        cancellationToken);

    private Task<bool> RouteAsync(
        string action, string routeTableId, Cidr destination, Action<FakeRouteTable> change, CancellationToken cancellationToken) =>
        WriteAsync(
        action,
        $"{routeTableId} {destination}",
        () =>
        {
            FakeRouteTable? table = Mine().SelectMany(vpc => vpc.Tables).SingleOrDefault(table => table.Id == routeTableId);
            change(table ?? throw FakeErrors.RouteTableNotFound(routeTableId));
            return true;
        },
        cancellationToken);

    private Task<T> ReadAsync<T>(string action, string target, Func<T> read, CancellationToken cancellationToken) =>
        ec2.CallAsync(new FakeCall(Account, Region, action, target, IsWrite: false), read, cancellationToken);

    private Task<T> WriteAsync<T>(string action, string target, Func<T> effect, CancellationToken cancellationToken) =>
        ec2.CallAsync(new FakeCall(Account, Region, action, target, IsWrite: true), effect, cancellationToken);
}
