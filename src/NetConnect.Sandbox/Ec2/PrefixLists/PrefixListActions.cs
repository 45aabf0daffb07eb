using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.PrefixLists;

/// <summary>
/// CreateManagedPrefixList, ModifyManagedPrefixList, DeleteManagedPrefixList, DescribeManagedPrefixLists, GetManagedPrefixListEntries.
/// </summary>
internal static class PrefixListActions
{
    private static readonly PageBounds s_bounds = new(1, 100);

    private static readonly Description<PrefixList> s_description = new("PrefixListId", "prefixListSet", new FilterSet<PrefixList>
    {
        { "prefix-list-id", list => list.Id },
        { "prefix-list-name", list => list.Name },
        { "owner-id", list => list.OwnerId },
    }, Write)
    {
        Bounds = s_bounds,
    };

    public static void CreateManagedPrefixList(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.PrefixList);
        string name = call.Parameters.Required("PrefixListName");
        string family = call.Parameters.Required("AddressFamily");
        if (family is not ("IPv4" or "IPv6")) throw QueryParameters.Invalid("AddressFamily", family, "Expecting IPv4 or IPv6.");
        var list = new PrefixList(call.Region, call.NewId(ResourceKind.PrefixList), name, family == "IPv6",
            call.Parameters.RequiredNumber("MaxEntries"));
        list.AddVersion(PrefixListEntries.Apply(list, new Dictionary<Cidr, string?>(), call.Parameters.Items("Entry"), []));
        call.Region.PrefixLists.Add(list);
        call.Region.Tags.Set(list.Id, tags);
        answer.Node("prefixList", node => Write(node, list, call.Region));
    }

    public static void ModifyManagedPrefixList(Ec2Call call, XmlAnswer answer)
    {
        PrefixList list = List(call);
        IReadOnlyList<QueryParameters> added = call.Parameters.Items("AddEntry");
        IReadOnlyList<QueryParameters> removed = call.Parameters.Items("RemoveEntry");
        if (call.Parameters.Number("CurrentVersion") is { } version && version != list.Version)
            throw new ApiException("PrefixListVersionMismatch", "The prefix list has the incorrect version number.");
        if (added.Count + removed.Count > 0) list.AddVersion(PrefixListEntries.Apply(list, list.Entries(), added, removed));
        list.Name = call.Parameters.Text("PrefixListName") ?? list.Name;
        list.MaxEntries = call.Parameters.Number("MaxEntries") ?? list.MaxEntries;
        list.State.Enter("modify-in-progress").Then(StateDurations.PrefixListChange, "modify-complete");
        answer.Node("prefixList", node => Write(node, list, call.Region));
    }

    public static void DeleteManagedPrefixList(Ec2Call call, XmlAnswer answer)
    {
        PrefixList list = List(call);
        if (call.Region.RouteTables.All.Any(table => table.Routes.Exists(route => route.Destination.PrefixListId == list.Id))
            || call.Region.SecurityGroupRules.All.Any(rule => rule.Permission.Peer.PrefixListId == list.Id))
            throw new ApiException("DependencyViolation", $"The prefix list '{list.Id}' is referenced and cannot be deleted.");
        list.State.Enter("delete-in-progress").Then(StateDurations.PrefixListChange, "delete-complete");
        answer.Node("prefixList", node => Write(node, list, call.Region));
    }

    public static void DescribeManagedPrefixLists(Ec2Call call, XmlAnswer answer) =>
        s_description.Answer(call, answer, call.Region.PrefixLists);

    public static void GetManagedPrefixListEntries(Ec2Call call, XmlAnswer answer)
    {
        PrefixList list = List(call);
        int? version = call.Parameters.Number("TargetVersion");
        if (version is < 1 || version > list.Version)
            throw QueryParameters.Invalid("TargetVersion", $"{version}", "The version does not exist.");
        var entries = list.Entries(version).Select((entry, index) => (Place: index + 1L, entry.Key, entry.Value)).ToList();
        (var page, string? next) = s_bounds.Cut(call, entries, entry => entry.Place, byId: false);
        answer.Set("entrySet", page, (item, entry) => item.Text("cidr", entry.Key.ToString()).Text("description", entry.Value))
            .Text("nextToken", next);
    }

    private static PrefixList List(Ec2Call call) => call.Region.PrefixLists.Get(call.Parameters.Required("PrefixListId"));

    private static void Write(XmlAnswer node, PrefixList list, Ec2Region viewer) =>
        node.Text("prefixListId", list.Id).Text("prefixListArn", list.Arn).Text("prefixListName", list.Name).Text("ownerId", list.OwnerId)
            .Text("addressFamily", list.AddressFamily).Text("state", list.State.Code).Number("maxEntries", list.MaxEntries)
            .Number("version", list.Version).Tags(viewer.Tags.Of(list.Id));
}
