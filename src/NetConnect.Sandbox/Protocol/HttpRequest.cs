using System.Text;

namespace NetConnect.Sandbox.Protocol;

/// <summary>A request as it came over the wire, apart from the listener, so that everything behind it can be tested without one.</summary>
internal sealed class HttpRequest(string method, string rawUrl, byte[] body, Func<string, string?> header)
{
    private readonly string[] _url = rawUrl.Split(['?'], 2);
    private List<KeyValuePair<string, string>>? _query;

    public string Method => method;

    public string Path => _url[0];

    public byte[] Body => body;

    public IReadOnlyList<KeyValuePair<string, string>> QueryPairs => _query ??= ParseForm(_url.Length > 1 ? _url[1] : "").ToList();

    public string? Header(string name) => header(name);

    public string? Query(string name) => QueryPairs.FirstOrDefault(pair => pair.Key == name).Value;

    /// <summary>The parameters of the Query API: the query string of a GET, the form of a POST.</summary>
    /// <remarks>A JSON request reads the same: the target names the action, members and list entries have the names that the Query API would give them.</remarks>
    public QueryParameters Parameters()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (header("X-Amz-Target") is { } target)
        {
            values["Action"] = target.Substring(target.IndexOf('.') + 1);
            JsonRequest.Flatten(body, values);
            return new QueryParameters(values);
        }
        foreach (var pair in QueryPairs.Concat(ParseForm(Encoding.UTF8.GetString(body)))) values[pair.Key] = pair.Value;
        return new QueryParameters(values);
    }

    private static IEnumerable<KeyValuePair<string, string>> ParseForm(string form) =>
        from pair in form.Split('&')
        where pair.Length > 0
        let parts = pair.Split(['='], 2)
        select new KeyValuePair<string, string>(Decode(parts[0]), parts.Length > 1 ? Decode(parts[1]) : "");

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
