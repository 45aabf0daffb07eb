using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Tagging;

/// <summary>The tags that one account set in one Region, by resource id.</summary>
internal sealed class TagStore
{
    private static readonly IReadOnlyDictionary<string, string> s_none = new Dictionary<string, string>();

    private readonly Dictionary<string, SortedDictionary<string, string>> _tags = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> TaggedIds => _tags.Keys;

    public IReadOnlyDictionary<string, string> Of(string id) =>
        _tags.TryGetValue(id, out SortedDictionary<string, string>? tags) ? tags : s_none;

    public void Set(string id, IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count == 0) return;
        if (!_tags.TryGetValue(id, out SortedDictionary<string, string>? found))
            found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (found.Keys.Union(tags.Keys, StringComparer.Ordinal).Count() > TagInput.MaxTags)
            throw new ApiException("TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
        foreach (KeyValuePair<string, string> tag in tags) found[tag.Key] = tag.Value;
        _tags[id] = found;
    }

    /// <summary>Removes a tag; with a value, only a tag that has just this value.</summary>
    public void Remove(string id, string key, string? value)
    {
        if (!_tags.TryGetValue(id, out SortedDictionary<string, string>? found) || !found.TryGetValue(key, out string? current)) return;
        if (value is null || value == current) found.Remove(key);
        if (found.Count == 0) _tags.Remove(id);
    }

    public void RemoveAll(string id) => _tags.Remove(id);
}
