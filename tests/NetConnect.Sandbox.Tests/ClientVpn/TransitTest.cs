using System.Text.Json.Nodes;

namespace NetConnect.Sandbox.Tests.ClientVpn;

/// <summary>The default seed, and transit gateways of the partner that are shared with the network.</summary>
public abstract class TransitTest : ClientVpnTest
{
    /// <summary>Waits for its owner.</summary>
    protected const string Hub = "tgw-00000000000000001";

    /// <summary>Has no block.</summary>
    protected const string Small = "tgw-00000000000000002";

    /// <summary>Accepts by itself.</summary>
    protected const string Open = "tgw-00000000000000003";

    protected TransitTest()
        : base(new SandboxOptions { Clock = SandboxClockKind.Stepped, SeedJson = Seed() })
    {
        Owner = ClientOf(1, "eu-west-1");
    }

    /// <summary>The account that shares its transit gateways with the endpoint's.</summary>
    private protected SandboxClient Owner { get; }

    private protected static (string, string)[] On(string gateway, params (string Name, string Value)[] more) =>
        [("TransitGatewayConfiguration.TransitGatewayId", gateway), .. more.Select(pair => ("TransitGatewayConfiguration." + pair.Name, pair.Value))];

    protected async Task<string> AttachmentAsync(string endpoint) =>
        (await DescribeAsync(endpoint)).Element("transitGatewayConfiguration")!.Element("transitGatewayAttachmentId")!.Value;

    private static string Seed()
    {
        using Stream stream = typeof(SandboxServer).Assembly.GetManifestResourceStream("NetConnect.Sandbox.Seeds.default.json")!;
        using var reader = new StreamReader(stream);
        var seed = JsonNode.Parse(reader.ReadToEnd())!;
        seed["accounts"]![1]!["transitGateways"] = JsonNode.Parse($$"""
            [
              { "region": "eu-west-1", "id": "{{Hub}}", "cidrs": [ "10.99.0.0/24" ], "sharedWith": [ "111111111111" ] },
              { "region": "eu-west-1", "id": "{{Small}}", "sharedWith": [ "111111111111" ] },
              { "region": "eu-west-1", "id": "{{Open}}", "cidrs": [ "10.98.0.0/24" ], "sharedWith": [ "111111111111" ], "autoAccept": true }
            ]
            """);
        return seed.ToJsonString();
    }
}
