using System.Collections;
using System.Management.Automation;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Creates a VPC peering, complete on both sides, and waits until it is active.</summary>
[Cmdlet(VerbsCommon.New, "VpcPeering", SupportsShouldProcess = true, DefaultParameterSetName = BothSides)]
[OutputType(typeof(VpcPeering))]
public sealed class NewVpcPeeringCommand : RouteSelectingCmdlet<VpcPeering>
{
    private const string BothSides = nameof(BothSides);
    private const string RequestOnly = nameof(RequestOnly);

    /// <summary>The VPC of the first side, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VpcIdCompleter))]
    public string VpcId { get; set; } = "";

    /// <summary>The VPC of the other side, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PeerVpcIdCompleter))]
    public string PeerVpcId { get; set; } = "";

    /// <summary>The account of the other side where its credentials are not at hand: the request is left for its owner to accept.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RequestOnly, ValueFromPipelineByPropertyName = true)]
    [ValidatePattern(@"^\d{12}$")]
    public string? PeerOwnerId { get; set; }

    /// <summary>The sides whose public DNS names resolve to private addresses from the other side.</summary>
    [Parameter(ParameterSetName = BothSides)]
    public PeeringSides? DnsResolution { get; set; }

    /// <summary>Does not read first whether the VPCs have the attributes that DNS resolution needs: for roles that may not, and for emulators.</summary>
    [Parameter(ParameterSetName = BothSides)]
    public SwitchParameter NoDnsCheck { get; set; }

    /// <summary>Makes the routes on both sides too.</summary>
    [Parameter(ParameterSetName = BothSides)]
    public SwitchParameter Route { get; set; }

    /// <summary>Points routes that have another live target at the peering.</summary>
    [Parameter(ParameterSetName = BothSides)]
    public SwitchParameter Replace { get; set; }

    /// <summary>Tags for the peering, on both sides.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    /// <summary>How long to wait for each state, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int Timeout { get; set; } = 300;

    /// <summary>Gives the peering back before it is active.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<VpcPeering>>> PlanAsync)> Plans()
    {
        PeeringRouteRequest routes = RouteRequest() with { Replace = Replace };
        var request = new PeeringRequest
        {
            VpcId = VpcId,
            PeerVpcId = PeerVpcId,
            PeerOwnerId = PeerOwnerId,
            DnsResolution = DnsResolution,
            CheckDnsAttributes = !NoDnsCheck,
            Tags = ToTags(Tag),
            Routes = Route ? routes : null,
            NoWait = NoWait,
        };
        var operation = new NewPeering(Own, Peer, Context(Timeout));
        return [(PairKey(VpcId, PeerVpcId), ct => operation.PlanAsync(request, ct))];
    }
}
