using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Tagging;

/// <summary>Reads tags from a request and checks them (Amazon EC2 User Guide, "Tag restrictions").</summary>
internal static class TagInput
{
    public const int MaxTags = 50;
    private const int MaxKey = 128;
    private const int MaxValue = 256;

    private static readonly string[] s_lists = ["TagSpecification", "TagSpecifications"];

    /// <summary>The tags that a create call gives the resource it makes.</summary>
    public static IReadOnlyDictionary<string, string> ForNew(Ec2Call call, ResourceKind kind)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        // Calls about transit gateways that came later have the plural on the wire.
        foreach (QueryParameters specification in s_lists.SelectMany(call.Parameters.Items))
        {
            string type = specification.Required("ResourceType");
            if (type != kind.TagType)
                throw Invalid($"'{type}' is not a valid taggable resource type for this operation.");
            IReadOnlyDictionary<string, string> read = Read(specification);
            if (read.Count == 0) throw Invalid("Tag specification must have at least one tag");
            foreach (KeyValuePair<string, string> tag in read) tags[tag.Key] = tag.Value;
        }
        return tags;
    }

    public static IReadOnlyDictionary<string, string> Read(QueryParameters parameters)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (QueryParameters tag in parameters.Items("Tag"))
        {
            string key = tag.Required("Key");
            string value = tag.Raw("Value") ?? "";
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                throw Invalid($"Tag keys starting with 'aws:' are reserved for internal use");
            if (key.Length > MaxKey) throw Invalid($"Tag key exceeds the maximum length of {MaxKey} characters");
            if (value.Length > MaxValue) throw Invalid($"Tag value exceeds the maximum length of {MaxValue} characters");
            if (tags.ContainsKey(key)) throw Invalid($"Duplicate tag key '{key}' specified.");
            tags.Add(key, value);
        }
        if (tags.Count > MaxTags) throw new ApiException("TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
        return tags;
    }

    public static XmlAnswer Tags(this XmlAnswer answer, IReadOnlyDictionary<string, string> tags) =>
        answer.Set("tagSet", tags, (item, tag) => item.Text("key", tag.Key).Text("value", tag.Value));

    private static ApiException Invalid(string why) => new("InvalidParameterValue", why);
}
