using System.Security;
using Amazon.EC2;
using Amazon.EC2.Model;
using NetConnect.Addressing;
using NetConnect.Aws.Calls;
using NetConnect.Aws.Vpcs;
using NetConnect.Waiting;

namespace NetConnect.Aws.Vpns;

/// <summary>Site-to-site VPNs of one account and Region, over EC2.</summary>
internal sealed class VpnApi : IVpnApi
{
    private const string ConnectionType = "ipsec.1";

    private readonly Lazy<IAmazonEC2> _client;
    private readonly AwsCalls _calls;
    private readonly string _region;
    private readonly VpnReads _reads;
    private readonly VpnDevices _devices;

    public VpnApi(Lazy<IAmazonEC2> client, AwsCalls calls, string region, IClock clock)
    {
        _client = client;
        _calls = calls;
        _region = region;
        _reads = new VpnReads(client, calls, region, clock);
        _devices = new VpnDevices(client, calls);
    }

    public async Task<IReadOnlyList<SiteToSiteVpn>> ListVpnsAsync(CancellationToken cancellationToken) =>
        (await _reads.All.ReadAsync("", cancellationToken).ConfigureAwait(false)).Vpns;

    public async Task<SiteToSiteVpn?> FindVpnAsync(string vpnId, CancellationToken cancellationToken) =>
        (await _reads.ById.ReadAsync(vpnId, cancellationToken).ConfigureAwait(false))?.ToModel(_region);

    // By the list: whoever wants keys mostly wants the connections, too, and then it is one call.
    public async Task<IReadOnlyDictionary<string, SecureString>> ListPreSharedKeysAsync(string vpnId, CancellationToken cancellationToken) =>
        (await _reads.All.ReadAsync("", cancellationToken).ConfigureAwait(false)).Connections.FirstOrDefault(vpn => vpn.VpnConnectionId == vpnId)?.ToPreSharedKeys() ?? [];

    public Task<IReadOnlyList<NetConnect.CustomerGateway>> ListCustomerGatewaysAsync(CancellationToken cancellationToken) =>
        _reads.CustomerGateways.ReadAsync("", cancellationToken);

    public Task<IReadOnlyList<NetConnect.VpnGateway>> ListVpnGatewaysAsync(CancellationToken cancellationToken) => _reads.VpnGateways.ReadAsync("", cancellationToken);

    public async Task<NetConnect.CustomerGateway> CreateCustomerGatewayAsync(
        string ipAddress, long bgpAsn, string? deviceName, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        var request = new CreateCustomerGatewayRequest
        {
            Type = ConnectionType,
            IpAddress = ipAddress,
            DeviceName = deviceName,
            TagSpecifications = Tagged(ResourceType.CustomerGateway, tags),
        };
        // The older member takes 31 bits only.
        if (bgpAsn <= int.MaxValue)
            request.BgpAsn = (int)bgpAsn;
        else
            request.BgpAsnExtended = bgpAsn;
        CreateCustomerGatewayResponse answer = await _calls.InvokeAsync(
            "CreateCustomerGateway", CallSafety.Repeatable, ct => _client.Value.CreateCustomerGatewayAsync(request, ct), ipAddress, cancellationToken).ConfigureAwait(false);
        return answer.CustomerGateway.ToModel();
    }

    public async Task<NetConnect.VpnGateway> CreateVpnGatewayAsync(long? amazonSideAsn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        var request = new CreateVpnGatewayRequest { Type = ConnectionType, AmazonSideAsn = amazonSideAsn, TagSpecifications = Tagged(ResourceType.VpnGateway, tags) };
        CreateVpnGatewayResponse answer = await _calls.InvokeAsync(
            "CreateVpnGateway", CallSafety.Once, ct => _client.Value.CreateVpnGatewayAsync(request, ct), null, cancellationToken).ConfigureAwait(false);
        return answer.VpnGateway.ToModel();
    }

    public Task AttachVpnGatewayAsync(string vpnGatewayId, string vpcId, CancellationToken cancellationToken) => ChangeAsync(
        "AttachVpnGateway", ct => _client.Value.AttachVpnGatewayAsync(new() { VpnGatewayId = vpnGatewayId, VpcId = vpcId }, ct), vpnGatewayId, cancellationToken);

    public Task DetachVpnGatewayAsync(string vpnGatewayId, string vpcId, CancellationToken cancellationToken) => AwsCalls.UnlessGoneAsync(ChangeAsync(
        "DetachVpnGateway", ct => _client.Value.DetachVpnGatewayAsync(new() { VpnGatewayId = vpnGatewayId, VpcId = vpcId }, ct), vpnGatewayId, cancellationToken));

    public async Task<SiteToSiteVpn> CreateVpnAsync(VpnCreation creation, CancellationToken cancellationToken)
    {
        var request = new CreateVpnConnectionRequest
        {
            Type = ConnectionType,
            CustomerGatewayId = creation.CustomerGatewayId,
            VpnGatewayId = creation.VpnGatewayId,
            TransitGatewayId = creation.TransitGatewayId,
            PreSharedKeyStorage = creation.PreSharedKeyStorage,
            TagSpecifications = Tagged(ResourceType.VpnConnection, creation.Tags),
            Options = new VpnConnectionOptionsSpecification
            {
                StaticRoutesOnly = creation.StaticRoutesOnly,
                LocalIpv4NetworkCidr = creation.LocalIpv4NetworkCidr,
                RemoteIpv4NetworkCidr = creation.RemoteIpv4NetworkCidr,
                LocalIpv6NetworkCidr = creation.LocalIpv6NetworkCidr,
                RemoteIpv6NetworkCidr = creation.RemoteIpv6NetworkCidr,
                TunnelInsideIpVersion = creation.TunnelInsideIpVersion,
                TunnelBandwidth = creation.TunnelBandwidth,
                OutsideIpAddressType = creation.OutsideIpAddressType,
                TransportTransitGatewayAttachmentId = creation.TransportTransitGatewayAttachmentId,
                EnableAcceleration = creation.EnableAcceleration,
                TunnelOptions = creation.Tunnels.Count == 0 ? null : creation.Tunnels.Select(TunnelSpecification.ForCreate).ToList(),
            },
        };
        CreateVpnConnectionResponse answer = await _calls.InvokeAsync(
            "CreateVpnConnection", CallSafety.Once, ct => _client.Value.CreateVpnConnectionAsync(request, ct), creation.CustomerGatewayId, cancellationToken).ConfigureAwait(false);
        return answer.VpnConnection.ToModel(_region);
    }

    public Task DeleteVpnAsync(string vpnId, CancellationToken cancellationToken) => AwsCalls.UnlessGoneAsync(ChangeAsync(
        "DeleteVpnConnection", ct => _client.Value.DeleteVpnConnectionAsync(new() { VpnConnectionId = vpnId }, ct), vpnId, cancellationToken));

    public Task DeleteCustomerGatewayAsync(string customerGatewayId, CancellationToken cancellationToken) => AwsCalls.UnlessGoneAsync(ChangeAsync(
        "DeleteCustomerGateway", ct => _client.Value.DeleteCustomerGatewayAsync(new() { CustomerGatewayId = customerGatewayId }, ct), customerGatewayId, cancellationToken));

    public Task DeleteVpnGatewayAsync(string vpnGatewayId, CancellationToken cancellationToken) => AwsCalls.UnlessGoneAsync(ChangeAsync(
        "DeleteVpnGateway", ct => _client.Value.DeleteVpnGatewayAsync(new() { VpnGatewayId = vpnGatewayId }, ct), vpnGatewayId, cancellationToken));

    public Task CreateVpnRouteAsync(string vpnId, Cidr destination, CancellationToken cancellationToken) => ChangeAsync(
        "CreateVpnConnectionRoute",
        ct => _client.Value.CreateVpnConnectionRouteAsync(new() { VpnConnectionId = vpnId, DestinationCidrBlock = destination.ToString() }, ct),
        vpnId,
        cancellationToken);

    public Task DeleteVpnRouteAsync(string vpnId, Cidr destination, CancellationToken cancellationToken) => AwsCalls.UnlessGoneAsync(ChangeAsync(
        "DeleteVpnConnectionRoute",
        ct => _client.Value.DeleteVpnConnectionRouteAsync(new() { VpnConnectionId = vpnId, DestinationCidrBlock = destination.ToString() }, ct),
        vpnId,
        cancellationToken));

    public Task SetPropagationAsync(string routeTableId, string vpnGatewayId, bool enabled, CancellationToken cancellationToken) => enabled
        ? ChangeAsync(
            "EnableVgwRoutePropagation",
            ct => _client.Value.EnableVgwRoutePropagationAsync(new() { RouteTableId = routeTableId, GatewayId = vpnGatewayId }, ct),
            routeTableId,
            cancellationToken)
        : ChangeAsync(
            "DisableVgwRoutePropagation",
            ct => _client.Value.DisableVgwRoutePropagationAsync(new() { RouteTableId = routeTableId, GatewayId = vpnGatewayId }, ct),
            routeTableId,
            cancellationToken);

    public Task ModifyVpnAsync(string vpnId, string? vpnGatewayId, string? transitGatewayId, string? customerGatewayId, CancellationToken cancellationToken) => ChangeOnceAsync(
        "ModifyVpnConnection",
        ct => _client.Value.ModifyVpnConnectionAsync(
            new() { VpnConnectionId = vpnId, VpnGatewayId = vpnGatewayId, TransitGatewayId = transitGatewayId, CustomerGatewayId = customerGatewayId }, ct),
        vpnId,
        cancellationToken);

    public Task ModifyVpnOptionsAsync(string vpnId, VpnOptionsChange options, CancellationToken cancellationToken) => ChangeOnceAsync(
        "ModifyVpnConnectionOptions",
        ct => _client.Value.ModifyVpnConnectionOptionsAsync(
            new()
            {
                VpnConnectionId = vpnId,
                LocalIpv4NetworkCidr = options.LocalIpv4NetworkCidr?.ToString(),
                RemoteIpv4NetworkCidr = options.RemoteIpv4NetworkCidr?.ToString(),
                LocalIpv6NetworkCidr = options.LocalIpv6NetworkCidr?.ToString(),
                RemoteIpv6NetworkCidr = options.RemoteIpv6NetworkCidr?.ToString(),
                TunnelBandwidth = options.TunnelBandwidth,
            },
            ct),
        vpnId,
        cancellationToken);

    public Task ModifyTunnelAsync(
        string vpnId, string outsideIpAddress, VpnTunnelOption options, string? preSharedKeyStorage, CancellationToken cancellationToken) => ChangeOnceAsync(
        "ModifyVpnTunnelOptions",
        ct => _client.Value.ModifyVpnTunnelOptionsAsync(
            new()
            {
                VpnConnectionId = vpnId,
                VpnTunnelOutsideIpAddress = outsideIpAddress,
                TunnelOptions = TunnelSpecification.ForModify(options),
                PreSharedKeyStorage = preSharedKeyStorage,
            },
            ct),
        vpnId,
        cancellationToken);

    public async Task<VpnTunnelNegotiation> GetTunnelNegotiationAsync(string vpnId, string outsideIpAddress, CancellationToken cancellationToken)
    {
        GetActiveVpnTunnelStatusResponse answer = await _calls.InvokeAsync(
            "GetActiveVpnTunnelStatus",
            CallSafety.Repeatable,
            ct => _client.Value.GetActiveVpnTunnelStatusAsync(new() { VpnConnectionId = vpnId, VpnTunnelOutsideIpAddress = outsideIpAddress }, ct),
            vpnId,
            cancellationToken).ConfigureAwait(false);
        return answer.ActiveVpnTunnelStatus.ToModel();
    }

    public async Task<VpnTunnelMaintenance> GetTunnelMaintenanceAsync(string vpnId, string outsideIpAddress, CancellationToken cancellationToken)
    {
        GetVpnTunnelReplacementStatusResponse answer = await _calls.InvokeAsync(
            "GetVpnTunnelReplacementStatus",
            CallSafety.Repeatable,
            ct => _client.Value.GetVpnTunnelReplacementStatusAsync(new() { VpnConnectionId = vpnId, VpnTunnelOutsideIpAddress = outsideIpAddress }, ct),
            vpnId,
            cancellationToken).ConfigureAwait(false);
        return answer.MaintenanceDetails.ToModel();
    }

    public Task ReplaceTunnelAsync(string vpnId, string outsideIpAddress, CancellationToken cancellationToken) => ChangeOnceAsync(
        "ReplaceVpnTunnel",
        ct => _client.Value.ReplaceVpnTunnelAsync(new() { VpnConnectionId = vpnId, VpnTunnelOutsideIpAddress = outsideIpAddress, ApplyPendingMaintenance = true }, ct),
        vpnId,
        cancellationToken);

    public Task<IReadOnlyList<VpnDeviceType>> ListDeviceTypesAsync(CancellationToken cancellationToken) => _devices.ListAsync(cancellationToken);

    public Task<string> GetDeviceSampleAsync(string vpnId, VpnDeviceSample sample, CancellationToken cancellationToken) =>
        _devices.GetSampleAsync(vpnId, sample, cancellationToken);

    private Task<T> ChangeAsync<T>(string action, Func<CancellationToken, Task<T>> call, string target, CancellationToken cancellationToken) =>
        _calls.InvokeAsync(action, CallSafety.Repeatable, call, target, cancellationToken);

    // Once made, EC2 refuses it for as long as it takes effect: the caller looks whether it was.
    private Task<T> ChangeOnceAsync<T>(string action, Func<CancellationToken, Task<T>> call, string target, CancellationToken cancellationToken) =>
        _calls.InvokeAsync(action, CallSafety.Once, call, target, cancellationToken);

    private static List<TagSpecification>? Tagged(ResourceType type, IReadOnlyDictionary<string, string> tags) =>
        tags.Count == 0 ? null : [new() { ResourceType = type, Tags = VpcMapping.ToTags(tags) }];
}
