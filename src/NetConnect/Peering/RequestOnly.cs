using NetConnect.Planning;

namespace NetConnect.Peering;

/// <summary>Requests a peering with an account whose credentials are not at hand, and leaves it for its owner to accept.</summary>
internal static class RequestOnly
{
    public static async Task<Plan<VpcPeering>> PlanAsync(
        IVpcApi own, string peerRegion, string vpcId, PeeringRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        // The other side cannot be read, so neither can a name be looked up there.
        string peerVpcId = ResourceId.Check("vpc", request.PeerVpcId);
        PeeringChecks.RefuseSameVpc(vpcId, peerVpcId);
        Task<IReadOnlyList<VpcPeering>> peerings = own.ListPeeringsAsync(vpcId, peerVpcId, cancellationToken);
        Task<VpcRouting> vpc = VpcRouting.GetAsync(own, vpcId, "Check the id, -Region and the credentials.", cancellationToken);
        await Task.WhenAll(peerings, vpc).ConfigureAwait(false);

        VpcPeering? existing = peerings.Result.FirstOrDefault(PeeringStates.IsLive);
        var underway = new PeeringUnderway(context, existing);
        var steps = new List<PlanStep>();
        if (existing is null)
            steps.Add(new PlanStep(
                $"Request VPC peering with {peerVpcId} ({request.PeerOwnerId}/{peerRegion})",
                vpc.Result.ToString(),
                cancellationToken => underway.RequestAsync(
                    ct => own.CreatePeeringAsync(vpcId, peerVpcId, request.PeerOwnerId!, peerRegion, request.Tags, ct),
                    async ct => (await own.ListPeeringsAsync(vpcId, peerVpcId, ct).ConfigureAwait(false))
                        .FirstOrDefault(peering => peering.IsLive() && peering.VpcId == vpcId),
                    cancellationToken)));
        else if (existing.Tags.Lacks(request.Tags))
            steps.Add(PeeringTags.Step(vpc.Result, () => existing.VpcPeeringConnectionId, request.Tags, context, null));
        return new Plan<VpcPeering>(
            steps,
            async ct => underway.Current is null || request.NoWait || steps.Exists(step => step.IsDeclined)
                ? underway.Current
                : (await underway.WhenRequestedAsync(own, ct).ConfigureAwait(false)).WithTags(request.Tags));
    }
}
