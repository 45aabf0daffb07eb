using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>A connection and its customer gateway on their way to available, shared by the steps that bring them there.</summary>
internal sealed class VpnUnderway
{
    private readonly IVpnApi _api;
    private readonly OperationContext _context;
    private readonly object _gate = new();
    private Task<SiteToSiteVpn>? _available;

    public VpnUnderway(IVpnApi api, OperationContext context)
    {
        _api = api;
        _context = context;
    }

    /// <summary>The customer gateway as it was last seen; null until it is made.</summary>
    public CustomerGateway? CustomerGateway { get; set; }

    /// <summary>The connection as it was last seen; null until it is made.</summary>
    public SiteToSiteVpn? Vpn { get; set; }

    /// <summary>Waits until a customer gateway that was just made can be used.</summary>
    public Task<CustomerGateway?> WhenUsableAsync(CustomerGateway made, CancellationToken cancellationToken) => made.State == VpnStates.Available
        ? Task.FromResult<CustomerGateway?>(made)
        : WhenAvailableAsync(
            made.CustomerGatewayId,
            async ct => (await _api.ListCustomerGatewaysAsync(ct).ConfigureAwait(false)).FirstOrDefault(gateway => gateway.CustomerGatewayId == made.CustomerGatewayId),
            gateway => gateway.State,
            cancellationToken);

    /// <summary>Waits until the connection is available; callers share one wait.</summary>
    public Task<SiteToSiteVpn> WhenAvailableAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _available ??= WaitAsync();

        async Task<SiteToSiteVpn> WaitAsync()
        {
            string id = Vpn!.VpnConnectionId;
            return Vpn = Vpn.State == VpnStates.Available
                ? Vpn
                : (await WhenAvailableAsync(id, ct => _api.FindVpnAsync(id, ct), vpn => vpn.State, cancellationToken).ConfigureAwait(false))!;
        }
    }

    /// <summary>Waits until something is available.</summary>
    public Task<T?> WhenAvailableAsync<T>(string id, Func<CancellationToken, Task<T?>> findAsync, Func<T, string> state, CancellationToken cancellationToken)
        where T : class => _context.Wait(
            id, findAsync, state, [VpnStates.Pending, VpnStates.Modifying], [VpnStates.Available], found => VpnStates.Unexpected(id, state(found))).RunAsync(_context.Clock, cancellationToken);
}
