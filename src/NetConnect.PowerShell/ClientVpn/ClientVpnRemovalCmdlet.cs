using System.Management.Automation;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet that takes something away from Client VPN endpoints, and gives them only where that is asked for.</summary>
public abstract class ClientVpnRemovalCmdlet : ExistingClientVpnCmdlet
{
    /// <summary>Gives the endpoint as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // The steps wait for their own ends, so an endpoint that nobody wants to see need not be read again.
    private protected sealed override async Task<Plan<ClientVpnEndpoint>> ShowAsync(Task<Plan<ClientVpnEndpoint>> plan)
    {
        Plan<ClientVpnEndpoint> whole = await plan;
        return PassThru ? whole : new Plan<ClientVpnEndpoint>(whole.Steps, _ => Task.FromResult<ClientVpnEndpoint?>(null), whole.Warnings);
    }
}
