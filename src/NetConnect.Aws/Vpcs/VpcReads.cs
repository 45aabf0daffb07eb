using Amazon.EC2;
using Amazon.EC2.Model;
using NetConnect.Aws.Calls;
using NetConnect.Reading;
using NetConnect.Waiting;

namespace NetConnect.Aws.Vpcs;

/// <summary>The Describe calls about VPCs, each merged over all who ask at the same time.</summary>
/// <remarks>By filter, never by id: one id that is not there makes EC2 refuse the whole call, a filter just passes it over.</remarks>
internal sealed class VpcReads
{
    private readonly Lazy<IAmazonEC2> _client;
    private readonly AwsCalls _calls;

    public VpcReads(Lazy<IAmazonEC2> client, AwsCalls calls, IClock clock)
    {
        _client = client;
        _calls = calls;
        Vpcs = new(ReadVpcsAsync, clock);
        RouteTables = new(ReadRouteTablesAsync, clock);
        Subnets = new(ReadSubnetsAsync, clock);
        SubnetsById = new(ReadSubnetsByIdAsync, clock);
        SecurityGroups = new(ReadSecurityGroupsAsync, clock);
        DnsHostnames = new(ReadDnsHostnamesAsync, clock);
        AllPeerings = new(ReadAllPeeringsAsync, clock);
        Peerings = new(ReadPeeringsAsync, clock);
        PeeringsOfPairs = new(ReadPeeringsOfPairsAsync, clock, int.MaxValue);
    }

    /// <summary>All VPCs; the key is the same for everybody.</summary>
    public ReadMerger<string, IReadOnlyList<NetConnect.Vpc>> Vpcs { get; }

    /// <summary>The route tables of a VPC.</summary>
    public ReadMerger<string, IReadOnlyList<NetConnect.RouteTable>> RouteTables { get; }

    /// <summary>The subnets of a VPC.</summary>
    public ReadMerger<string, IReadOnlyList<NetConnect.Subnet>> Subnets { get; }

    /// <summary>A subnet by its id.</summary>
    public ReadMerger<string, NetConnect.Subnet?> SubnetsById { get; }

    /// <summary>The security groups of a VPC.</summary>
    public ReadMerger<string, IReadOnlyList<NetConnect.SecurityGroup>> SecurityGroups { get; }

    /// <summary>Whether a VPC has enableDnsHostnames.</summary>
    public ReadMerger<string, bool> DnsHostnames { get; }

    /// <summary>All peerings; the key is the same for everybody.</summary>
    public ReadMerger<string, IReadOnlyList<VpcPeering>> AllPeerings { get; }

    /// <summary>A peering by its id.</summary>
    public ReadMerger<string, VpcPeering?> Peerings { get; }

    /// <summary>The peerings of two VPCs, whichever asked.</summary>
    public ReadMerger<(string VpcId, string PeerVpcId), IReadOnlyList<VpcPeering>> PeeringsOfPairs { get; }

    private async Task<Func<string, IReadOnlyList<VpcPeering>>> ReadAllPeeringsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        List<VpcPeering> all = await ListPeeringsAsync([], cancellationToken).ConfigureAwait(false);
        return _ => all;
    }

    private Task<List<VpcPeering>> ListPeeringsAsync(List<Filter> filters, CancellationToken cancellationToken) => _calls.PagesAsync(
        "DescribeVpcPeeringConnections",
        async (token, ct) =>
        {
            DescribeVpcPeeringConnectionsResponse page = await _client.Value.DescribeVpcPeeringConnectionsAsync(
                new DescribeVpcPeeringConnectionsRequest { Filters = filters, MaxResults = 1000, NextToken = token }, ct).ConfigureAwait(false);
            return (page.VpcPeeringConnections?.Select(VpcMapping.ToModel), page.NextToken);
        },
        cancellationToken);

    private async Task<Func<string, IReadOnlyList<NetConnect.Vpc>>> ReadVpcsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        List<NetConnect.Vpc> all = await _calls.PagesAsync(
            "DescribeVpcs",
            async (token, ct) =>
            {
                DescribeVpcsResponse page = await _client.Value.DescribeVpcsAsync(
                    new DescribeVpcsRequest { MaxResults = 1000, NextToken = token }, ct).ConfigureAwait(false);
                return (page.Vpcs?.Select(VpcMapping.ToModel), page.NextToken);
            },
            cancellationToken).ConfigureAwait(false);
        return _ => all;
    }

    private async Task<Func<string, IReadOnlyList<NetConnect.RouteTable>>> ReadRouteTablesAsync(IReadOnlyCollection<string> vpcIds, CancellationToken cancellationToken)
    {
        List<NetConnect.RouteTable> tables = await _calls.PagesAsync(
            "DescribeRouteTables",
            async (token, ct) =>
            {
                DescribeRouteTablesResponse page = await _client.Value.DescribeRouteTablesAsync(
                    new DescribeRouteTablesRequest { Filters = [Is("vpc-id", vpcIds)], MaxResults = 100, NextToken = token }, ct).ConfigureAwait(false);
                return (page.RouteTables?.Select(VpcMapping.ToModel), page.NextToken);
            },
            cancellationToken).ConfigureAwait(false);
        ILookup<string, NetConnect.RouteTable> byVpc = tables.ToLookup(table => table.VpcId);
        return vpcId => byVpc[vpcId].ToList();
    }

    private async Task<Func<string, IReadOnlyList<NetConnect.Subnet>>> ReadSubnetsAsync(IReadOnlyCollection<string> vpcIds, CancellationToken cancellationToken)
    {
        ILookup<string, NetConnect.Subnet> byVpc =
            (await ListSubnetsAsync(Is("vpc-id", vpcIds), cancellationToken).ConfigureAwait(false)).ToLookup(subnet => subnet.VpcId);
        return vpcId => byVpc[vpcId].ToList();
    }

    private async Task<Func<string, NetConnect.Subnet?>> ReadSubnetsByIdAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        List<NetConnect.Subnet> subnets = await ListSubnetsAsync(Is("subnet-id", ids), cancellationToken).ConfigureAwait(false);
        return id => subnets.Find(subnet => subnet.SubnetId == id);
    }

    private Task<List<NetConnect.Subnet>> ListSubnetsAsync(Filter filter, CancellationToken cancellationToken) => _calls.PagesAsync(
        "DescribeSubnets",
        async (token, ct) =>
        {
            DescribeSubnetsResponse page = await _client.Value.DescribeSubnetsAsync(
                new DescribeSubnetsRequest { Filters = [filter], MaxResults = 1000, NextToken = token }, ct).ConfigureAwait(false);
            return (page.Subnets?.Select(VpcMapping.ToModel), page.NextToken);
        },
        cancellationToken);

    private async Task<Func<string, IReadOnlyList<NetConnect.SecurityGroup>>> ReadSecurityGroupsAsync(IReadOnlyCollection<string> vpcIds, CancellationToken cancellationToken)
    {
        List<NetConnect.SecurityGroup> groups = await _calls.PagesAsync(
            "DescribeSecurityGroups",
            async (token, ct) =>
            {
                DescribeSecurityGroupsResponse page = await _client.Value.DescribeSecurityGroupsAsync(
                    new DescribeSecurityGroupsRequest { Filters = [Is("vpc-id", vpcIds)], MaxResults = 1000, NextToken = token }, ct).ConfigureAwait(false);
                return (page.SecurityGroups?.Select(VpcMapping.ToModel), page.NextToken);
            },
            cancellationToken).ConfigureAwait(false);
        ILookup<string, NetConnect.SecurityGroup> byVpc = groups.ToLookup(group => group.VpcId);
        return vpcId => byVpc[vpcId].ToList();
    }

    // DescribeVpcAttribute takes one VPC and one attribute: callers who ask for the same VPC share it, and that is all.
    private async Task<Func<string, bool>> ReadDnsHostnamesAsync(IReadOnlyCollection<string> vpcIds, CancellationToken cancellationToken)
    {
        DescribeVpcAttributeResponse[] answers = await Task.WhenAll(vpcIds.Select(vpcId => _calls.InvokeAsync(
            "DescribeVpcAttribute",
            CallSafety.Repeatable,
            ct => _client.Value.DescribeVpcAttributeAsync(new DescribeVpcAttributeRequest { VpcId = vpcId, Attribute = VpcAttributeName.EnableDnsHostnames }, ct),
            vpcId,
            cancellationToken))).ConfigureAwait(false);
        var enabled = vpcIds.Zip(answers, (vpcId, answer) => (vpcId, answer)).ToDictionary(pair => pair.vpcId, pair => pair.answer.EnableDnsHostnames == true);
        return vpcId => enabled[vpcId];
    }

    private async Task<Func<string, VpcPeering?>> ReadPeeringsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        List<VpcPeering> peerings = await ListPeeringsAsync([Is("vpc-peering-connection-id", ids)], cancellationToken).ConfigureAwait(false);
        return id => peerings.Find(peering => peering.VpcPeeringConnectionId == id);
    }

    private async Task<Func<(string VpcId, string PeerVpcId), IReadOnlyList<VpcPeering>>> ReadPeeringsOfPairsAsync(
        IReadOnlyCollection<(string VpcId, string PeerVpcId)> pairs, CancellationToken cancellationToken)
    {
        List<string> vpcIds = pairs.SelectMany(pair => new[] { pair.VpcId, pair.PeerVpcId }).Distinct().ToList();
        List<Filter> filters = vpcIds.Count > ReadMerger<string, bool>.FilterValues
            ? []
            : [Is("requester-vpc-info.vpc-id", vpcIds), Is("accepter-vpc-info.vpc-id", vpcIds)];
        List<VpcPeering> peerings = await ListPeeringsAsync(filters, cancellationToken).ConfigureAwait(false);
        ILookup<(string, string), VpcPeering> byPair = peerings.ToLookup(peering => (peering.VpcId, peering.PeerVpcId));
        return pair => byPair[pair].Concat(byPair[(pair.PeerVpcId, pair.VpcId)]).ToList();
    }

    private static Filter Is(string name, IEnumerable<string> values) => new(name, [.. values]);
}
