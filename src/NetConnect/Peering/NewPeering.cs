using NetConnect.Planning;

namespace NetConnect.Peering;

/// <summary>Makes a VPC peering that is complete on both sides: requested, accepted, active, with its DNS options, tags and routes.</summary>
public sealed class NewPeering
{
    private readonly IVpcApi _own;
    private readonly IVpcApi _peer;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="own">The account and Region of <see cref="PeeringRequest.VpcId"/>.</param>
    /// <param name="peer">The account and Region of <see cref="PeeringRequest.PeerVpcId"/>.</param>
    /// <param name="context">What it runs with.</param>
    public NewPeering(IVpcApi own, IVpcApi peer, OperationContext context)
    {
        _own = own;
        _peer = peer;
        _context = context;
    }

    /// <summary>Finds what is there, checks what can be checked, and lists the steps that are missing.</summary>
    /// <exception cref="NetConnectException">What was asked cannot be made; nothing was written.</exception>
    public async Task<Plan<VpcPeering>> PlanAsync(PeeringRequest request, CancellationToken cancellationToken)
    {
        string vpcId = await VpcName.ResolveAsync(_own, request.VpcId, cancellationToken).ConfigureAwait(false);
        if (request.PeerOwnerId is not null)
            return await RequestOnly.PlanAsync(_own, _peer.Region, vpcId, request, _context, cancellationToken).ConfigureAwait(false);
        string peerVpcId = await VpcName.ResolveAsync(_peer, request.PeerVpcId, cancellationToken).ConfigureAwait(false);
        PeeringChecks.RefuseSameVpc(vpcId, peerVpcId);

        Task<IReadOnlyList<VpcPeering>> peerings = _own.ListPeeringsAsync(vpcId, peerVpcId, cancellationToken);
        Task<VpcRouting> ownVpc = VpcRouting.GetAsync(_own, vpcId, "Check the id, -Region and the credentials.", cancellationToken);
        Task<VpcRouting> peerVpc = VpcRouting.GetAsync(
            _peer, peerVpcId, "Check the id, -PeerRegion, and the other account's credentials (-PeerRoleArn or -PeerProfileName).", cancellationToken);
        await Task.WhenAll(peerings, ownVpc, peerVpc).ConfigureAwait(false);
        PeeringChecks.RefuseOverlap(ownVpc.Result, peerVpc.Result);

        VpcPeering? existing = peerings.Result.FirstOrDefault(PeeringStates.IsLive);
        // The other side may have asked first: then it is the requester, and this side accepts.
        bool askedByPeer = existing is not null && existing.VpcId != vpcId;
        VpcRouting requester = askedByPeer ? peerVpc.Result : ownVpc.Result;
        VpcRouting accepter = askedByPeer ? ownVpc.Result : peerVpc.Result;
        return await PlanAsync(
            request,
            existing,
            new PeeringEnd(PeeringSides.Requester, requester, accepter.Cidrs),
            new PeeringEnd(PeeringSides.Accepter, accepter, requester.Cidrs),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<Plan<VpcPeering>> PlanAsync(
        PeeringRequest request, VpcPeering? existing, PeeringEnd requester, PeeringEnd accepter, CancellationToken cancellationToken)
    {
        var underway = new PeeringUnderway(_context, existing);
        var steps = new List<PlanStep>();
        PlanStep? last = null;
        if (existing is null)
            steps.Add(last = RequestStep(request, underway, requester.Vpc, accepter.Vpc));
        if (existing is null or { Status: PeeringStates.Initiating or PeeringStates.PendingAcceptance })
            steps.Add(last = AcceptStep(underway, accepter.Vpc, last));

        PeeringSides dns = PeeringDns.Changes(existing, request.DnsResolution);
        if (request.CheckDnsAttributes && (dns & request.DnsResolution) is not (null or PeeringSides.None))
            await PeeringDns.RefuseMissingAttributesAsync([requester.Vpc, accepter.Vpc], cancellationToken).ConfigureAwait(false);
        var later = new List<PlanStep>();
        later.AddRange(PeeringDns.Steps(dns, request.DnsResolution ?? 0, requester, accepter, _context, ActiveIdAsync, last));
        if (request.Routes is { } routes)
        {
            IReadOnlyList<(PeeringEnd, PeeringRoute)> survey = await PeeringRouteSurvey.ReadAsync(
                existing, [requester, accepter], routes, cancellationToken).ConfigureAwait(false);
            later.AddRange(new PeeringRouteSteps(_context, ActiveIdAsync, last).For(survey, routes));
        }
        bool leavesOut = request.NoWait && later.Count > 0 && existing?.Status != PeeringStates.Active;
        if (!leavesOut)
            steps.AddRange(later);
        steps.AddRange(await PeeringTags.StepsAsync(request.Tags, underway, existing, requester.Vpc, accepter.Vpc, _context, last, cancellationToken).ConfigureAwait(false));

        return new Plan<VpcPeering>(steps, ResultAsync, leavesOut ? ["With -NoWait, DNS options and routes are left out until the peering is active: run the command again then."] : []);

        async Task<string> ActiveIdAsync(CancellationToken ct) =>
            (await underway.WhenActiveAsync(requester.Api, ct).ConfigureAwait(false)).VpcPeeringConnectionId;

        async Task<VpcPeering?> ResultAsync(CancellationToken ct)
        {
            // Declined before it was requested, or before it was accepted: there is nothing to wait for.
            if (underway.Current is null || request.NoWait || steps.Exists(step => step.IsDeclined))
                return underway.Current;
            VpcPeering active = await underway.WhenActiveAsync(requester.Api, ct).ConfigureAwait(false);
            return active.WithDns(request.DnsResolution).WithTags(request.Tags);
        }
    }

    private static PlanStep RequestStep(PeeringRequest request, PeeringUnderway underway, VpcRouting requester, VpcRouting accepter) => new(
        $"Request VPC peering with {accepter}",
        requester.ToString(),
        cancellationToken => underway.RequestAsync(
            ct => requester.Api.CreatePeeringAsync(requester.VpcId, accepter.VpcId, accepter.OwnerId, accepter.Api.Region, request.Tags, ct),
            async ct => (await requester.Api.ListPeeringsAsync(requester.VpcId, accepter.VpcId, ct).ConfigureAwait(false))
                .FirstOrDefault(peering => peering.IsLive() && peering.VpcId == requester.VpcId),
            cancellationToken));

    private static PlanStep AcceptStep(PeeringUnderway underway, VpcRouting accepter, PlanStep? after) => new(
        "Accept the VPC peering",
        accepter.ToString(),
        cancellationToken => underway.AcceptAsync(accepter.Api, cancellationToken),
        after is null ? [] : [after]);
}
