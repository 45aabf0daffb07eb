using System.Management.Automation;
using NetConnect.Planning;
using NetConnect.SiteToSite;

namespace NetConnect.PowerShell;

/// <summary>Removes a site-to-site VPN connection: propagation that serves nothing else, static routes, the connection, and on request its gateways.</summary>
[Cmdlet(VerbsCommon.Remove, "SiteToSiteVpn", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(SiteToSiteVpn))]
public sealed class RemoveSiteToSiteVpnCommand : RecordCmdlet<SiteToSiteVpn>
{
    /// <summary>The connections, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(VpnIdCompleter))]
    public string[] VpnConnectionId { get; set; } = [];

    /// <summary>Removes the gateways too that no other connection uses.</summary>
    [Parameter]
    public SwitchParameter IncludeGateway { get; set; }

    /// <summary>How long to wait for each state, in seconds. EC2 takes up to half an hour.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int Timeout { get; set; } = 2400;

    /// <summary>Gives the removed connection in its last state.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<SiteToSiteVpn>>> PlanAsync)> Plans()
    {
        var removal = new VpnRemoval(ResolveSession().Connection, Context(Timeout));
        (bool includeGateway, bool passThru) = (IncludeGateway, PassThru);
        foreach (string id in VpnConnectionId)
        {
            yield return (id, async ct =>
            {
                Plan<SiteToSiteVpn> plan = await removal.PlanAsync(id, includeGateway, ct);
                return passThru ? plan : plan.WithoutResult();
            }
            );
        }
    }
}
