using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.PrefixLists;

/// <summary>A customer-managed prefix list, with all its versions.</summary>
internal sealed class PrefixList(Ec2Region home, string id, string name, bool isV6, int maxEntries) : Ec2Resource(home, id)
{
    private readonly List<IReadOnlyDictionary<Cidr, string?>> _versions = [];

    public string Name { get; set; } = name;

    public bool IsV6 => isV6;

    public string AddressFamily => isV6 ? "IPv6" : "IPv4";

    /// <summary>What the list counts for where a route or rule refers to it, however few entries it has.</summary>
    public int MaxEntries { get; set; } = maxEntries;

    public TimedState State { get; } =
        new TimedState(home.World.Clock, "create-in-progress").Then(StateDurations.PrefixListChange, "create-complete");

    public long Version => _versions.Count;

    public string Arn => $"arn:aws:ec2:{Home.Name}:{OwnerId}:prefix-list/{Id}";

    public IReadOnlyDictionary<Cidr, string?> Entries(long? version = null) => _versions[(int)(version ?? Version) - 1];

    public void AddVersion(IReadOnlyDictionary<Cidr, string?> entries) => _versions.Add(entries);

    public override bool IsVisibleTo(Ec2Region viewer) => State.Code != "delete-complete";
}
