using System.Text.Json.Nodes;

namespace NetConnect.Interop.Tests.Hosting;

/// <summary>What one endpoint answered to the calls of a script, with ids and times already under names that two runs share.</summary>
internal sealed class RecordedCalls
{
    private const string Absent = "-";

    private readonly List<(string Call, JsonNode? Answer)> _calls;

    private RecordedCalls(JsonArray calls) => _calls = [.. calls.Select(call => (call!["Call"]!.GetValue<string>(), call["Answer"]))];

    public static async Task<RecordedCalls> RunAsync(ClientHome home, string script) =>
        new(JsonNode.Parse((await PythonScript.RunAsync(home, script)).Succeeded().Output)!.AsArray());

    public static IEnumerable<Difference> Compare(RecordedCalls moto, RecordedCalls sandbox)
    {
        Assert.Equal(moto._calls.Select(call => call.Call), sandbox._calls.Select(call => call.Call));
        return moto._calls.Zip(sandbox._calls).SelectMany(pair => Compare(pair.First.Call, "", pair.First.Answer, pair.Second.Answer));
    }

    private static IEnumerable<Difference> Compare(string call, string field, JsonNode? moto, JsonNode? sandbox) => (moto, sandbox) switch
    {
        (JsonObject m, JsonObject s) => m.Select(property => property.Key).Union(s.Select(property => property.Key))
            .SelectMany(name => Compare(call, field.Length == 0 ? name : $"{field}.{name}", m[name], s[name])),
        (JsonArray m, JsonArray s) when m.Count == s.Count =>
            m.Zip(s).SelectMany((pair, index) => Compare(call, $"{field}[{index}]", pair.First, pair.Second)),
        _ when JsonNode.DeepEquals(moto, sandbox) => [],
        _ => [new Difference(call, field, Show(moto), Show(sandbox))],
    };

    // What a table can hold: one value, or how many there are.
    private static string Show(JsonNode? value) => value switch
    {
        null => Absent,
        JsonArray list => $"{list.Count} items",
        JsonObject => "{...}",
        _ => value.ToString(),
    };
}
