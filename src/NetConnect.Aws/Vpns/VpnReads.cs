using Amazon.EC2;
using Amazon.EC2.Model;
using NetConnect.Aws.Calls;
using NetConnect.Reading;
using NetConnect.Waiting;

namespace NetConnect.Aws.Vpns;

/// <summary>The Describe calls about VPNs, none of which EC2 pages, each merged over all who ask at the same time.</summary>
internal sealed class VpnReads
{
    private readonly Lazy<IAmazonEC2> _client;
    private readonly AwsCalls _calls;
    private readonly string _region;

    public VpnReads(Lazy<IAmazonEC2> client, AwsCalls calls, string region, IClock clock)
    {
        _client = client;
        _calls = calls;
        _region = region;
        All = new(ReadAllAsync, clock);
        ById = new(ReadByIdAsync, clock);
        CustomerGateways = new(ReadCustomerGatewaysAsync, clock);
        VpnGateways = new(ReadVpnGatewaysAsync, clock);
    }

    /// <summary>All connections; the key is the same for everybody.</summary>
    public ReadMerger<string, VpnAnswer> All { get; }

    /// <summary>A connection by its id.</summary>
    public ReadMerger<string, VpnConnection?> ById { get; }

    /// <summary>All customer gateways; the key is the same for everybody.</summary>
    public ReadMerger<string, IReadOnlyList<NetConnect.CustomerGateway>> CustomerGateways { get; }

    /// <summary>All virtual private gateways; the key is the same for everybody.</summary>
    public ReadMerger<string, IReadOnlyList<NetConnect.VpnGateway>> VpnGateways { get; }

    private async Task<Func<string, VpnAnswer>> ReadAllAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var answer = new VpnAnswer(await ReadAsync(new(), cancellationToken).ConfigureAwait(false), _region);
        return _ => answer;
    }

    private async Task<Func<string, VpnConnection?>> ReadByIdAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        // By filter, not by id: one id that is not there would make EC2 refuse the whole call.
        List<VpnConnection> some = await ReadAsync(new() { Filters = [new Filter("vpn-connection-id", [.. ids])] }, cancellationToken).ConfigureAwait(false);
        Dictionary<string, VpnConnection> byId = some.ToDictionary(vpn => vpn.VpnConnectionId);
        return id => byId.TryGetValue(id, out VpnConnection? vpn) ? vpn : null;
    }

    private async Task<List<VpnConnection>> ReadAsync(DescribeVpnConnectionsRequest request, CancellationToken cancellationToken) =>
        (await _calls.InvokeAsync(
            "DescribeVpnConnections",
            CallSafety.Repeatable,
            ct => _client.Value.DescribeVpnConnectionsAsync(request, ct),
            null,
            cancellationToken).ConfigureAwait(false)).VpnConnections ?? [];

    private async Task<Func<string, IReadOnlyList<NetConnect.CustomerGateway>>> ReadCustomerGatewaysAsync(
        IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        DescribeCustomerGatewaysResponse answer = await _calls.InvokeAsync(
            "DescribeCustomerGateways", CallSafety.Repeatable, ct => _client.Value.DescribeCustomerGatewaysAsync(new(), ct), null, cancellationToken).ConfigureAwait(false);
        List<NetConnect.CustomerGateway> all = answer.CustomerGateways?.Select(VpnMapping.ToModel).ToList() ?? [];
        return _ => all;
    }

    private async Task<Func<string, IReadOnlyList<NetConnect.VpnGateway>>> ReadVpnGatewaysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        DescribeVpnGatewaysResponse answer = await _calls.InvokeAsync(
            "DescribeVpnGateways", CallSafety.Repeatable, ct => _client.Value.DescribeVpnGatewaysAsync(new(), ct), null, cancellationToken).ConfigureAwait(false);
        List<NetConnect.VpnGateway> all = answer.VpnGateways?.Select(VpnMapping.ToModel).ToList() ?? [];
        return _ => all;
    }
}
