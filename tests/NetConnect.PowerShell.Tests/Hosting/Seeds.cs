using System.Globalization;
using System.Text.Json.Nodes;

namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>Seeds for the sandbox.</summary>
internal static class Seeds
{
    private static string DefaultFile => Path.Combine(BuiltModule.RepositoryRoot, "src", "NetConnect.Sandbox", "Seeds", "default.json");

    /// <summary>The default seed with something changed: the accounts are <c>network</c> and <c>partner</c>.</summary>
    public static string Default(Action<JsonObject, JsonObject> change)
    {
        JsonNode seed = JsonNode.Parse(File.ReadAllText(DefaultFile))!;
        JsonArray accounts = seed["accounts"]!.AsArray();
        change(accounts[0]!.AsObject(), accounts[1]!.AsObject());
        return seed.ToJsonString();
    }

    /// <summary>The default seed, where each account also has some VPCs <c>a0</c>, <c>a1</c>, … in eu-west-1 and <c>b0</c>, <c>b1</c>, … in us-east-1.</summary>
    public static string WithPairs(int count) => Default((network, partner) =>
    {
        for (int i = 0; i < count; i++)
        {
            network["vpcs"]!.AsArray().Add(Vpc("eu-west-1", $"a{i}", $"10.{20 + i}.0.0/16"));
            partner["vpcs"]!.AsArray().Add(Vpc("us-east-1", $"b{i}", $"10.{120 + i}.0.0/16"));
        }
    });

    /// <summary>A VPC with one route table; its id is made from its name where none is given.</summary>
    public static JsonObject Vpc(string region, string name, string cidr, string? id = null) => new()
    {
        ["region"] = region,
        ["id"] = id ?? "vpc-0" + string.Concat(name.Select(c => ((int)c).ToString("x2", CultureInfo.InvariantCulture))).PadLeft(16, 'e'),
        ["name"] = name,
        ["dns"] = true,
        ["cidrs"] = new JsonArray(cidr),
    };

    /// <summary>A role that both accounts may assume, with the external id.</summary>
    public static JsonObject Role(string name, string externalId) => new()
    {
        ["name"] = name,
        ["trust"] = new JsonArray("111111111111", "222222222222"),
        ["externalId"] = externalId,
    };
}
