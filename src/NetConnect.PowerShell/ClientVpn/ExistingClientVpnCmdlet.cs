using System.Management.Automation;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet that changes Client VPN endpoints which are there.</summary>
public abstract class ExistingClientVpnCmdlet : RecordCmdlet<ClientVpnEndpoint>
{
    /// <summary>The endpoints, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientVpnIdCompleter))]
    public string[] ClientVpnEndpointId { get; set; } = [];

    /// <summary>How long to wait for each part, in seconds. Subnets take AWS some minutes.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int Timeout { get; set; } = 1800;

    /// <summary>What the present record asks of each endpoint, an id or a Name tag. It runs later, and must take the parameters' values now.</summary>
    private protected abstract Func<string, CancellationToken, Task<Plan<ClientVpnEndpoint>>> Change(INetworkConnection connection, OperationContext context);

    private protected sealed override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<ClientVpnEndpoint>>> PlanAsync)> Plans()
    {
        Func<string, CancellationToken, Task<Plan<ClientVpnEndpoint>>> change = Change(ResolveSession().Connection, Context(Timeout));
        return ClientVpnEndpointId.Select(id => (id, (Func<CancellationToken, Task<Plan<ClientVpnEndpoint>>>)(ct => ShowAsync(change(id, ct)))));
    }

    private protected virtual Task<Plan<ClientVpnEndpoint>> ShowAsync(Task<Plan<ClientVpnEndpoint>> plan) => plan;
}
