namespace NetConnect.Sandbox.Ec2;

/// <summary>A table of any kind of resource, for what works by id alone, such as tags.</summary>
internal interface IResourceTable
{
    ResourceKind Kind { get; }

    /// <summary>Throws unless a caller can see the id.</summary>
    void Check(string id);

    bool Holds(string id);
}

/// <summary>
/// The resources of one kind that one account sees in one Region. <see cref="All"/> is the truth; <see cref="Get(string)"/>,
/// <see cref="Seen"/> and the rest are what callers see, which can lag behind when the sandbox plays eventual consistency.
/// </summary>
internal sealed class ResourceTable<T>(Ec2Region region, ResourceKind kind) : IResourceTable
    where T : Ec2Resource
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public ResourceKind Kind => kind;

    public IEnumerable<T> All => _entries.Values.Where(entry => entry.Item.IsVisibleTo(region)).Select(entry => entry.Item);

    /// <summary>What a caller gets who lists the table, oldest first.</summary>
    public List<T> Seen() =>
        _entries.Values.Where(entry => entry.Item.IsVisibleTo(region) && IsConsistent(entry)).Select(entry => entry.Item)
            .OrderBy(item => item.Sequence).ToList();

    public T Add(T item)
    {
        SandboxFaults faults = region.World.Faults;
        bool late = faults.InvisiblePrefix is null || kind.Prefix == faults.InvisiblePrefix;
        _entries.Add(item.Id, new Entry(item)
        {
            VisibleFrom = late ? region.World.Clock.Now + faults.VisibilityDelay : DateTime.MinValue,
            InvisibleReads = late ? faults.InvisibleReads : 0,
        });
        return item;
    }

    public void Remove(T item) => _entries.Remove(item.Id);

    public bool Holds(string id) => _entries.TryGetValue(id, out Entry? entry) && entry.Item.IsVisibleTo(region);

    public void Check(string id) => Get(id);

    /// <summary>The resource that a caller names.</summary>
    public T Get(string id) => Get([id])[0];

    /// <summary>The resources that a caller names, in table order and each once; one error names all that are not there.</summary>
    public List<T> Get(IReadOnlyList<string> ids)
    {
        foreach (string id in ids) kind.CheckForm(id);
        var found = ids.Distinct(StringComparer.Ordinal).Select(id => (Id: id, Item: Find(id))).ToList();
        string[] missing = found.Where(pair => pair.Item is null).Select(pair => pair.Id).ToArray();
        if (missing.Length > 0) throw kind.NotFound(missing);
        return found.Select(pair => pair.Item!).OrderBy(item => item.Sequence).ToList();
    }

    private T? Find(string id) =>
        _entries.TryGetValue(id, out Entry? entry) && entry.Item.IsVisibleTo(region) && IsConsistent(entry) ? entry.Item : null;

    private bool IsConsistent(Entry entry) =>
        entry.VisibleFrom <= region.World.Clock.Now && (entry.InvisibleReads == 0 || entry.InvisibleReads-- == 0);

    private sealed class Entry(T item)
    {
        public T Item => item;

        public DateTime VisibleFrom { get; init; }

        public int InvisibleReads { get; set; }
    }
}
