using System.Management.Automation;
using NetConnect.ClientVpn;
using NetConnect.Planning;
using NetConnect.Waiting;

namespace NetConnect.PowerShell;

/// <summary>Removes Client VPN endpoints with everything that hangs on them: routes, authorization rules, subnets, and the endpoint itself.</summary>
[Cmdlet(VerbsCommon.Remove, "ClientVpn", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientVpnEndpoint))]
public sealed class RemoveClientVpnCommand : RecordCmdlet<ClientVpnEndpoint>
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

    /// <summary>Gives the endpoint in its last state.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<ClientVpnEndpoint>>> PlanAsync)> Plans()
    {
        var removal = new ClientVpnRemoval(ResolveSession().Connection, new OperationContext(SystemClock.Instance, TimeSpan.FromSeconds(Timeout), Progress));
        bool passThru = PassThru;
        foreach (string id in ClientVpnEndpointId)
        {
            yield return (id, async ct =>
            {
                Plan<ClientVpnEndpoint> plan = await removal.PlanAsync(id, ct);
                return passThru ? plan : plan.WithoutResult();
            });
        }
    }
}
