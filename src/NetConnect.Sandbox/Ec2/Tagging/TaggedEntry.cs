namespace NetConnect.Sandbox.Ec2.Tagging;

/// <summary>One line of DescribeTags.</summary>
internal sealed class TaggedEntry(string resourceId, string resourceType, string key, string value)
{
    public string ResourceId => resourceId;

    public string ResourceType => resourceType;

    public string Key => key;

    public string Value => value;

    /// <summary>Its place in the whole list, which is what a page's token remembers.</summary>
    public long Place { get; set; }

    public IReadOnlyDictionary<string, string> AsTags => new Dictionary<string, string> { [key] = value };
}
