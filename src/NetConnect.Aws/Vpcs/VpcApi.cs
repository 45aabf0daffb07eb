using Amazon.EC2;
using Amazon.EC2.Model;
using NetConnect.Addressing;
using NetConnect.Aws.Calls;
using NetConnect.Waiting;

namespace NetConnect.Aws.Vpcs;

/// <summary>VPCs, routes and peerings of one account and Region, over EC2.</summary>
internal sealed class VpcApi : IVpcApi
{
    private readonly Lazy<IAmazonEC2> _client;
    private readonly AwsCalls _calls;
    private readonly VpcReads _reads;
    private readonly Func<string, IVpcApi> _inRegion;

    public VpcApi(Lazy<IAmazonEC2> client, AwsCalls calls, string region, Func<string, IVpcApi> inRegion, IClock clock)
    {
        _client = client;
        _calls = calls;
        _reads = new VpcReads(client, calls, clock);
        _inRegion = inRegion;
        Region = region;
    }

    public string Region { get; }

    public IVpcApi InRegion(string region) => region == Region ? this : _inRegion(region);

    public Task<IReadOnlyList<NetConnect.Vpc>> ListVpcsAsync(CancellationToken cancellationToken) => _reads.Vpcs.ReadAsync("", cancellationToken);

    public Task<IReadOnlyList<NetConnect.RouteTable>> ListRouteTablesAsync(string vpcId, CancellationToken cancellationToken) =>
        _reads.RouteTables.ReadAsync(vpcId, cancellationToken);

    public Task<IReadOnlyList<NetConnect.Subnet>> ListSubnetsAsync(string vpcId, CancellationToken cancellationToken) => _reads.Subnets.ReadAsync(vpcId, cancellationToken);

    public Task<NetConnect.Subnet?> FindSubnetAsync(string subnetId, CancellationToken cancellationToken) => _reads.SubnetsById.ReadAsync(subnetId, cancellationToken);

    public Task<IReadOnlyList<NetConnect.SecurityGroup>> ListSecurityGroupsAsync(string vpcId, CancellationToken cancellationToken) =>
        _reads.SecurityGroups.ReadAsync(vpcId, cancellationToken);

    public Task<bool> HasDnsHostnamesAsync(string vpcId, CancellationToken cancellationToken) => _reads.DnsHostnames.ReadAsync(vpcId, cancellationToken);

    public Task<IReadOnlyList<VpcPeering>> ListPeeringsAsync(CancellationToken cancellationToken) => _reads.AllPeerings.ReadAsync("", cancellationToken);

    public Task<IReadOnlyList<VpcPeering>> ListPeeringsAsync(string vpcId, string peerVpcId, CancellationToken cancellationToken) =>
        _reads.PeeringsOfPairs.ReadAsync((vpcId, peerVpcId), cancellationToken);

    public Task<VpcPeering?> FindPeeringAsync(string peeringId, CancellationToken cancellationToken) => _reads.Peerings.ReadAsync(peeringId, cancellationToken);

    public async Task<VpcPeering> CreatePeeringAsync(
        string vpcId, string peerVpcId, string peerOwnerId, string peerRegion, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        var request = new CreateVpcPeeringConnectionRequest { VpcId = vpcId, PeerVpcId = peerVpcId, PeerOwnerId = peerOwnerId };
        if (peerRegion != Region)
            request.PeerRegion = peerRegion;
        if (tags.Count > 0)
            request.TagSpecifications = [new() { ResourceType = ResourceType.VpcPeeringConnection, Tags = VpcMapping.ToTags(tags) }];
        CreateVpcPeeringConnectionResponse answer = await _calls.InvokeAsync(
            "CreateVpcPeeringConnection", CallSafety.Once, ct => _client.Value.CreateVpcPeeringConnectionAsync(request, ct), vpcId, cancellationToken).ConfigureAwait(false);
        return answer.VpcPeeringConnection.ToModel();
    }

    public async Task<VpcPeering> AcceptPeeringAsync(string peeringId, CancellationToken cancellationToken)
    {
        AcceptVpcPeeringConnectionResponse answer = await ChangeAsync(
            "AcceptVpcPeeringConnection",
            ct => _client.Value.AcceptVpcPeeringConnectionAsync(new AcceptVpcPeeringConnectionRequest { VpcPeeringConnectionId = peeringId }, ct),
            peeringId,
            cancellationToken).ConfigureAwait(false);
        return answer.VpcPeeringConnection.ToModel();
    }

    public Task RejectPeeringAsync(string peeringId, CancellationToken cancellationToken) => ChangeAsync(
        "RejectVpcPeeringConnection",
        ct => _client.Value.RejectVpcPeeringConnectionAsync(new RejectVpcPeeringConnectionRequest { VpcPeeringConnectionId = peeringId }, ct),
        peeringId,
        cancellationToken);

    public Task DeletePeeringAsync(string peeringId, CancellationToken cancellationToken) => AwsCalls.UnlessGoneAsync(
        ChangeAsync(
            "DeleteVpcPeeringConnection",
            ct => _client.Value.DeleteVpcPeeringConnectionAsync(new DeleteVpcPeeringConnectionRequest { VpcPeeringConnectionId = peeringId }, ct),
            peeringId,
            cancellationToken));

    public Task SetPeeringDnsAsync(string peeringId, bool? requester, bool? accepter, CancellationToken cancellationToken)
    {
        var request = new ModifyVpcPeeringConnectionOptionsRequest { VpcPeeringConnectionId = peeringId };
        if (requester is not null)
            request.RequesterPeeringConnectionOptions = new() { AllowDnsResolutionFromRemoteVpc = requester };
        if (accepter is not null)
            request.AccepterPeeringConnectionOptions = new() { AllowDnsResolutionFromRemoteVpc = accepter };
        return ChangeAsync(
            "ModifyVpcPeeringConnectionOptions", ct => _client.Value.ModifyVpcPeeringConnectionOptionsAsync(request, ct), peeringId, cancellationToken);
    }

    public async Task CreateRouteAsync(string routeTableId, Cidr destination, string peeringId, CancellationToken cancellationToken)
    {
        var request = new CreateRouteRequest { RouteTableId = routeTableId, VpcPeeringConnectionId = peeringId };
        if (destination.IsIpv6)
            request.DestinationIpv6CidrBlock = destination.ToString();
        else
            request.DestinationCidrBlock = destination.ToString();
        // Repeatable although it is a create: where an earlier try had taken effect, the route that stands there is the one that was wanted.
        await ChangeAsync("CreateRoute", ct => _client.Value.CreateRouteAsync(request, ct), routeTableId, cancellationToken).ConfigureAwait(false);
    }

    public Task ReplaceRouteAsync(string routeTableId, Cidr destination, string peeringId, CancellationToken cancellationToken)
    {
        var request = new ReplaceRouteRequest { RouteTableId = routeTableId, VpcPeeringConnectionId = peeringId };
        if (destination.IsIpv6)
            request.DestinationIpv6CidrBlock = destination.ToString();
        else
            request.DestinationCidrBlock = destination.ToString();
        return ChangeAsync("ReplaceRoute", ct => _client.Value.ReplaceRouteAsync(request, ct), routeTableId, cancellationToken);
    }

    public Task DeleteRouteAsync(string routeTableId, Cidr destination, CancellationToken cancellationToken)
    {
        var request = new DeleteRouteRequest { RouteTableId = routeTableId };
        if (destination.IsIpv6)
            request.DestinationIpv6CidrBlock = destination.ToString();
        else
            request.DestinationCidrBlock = destination.ToString();
        return AwsCalls.UnlessGoneAsync(ChangeAsync("DeleteRoute", ct => _client.Value.DeleteRouteAsync(request, ct), routeTableId, cancellationToken));
    }

    public Task SetTagsAsync(string resourceId, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) => ChangeAsync(
        "CreateTags", ct => _client.Value.CreateTagsAsync(new CreateTagsRequest { Resources = [resourceId], Tags = VpcMapping.ToTags(tags) }, ct), resourceId, cancellationToken);

    public Task RemoveTagsAsync(string resourceId, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => ChangeAsync(
        "DeleteTags", ct => _client.Value.DeleteTagsAsync(new DeleteTagsRequest { Resources = [resourceId], Tags = keys.Select(key => new Tag { Key = key }).ToList() }, ct), resourceId, cancellationToken);

    private Task<T> ChangeAsync<T>(string action, Func<CancellationToken, Task<T>> call, string target, CancellationToken cancellationToken) =>
        _calls.InvokeAsync(action, CallSafety.Repeatable, call, target, cancellationToken);
}
