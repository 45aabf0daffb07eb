using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.PrefixLists;

/// <summary>Makes the next version of a prefix list's entries.</summary>
internal static class PrefixListEntries
{
    public static IReadOnlyDictionary<Cidr, string?> Apply(PrefixList list, IReadOnlyDictionary<Cidr, string?> current,
        IReadOnlyList<QueryParameters> added, IReadOnlyList<QueryParameters> removed)
    {
        var entries = current.ToDictionary(entry => entry.Key, entry => entry.Value);
        foreach (QueryParameters entry in removed)
        {
            Cidr cidr = Block(list, entry);
            if (!entries.Remove(cidr)) throw new ApiException("InvalidPrefixListEntry.NotFound", $"The prefix list has no entry {cidr}.");
        }
        // An entry that is there already only gets the new description.
        foreach (QueryParameters entry in added) entries[Block(list, entry)] = entry.Text("Description");
        if (entries.Count > list.MaxEntries)
            throw new ApiException("PrefixListMaxEntriesExceeded",
                $"The maximum number of entries of the prefix list is {list.MaxEntries}.");
        return entries;
    }

    private static Cidr Block(PrefixList list, QueryParameters entry)
    {
        string text = entry.Required("Cidr");
        return list.IsV6 ? VpcFactory.Ipv6Block(text, "Cidr") : VpcFactory.Block(text, "Cidr");
    }
}
