namespace NetConnect.Sandbox.Ec2;

/// <summary>Looks up what is still alive.</summary>
internal static class ProvisionedResourceTables
{
    /// <summary>The resource that a call builds on or changes: a dead one may still show, but it is not there for that.</summary>
    public static T GetLive<T>(this ResourceTable<T> table, string id)
        where T : ProvisionedResource
    {
        T found = table.Get(id);
        return found.IsLive ? found : throw table.Kind.NotFound(id);
    }

    public static IEnumerable<T> Live<T>(this ResourceTable<T> table)
        where T : ProvisionedResource => table.All.Where(item => item.IsLive);
}
