using System.Text.Json.Nodes;

namespace NetConnect.Interop.Tests.Hosting;

/// <summary>Compares JSON by what it says, not by how it is written.</summary>
internal static class Json
{
    public static void Equal(string expected, JsonNode? actual) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(expected), actual),
        $"Expected {expected}{Environment.NewLine}but was {actual?.ToJsonString()}");
}
