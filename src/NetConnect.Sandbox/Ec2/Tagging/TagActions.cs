using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Tagging;

/// <summary>CreateTags, DeleteTags, DescribeTags.</summary>
internal static class TagActions
{
    private static readonly FilterSet<TaggedEntry> s_filters = new()
    {
        { "key", entry => entry.Key },
        { "value", entry => entry.Value },
        { "resource-id", entry => entry.ResourceId },
        { "resource-type", entry => entry.ResourceType },
    };

    public static void CreateTags(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.Read(call.Parameters);
        if (tags.Count == 0) throw QueryParameters.Missing("Tag");
        foreach (string id in Resources(call)) call.Region.Tags.Set(id, tags);
        answer.Flag("return", true);
    }

    public static void DeleteTags(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyList<QueryParameters> tags = call.Parameters.Items("Tag");
        foreach (string id in Resources(call))
        {
            if (tags.Count == 0) call.Region.Tags.RemoveAll(id);
            foreach (QueryParameters tag in tags) call.Region.Tags.Remove(id, tag.Required("Key"), tag.Raw("Value"));
        }
        answer.Flag("return", true);
    }

    public static void DescribeTags(Ec2Call call, XmlAnswer answer)
    {
        Func<TaggedEntry, bool> passes = s_filters.Read(call.Parameters, entry => entry.AsTags);
        List<TaggedEntry> found = call.Region.Tags.TaggedIds
            .Select(id => (Id: id, Table: call.Region.Tables.Find(table => table.Holds(id)))).Where(pair => pair.Table is not null)
            .SelectMany(pair => call.Region.Tags.Of(pair.Id)
                .Select(tag => new TaggedEntry(pair.Id, pair.Table!.Kind.TagType, tag.Key, tag.Value)))
            .Where(passes).OrderBy(entry => entry.ResourceId, StringComparer.Ordinal).ThenBy(entry => entry.Key, StringComparer.Ordinal)
                .ToList();
        for (int i = 0; i < found.Count; i++) found[i].Place = i + 1;
        (IEnumerable<TaggedEntry> page, string? next) = PageBounds.Usual.Cut(call, found, entry => entry.Place, byId: false);
        answer.Set("tagSet", page, (item, entry) => item.Text("resourceId", entry.ResourceId).Text("resourceType", entry.ResourceType)
            .Text("key", entry.Key).Text("value", entry.Value)).Text("nextToken", next);
    }

    // All ids are checked before any is tagged: EC2 tags all of them or none.
    private static IReadOnlyList<string> Resources(Ec2Call call)
    {
        IReadOnlyList<string> ids = call.Parameters.List("ResourceId");
        if (ids.Count == 0) throw QueryParameters.Missing("ResourceId");
        foreach (string id in ids)
        {
            // The longest prefix counts: "tgw-rtb-…" is no "tgw-…".
            IResourceTable table = call.Region.Tables.Where(known => id.StartsWith(known.Kind.Prefix + "-", StringComparison.Ordinal))
                .OrderByDescending(known => known.Kind.Prefix.Length).FirstOrDefault()
                ?? throw new ApiException("InvalidID", $"The ID '{id}' is not valid");
            table.Check(id);
        }
        return ids;
    }
}
