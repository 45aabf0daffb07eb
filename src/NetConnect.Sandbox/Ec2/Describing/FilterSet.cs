using System.Collections;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Describing;

/// <summary>
/// The filters of one Describe call: a name and how to read its value or values. Filters are joined with AND, the values of one with
/// OR, wildcards are allowed and case counts (Amazon EC2 User Guide, "List and filter your resources").
/// </summary>
internal sealed class FilterSet<T> : IEnumerable<string>
{
    // Amazon EC2 API Reference, "FilterLimitExceeded".
    private const int MaxValues = 200;

    private readonly Dictionary<string, Func<T, string, bool>> _filters = new(StringComparer.Ordinal);

    public void Add(string name, Func<T, IEnumerable<string?>> values) => _filters.Add(name, Matching(values));

    public void Add(string name, Func<T, string?> value) => Add(name, item => (IEnumerable<string?>)[value(item)]);

    public void Add(string name, Func<T, bool> value) => Add(name, item => value(item) ? "true" : "false");

    /// <summary>For a filter that does more than compare texts.</summary>
    public void Add(string name, Func<T, string, bool> matches) => _filters.Add(name, matches);

    /// <summary>What the filters of a request let through.</summary>
    /// <param name="parameters">The request.</param>
    /// <param name="tags">How to find the tags of an item; null where the call is about what has none.</param>
    public Func<T, bool> Read(QueryParameters parameters, Func<T, IReadOnlyDictionary<string, string>>? tags = null)
    {
        var filters = parameters.Items("Filter").Select(filter => (Name: filter.Required("Name"), Values: filter.List("Value"))).ToList();
        if (filters.Sum(filter => filter.Values.Count) > MaxValues)
            throw new ApiException("FilterLimitExceeded",
                $"The maximum number of filter values specified on a single call is {MaxValues}.");

        var tests = filters.Select(filter =>
        {
            Func<T, string, bool> matches = Matcher(filter.Name, tags);
            return (Func<T, bool>)(item => filter.Values.Any(value => matches(item, value)));
        }).ToList();
        return item => tests.TrueForAll(test => test(item));
    }

    public IEnumerator<string> GetEnumerator() => _filters.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Func<T, string, bool> Matching(Func<T, IEnumerable<string?>> values) =>
        (item, pattern) => values(item).Any(value => value is not null && Wildcard.Matches(pattern, value));

    private Func<T, string, bool> Matcher(string name, Func<T, IReadOnlyDictionary<string, string>>? tags)
    {
        if (_filters.TryGetValue(name, out Func<T, string, bool>? matches)) return matches;
        if (tags is not null && name == "tag-key") return Matching(item => tags(item).Keys);
        if (tags is not null && name.StartsWith("tag:", StringComparison.Ordinal))
            return Matching(item => [tags(item).TryGetValue(name.Substring(4), out string? value) ? value : null]);
        throw new ApiException("InvalidParameterValue", $"The filter '{name}' is invalid");
    }
}
