using NetConnect.Planning;

namespace NetConnect.Peering;

/// <summary>Changes what can change of an existing peering: its DNS options and its tags.</summary>
public sealed class PeeringSettings
{
    private readonly IVpcApi _own;
    private readonly IVpcApi _peer;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="own">The account and Region that look the peering up.</param>
    /// <param name="peer">The other side's account and Region; the same where one account holds both.</param>
    /// <param name="context">What it runs with.</param>
    public PeeringSettings(IVpcApi own, IVpcApi peer, OperationContext context)
    {
        _own = own;
        _peer = peer;
        _context = context;
    }

    /// <summary>Lists the changes that are missing.</summary>
    /// <param name="idOrName">The peering, an id or a Name tag.</param>
    /// <param name="dnsResolution">The sides whose DNS names resolve to private addresses from the other; null leaves that as it is.</param>
    /// <param name="tags">Tags to set on every side that the credentials reach.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Plan<VpcPeering>> PlanAsync(
        string idOrName, PeeringSides? dnsResolution, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        PeeringEnds ends = await PeeringEnds.ReadAsync(_own, _peer, idOrName, cancellationToken).ConfigureAwait(false);
        VpcPeering peering = ends.Peering;
        string id = peering.VpcPeeringConnectionId;
        if (!peering.IsLive())
            throw PeeringStates.Ended(peering);
        var steps = new List<PlanStep>();
        PeeringSides changes = PeeringDns.Changes(peering, dnsResolution);
        if (changes != PeeringSides.None)
        {
            if (peering.Status != PeeringStates.Active)
                throw new NetConnectException(ErrorIds.PeeringStateConflict, ErrorKind.Conflict, $"{id} is {peering.Status}, and DNS options can be set only while it is active. Accept it first with Approve-VpcPeering.", id);
            ends.Get(changes);
            if ((changes & dnsResolution!.Value) != PeeringSides.None)
                await PeeringDns.RefuseMissingAttributesAsync(ends.Reached.Select(end => end.Vpc), cancellationToken).ConfigureAwait(false);
            steps.AddRange(PeeringDns.Steps(changes, dnsResolution.Value, ends.Requester, ends.Accepter, _context, _ => Task.FromResult(id), null));
        }
        steps.AddRange(await TagStepsAsync(ends, tags, cancellationToken).ConfigureAwait(false));
        return new Plan<VpcPeering>(
            steps,
            _ => Task.FromResult<VpcPeering?>(steps.Exists(step => step.IsDeclined) ? null : peering.WithDns(dnsResolution).WithTags(tags)));
    }

    private async Task<IReadOnlyList<PlanStep>> TagStepsAsync(PeeringEnds ends, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        var steps = new List<PlanStep>();
        // One account and Region that holds both sides has one set of tags.
        foreach (PeeringEnd end in tags.Count == 0 ? [] : ends.Reached.GroupBy(end => (end.Vpc.OwnerId, end.Api.Region)).Select(group => group.First()))
        {
            VpcPeering? seen = await end.Api.FindPeeringAsync(ends.Peering.VpcPeeringConnectionId, cancellationToken).ConfigureAwait(false);
            if (seen?.Tags.Lacks(tags) != false)
                steps.Add(PeeringTags.Step(end.Vpc, () => ends.Peering.VpcPeeringConnectionId, tags, _context, null));
        }
        return steps;
    }
}
