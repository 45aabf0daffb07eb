using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Describing;

/// <summary>What every Describe call does: pick by id or list, filter, cut a page, write. One instance describes one kind.</summary>
/// <param name="idParameter">The name of the list of ids (<c>VpcId</c>).</param>
/// <param name="set">The element that holds the results.</param>
/// <param name="filters">The filters that the call knows.</param>
/// <param name="write">Writes one result as the calling side sees it.</param>
internal sealed class Description<T>(string idParameter, string set, FilterSet<T> filters, Action<XmlAnswer, T, Ec2Region> write)
    where T : Ec2Resource
{
    public PageBounds Bounds { get; init; } = PageBounds.Usual;

    public FilterSet<T> Filters => filters;

    /// <param name="call">The request.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="table">Where the resources are.</param>
    /// <param name="isOfKind">Which resources the call is about, where it is not about all of the table.</param>
    public void Answer(Ec2Call call, XmlAnswer answer, ResourceTable<T> table, Func<T, bool>? isOfKind = null)
    {
        Func<T, bool> passes = filters.Read(call.Parameters, item => call.Region.Tags.Of(item.Id));
        IReadOnlyList<string> ids = call.Parameters.List(idParameter);
        List<T> found = ids.Count > 0 ? table.Get(ids) : table.Seen();
        if (isOfKind is not null) found.RemoveAll(item => !isOfKind(item));
        (IEnumerable<T> page, string? next) = Bounds.Cut(call, found.Where(passes).ToList(), ids.Count > 0);
        answer.Set(set, page, (node, item) => write(node, item, call.Region)).Text("nextToken", next);
    }
}
