using NetConnect.Planning;

namespace NetConnect.Peering;

/// <summary>The tags of a peering: each account and Region has its own, seen by nobody else.</summary>
internal static class PeeringTags
{
    /// <summary>The steps that bring the tags to both sides. The requester's go with the create.</summary>
    public static async Task<IReadOnlyList<PlanStep>> StepsAsync(
        IReadOnlyDictionary<string, string> tags, PeeringUnderway underway, VpcPeering? existing, VpcRouting requester, VpcRouting accepter,
        OperationContext context, PlanStep? after, CancellationToken cancellationToken)
    {
        if (tags.Count == 0)
            return [];
        var sides = new List<VpcRouting>();
        if (existing is not null)
            sides.Add(requester);
        if (requester.OwnerId != accepter.OwnerId || requester.Api.Region != accepter.Api.Region)
            sides.Add(accepter);
        var steps = new List<PlanStep>();
        foreach (VpcRouting side in sides)
        {
            VpcPeering? seen = existing is null
                ? null
                : await side.Api.FindPeeringAsync(existing.VpcPeeringConnectionId, cancellationToken).ConfigureAwait(false);
            if (seen?.Tags.Lacks(tags) != false)
                steps.Add(Step(side, () => underway.Current!.VpcPeeringConnectionId, tags, context, after));
        }
        return steps;
    }

    /// <summary>The step that sets tags as one side sees them.</summary>
    public static PlanStep Step(VpcRouting side, Func<string> peeringId, IReadOnlyDictionary<string, string> tags, OperationContext context, PlanStep? after) => new(
        $"Tag the VPC peering: {string.Join(", ", tags.Select(tag => $"{tag.Key}={tag.Value}"))}",
        side.ToString(),
        cancellationToken => context.WhenVisibleAsync(ct => side.Api.SetTagsAsync(peeringId(), tags, ct), cancellationToken),
        after is null ? [] : [after]);

    /// <summary>The peering as it is once the tags have been set.</summary>
    public static VpcPeering WithTags(this VpcPeering peering, IReadOnlyDictionary<string, string> tags) => peering with { Tags = peering.Tags.With(tags) };
}
