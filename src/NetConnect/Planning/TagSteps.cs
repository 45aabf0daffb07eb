namespace NetConnect.Planning;

/// <summary>The steps that change the tags of a resource.</summary>
internal static class TagSteps
{
    /// <summary>What is missing until a resource has some tags, and others no longer.</summary>
    /// <param name="vpcs">Where tags are written.</param>
    /// <param name="kind">What the resource is, for the question: <c>VPN connection</c>.</param>
    /// <param name="id">The resource.</param>
    /// <param name="present">The tags that it has.</param>
    /// <param name="set">Tags to set.</param>
    /// <param name="removed">Names of tags to remove.</param>
    public static IEnumerable<PlanStep> Create(
        IVpcApi vpcs, string kind, string id, IReadOnlyDictionary<string, string> present, IReadOnlyDictionary<string, string> set, IEnumerable<string> removed)
    {
        if (present.Lacks(set))
            yield return new PlanStep($"Tag the {kind}", id, ct => vpcs.SetTagsAsync(id, set, ct));
        List<string> leaving = removed.Where(present.ContainsKey).ToList();
        if (leaving.Count > 0)
            yield return new PlanStep($"Remove the tags {string.Join(", ", leaving)}", id, ct => vpcs.RemoveTagsAsync(id, leaving, ct));
    }
}
