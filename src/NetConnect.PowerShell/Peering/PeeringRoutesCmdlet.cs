using System.Management.Automation;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet about the routes of existing peerings.</summary>
public abstract class PeeringRoutesCmdlet : RouteSelectingCmdlet<IReadOnlyList<PeeringRoute>>
{
    /// <summary>The peerings, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PeeringIdCompleter))]
    public string[] VpcPeeringConnectionId { get; set; } = [];

    /// <summary>The side whose route tables are meant.</summary>
    [Parameter]
    public PeeringSides Side { get; set; } = PeeringSides.Both;

    private protected abstract Func<CancellationToken, Task<Plan<IReadOnlyList<PeeringRoute>>>> Plan(PeeringRoutes routes, string peeringId, PeeringRouteRequest request);

    private protected sealed override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<IReadOnlyList<PeeringRoute>>>> PlanAsync)> Plans()
    {
        var routes = new PeeringRoutes(Own, Peer, Context(timeoutSeconds: 0));
        PeeringRouteRequest request = RouteRequest() with { Sides = Side };
        return VpcPeeringConnectionId.Select(id => (id, Plan(routes, id, request)));
    }
}
