using System.Globalization;

namespace NetConnect.Sandbox.Protocol;

/// <summary>
/// The parameters of a Query request: flat names with numbered parts (<c>Filter.1.Value.2</c>), read as scalars, lists and structures
/// (Amazon EC2 API Reference, "Query requests"). STS writes <c>.member</c> before the numbers, EC2 does not; both are read.
/// </summary>
internal sealed class QueryParameters(IReadOnlyDictionary<string, string> values, string prefix = "")
{
    /// <summary>The value, with an empty one taken as absent.</summary>
    public string? Text(string name) => Raw(name) is { Length: > 0 } value ? value : null;

    /// <summary>The value as sent: empty tag values and descriptions mean something.</summary>
    public string? Raw(string name) => values.TryGetValue(prefix + name, out string? value) ? value : null;

    public string Required(string name) => Text(name) ?? throw Missing(name);

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        { } text when text.Equals("true", StringComparison.OrdinalIgnoreCase) || text == "1" => true,
        { } text when text.Equals("false", StringComparison.OrdinalIgnoreCase) || text == "0" => false,
        { } text => throw Invalid(name, text, "Expecting a boolean value."),
    };

    public int? Number(string name) => Text(name) switch
    {
        null => null,
        { } text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) => number,
        { } text => throw Invalid(name, text, "Expecting an integer value."),
    };

    public long? LongNumber(string name) => Text(name) switch
    {
        null => null,
        { } text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number,
        { } text => throw Invalid(name, text, "Expecting an integer value."),
    };

    public int RequiredNumber(string name) => Number(name) ?? throw Missing(name);

    public IReadOnlyList<string> List(string name) =>
        Numbered(name).Select(item => Raw(item)).TakeWhile(value => value is not null).Select(value => value!).ToList();

    public IReadOnlyList<QueryParameters> Items(string name)
    {
        var items = new List<QueryParameters>();
        foreach (string item in Numbered(name))
        {
            QueryParameters part = Under(item);
            if (part.IsEmpty) break;
            items.Add(part);
        }
        return items;
    }

    /// <summary>The members of a structure.</summary>
    public QueryParameters Under(string name) => new(values, prefix + name + ".");

    public bool IsEmpty => !values.Keys.Any(key => key.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>All that was asked but for one parameter, as one text that equal requests share.</summary>
    public string TextWithout(string name) => string.Join("\n",
        values.Where(pair => pair.Key != prefix + name).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    public static ApiException Missing(string name) =>
        new("MissingParameter", $"The request must contain the parameter {LowerFirst(name)}");

    public static ApiException Invalid(string name, string value, string why) =>
        new("InvalidParameterValue", $"Value ({value}) for parameter {LowerFirst(name)} is invalid. {why}");

    public static ApiException Unknown(string name) => new("UnknownParameter", $"The parameter {name} is not recognized");

    // EC2's own messages write parameters with a small first letter.
    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    private IEnumerable<string> Numbered(string name)
    {
        string member = values.ContainsKey($"{prefix}{name}.member.1") || !Under($"{name}.member.1").IsEmpty ? ".member." : ".";
        for (int i = 1; ; i++) yield return name + member + i.ToString(CultureInfo.InvariantCulture);
    }
}
