using System.Security;
using NetConnect.Addressing;
using NetConnect.SiteToSite;

namespace NetConnect.Tests.SiteToSite.Fakes;

/// <summary>One connection with two tunnels, whose telemetry tells of a change late, as EC2's does.</summary>
internal sealed class FakeVpns(VirtualClock clock) : IVpnApi, INetworkConnection
{
    public const string Id = "vpn-0000000000000000a";

    public string Region => "eu-west-1";

    public IVpcApi Vpcs { get; set; } = null!;

    public IVpnApi Vpns => this;

    public IClientVpnApi ClientVpns => throw new NotSupportedException();

    public ICertificateStore Certificates => throw new NotSupportedException();

    public ITransitGatewayApi TransitGateways => throw new NotSupportedException();

    public List<FakeTunnel> Tunnels { get; } = [new(clock, "198.18.0.1"), new(clock, "198.18.0.2")];

    public bool IsStatic { get; set; } = true;

    /// <summary>Whether Secrets Manager keeps the keys, so that EC2 does not tell them.</summary>
    public bool KeysAreElsewhere { get; set; }

    /// <summary>Whether changes are made without an answer.</summary>
    public bool LosesAnswer { get; set; }

    public string State { get; set; } = "available";

    /// <summary>What the next looks fail with.</summary>
    public Queue<NetConnectException> Failures { get; } = new();

    /// <summary>The outside address of the tunnel whose negotiation cannot be read, or null.</summary>
    public string? Unreadable { get; set; }

    /// <summary>What is different about the connection.</summary>
    public Func<SiteToSiteVpn, SiteToSiteVpn> As { get; set; } = vpn => vpn;

    public List<SiteToSiteVpn> Others { get; } = [];

    public List<VpnGateway> Gateways { get; } = [];

    public List<CustomerGateway> CustomerGateways { get; } = [];

    /// <summary>What the ends of both tunnels have agreed on.</summary>
    public VpnTunnelNegotiation Negotiation { get; set; } = new() { IkeVersion = "ikev2", ProvisioningStatus = "available" };

    /// <summary>The changes, and when they were made.</summary>
    public List<(TimeSpan At, string OutsideIpAddress)> Changes { get; } = [];

    public Task<SiteToSiteVpn?> FindVpnAsync(string vpnId, CancellationToken cancellationToken) => Failures.Count > 0
        ? Task.FromException<SiteToSiteVpn?>(Failures.Dequeue())
        : Task.FromResult<SiteToSiteVpn?>(As(Vpn));

    private SiteToSiteVpn Vpn => new()
    {
        VpnConnectionId = Id,
        State = State,
        StaticRoutesOnly = IsStatic,
        VpnGatewayId = "vgw-0000000000000000a",
        Tunnels = Tunnels.ConvertAll(tunnel => new VpnTunnel { OutsideIpAddress = tunnel.OutsideIpAddress, Options = tunnel.Options with { PreSharedKey = null } }),
        // Not in the order of the options.
        TunnelStatus = Tunnels.ConvertAll(tunnel => tunnel.Status(Id)).AsEnumerable().Reverse().ToList(),
    };

    public Task ModifyTunnelAsync(string vpnId, string outsideIpAddress, VpnTunnelOption options, string? preSharedKeyStorage, CancellationToken cancellationToken)
    {
        Changes.Add((clock.Elapsed, outsideIpAddress));
        FakeTunnel tunnel = Tunnels.Single(one => one.OutsideIpAddress == outsideIpAddress);
        tunnel.Options = options.Over(tunnel.Options);
        tunnel.Restart();
        return LosesAnswer ? Task.FromException(new AnswerLostException("ModifyVpnTunnelOptions", new IOException())) : Task.CompletedTask;
    }

    public async Task<IReadOnlyList<SiteToSiteVpn>> ListVpnsAsync(CancellationToken cancellationToken) =>
        [(await FindVpnAsync(Id, cancellationToken))!, .. Others];

    public Task<CallerIdentity> GetCallerIdentityAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<DateTime?> GetExpirationAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<CustomerGateway>> ListCustomerGatewaysAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CustomerGateway>>(CustomerGateways);

    public Task<IReadOnlyList<VpnGateway>> ListVpnGatewaysAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<VpnGateway>>(Gateways);

    public Task<IReadOnlyDictionary<string, SecureString>> ListPreSharedKeysAsync(string vpnId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, SecureString>>(
            Tunnels.Where(tunnel => !KeysAreElsewhere && tunnel.Options.HasPreSharedKey).ToDictionary(tunnel => tunnel.OutsideIpAddress, tunnel => tunnel.Options.PreSharedKey!));

    public Task<CustomerGateway> CreateCustomerGatewayAsync(
        string ipAddress, long bgpAsn, string? deviceName, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<VpnGateway> CreateVpnGatewayAsync(long? amazonSideAsn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task AttachVpnGatewayAsync(string vpnGatewayId, string vpcId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DetachVpnGatewayAsync(string vpnGatewayId, string vpcId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SiteToSiteVpn> CreateVpnAsync(VpnCreation creation, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeleteVpnAsync(string vpnId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeleteCustomerGatewayAsync(string customerGatewayId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeleteVpnGatewayAsync(string vpnGatewayId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ModifyVpnAsync(string vpnId, string? vpnGatewayId, string? transitGatewayId, string? customerGatewayId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task ModifyVpnOptionsAsync(string vpnId, VpnOptionsChange options, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task CreateVpnRouteAsync(string vpnId, Cidr destination, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeleteVpnRouteAsync(string vpnId, Cidr destination, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetPropagationAsync(string routeTableId, string vpnGatewayId, bool enabled, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<VpnTunnelNegotiation> GetTunnelNegotiationAsync(string vpnId, string outsideIpAddress, CancellationToken cancellationToken) =>
        outsideIpAddress == Unreadable
            ? Task.FromException<VpnTunnelNegotiation>(new NetConnectException(ErrorIds.RequestRefused, ErrorKind.Denied, "No.", outsideIpAddress))
            : Task.FromResult(Negotiation);

    public Task<VpnTunnelMaintenance> GetTunnelMaintenanceAsync(string vpnId, string outsideIpAddress, CancellationToken cancellationToken) =>
        Task.FromResult(new VpnTunnelMaintenance());

    public Task ReplaceTunnelAsync(string vpnId, string outsideIpAddress, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<VpnDeviceType>> ListDeviceTypesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string> GetDeviceSampleAsync(string vpnId, VpnDeviceSample sample, CancellationToken cancellationToken) => throw new NotSupportedException();
}
