namespace NetConnect;

/// <summary>Tags compared and put together.</summary>
internal static class TagSet
{
    /// <summary>Whether a tag is not there, or has another value.</summary>
    public static bool Lacks(this IReadOnlyDictionary<string, string>? tags, IReadOnlyDictionary<string, string> wanted) =>
        wanted.Any(tag => tags is null || !tags.TryGetValue(tag.Key, out string? value) || value != tag.Value);

    /// <summary>The tags once others have been set.</summary>
    public static IReadOnlyDictionary<string, string> With(this IReadOnlyDictionary<string, string> tags, IReadOnlyDictionary<string, string> set)
    {
        Dictionary<string, string> all = tags.ToDictionary(tag => tag.Key, tag => tag.Value);
        foreach (KeyValuePair<string, string> tag in set)
            all[tag.Key] = tag.Value;
        return all;
    }

    /// <summary>Refuses to set and to remove the same tag.</summary>
    /// <exception cref="NetConnectException">A tag is in both.</exception>
    public static void CheckDisjoint(IReadOnlyDictionary<string, string> set, IEnumerable<string> removed)
    {
        if (removed.FirstOrDefault(set.ContainsKey) is { } both)
            throw new NetConnectException(ErrorIds.InvalidParameter, ErrorKind.InvalidInput, $"The tag {both} cannot be set and removed at the same time.", both);
    }
}
