using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using NetConnect.Sandbox.Tests.Acm;

namespace NetConnect.Sandbox.Tests.ClientVpn;

/// <summary>A sandbox with shortcuts for Client VPN endpoints of the VPC "shop".</summary>
public abstract class ClientVpnTest(SandboxOptions? options = null) : SandboxTest(options)
{
    /// <summary>The seed's own certificate, "vpn.example.com".</summary>
    protected const string Certificate = "arn:aws:acm:eu-west-1:111111111111:certificate/0a110000-0000-4000-8000-000000000001";

    protected const string ZoneA = "subnet-0a110000000000001";
    protected const string OtherOfZoneA = "subnet-0a110000000000002";
    protected const string ZoneB = "subnet-0a110000000000003";
    protected const string ToolsSubnet = "subnet-0a120000000000001";

    /// <summary>A good request, with some parameters in the place of others; an empty value takes one away.</summary>
    private protected static (string, string)[] Request(params (string Name, string Value)[] changes)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ClientCidrBlock"] = "10.200.0.0/22",
            ["ServerCertificateArn"] = Certificate,
            ["Authentication.1.Type"] = "certificate-authentication",
            ["Authentication.1.MutualAuthentication.ClientRootCertificateChainArn"] = Certificate,
            ["ConnectionLogOptions.Enabled"] = "false",
        };
        foreach ((string name, string value) in changes) parameters[name] = value;
        return [.. parameters.Where(pair => pair.Value.Length > 0).Select(pair => (pair.Key, pair.Value))];
    }

    protected async Task<string> EndpointAsync(params (string, string)[] changes) =>
        Id(await Network.CallAsync("CreateClientVpnEndpoint", Request(changes)));

    /// <summary>An endpoint that is available, in one subnet.</summary>
    protected async Task<string> AvailableAsync(params (string, string)[] changes)
    {
        string id = await EndpointAsync(changes);
        await AssociateAsync(id, ZoneA);
        Settle();
        return id;
    }

    /// <summary>An endpoint that is available and accepts the certificates of an authority.</summary>
    protected async Task<string> AvailableAsync(X509Certificate2 authority) =>
        await AvailableAsync(("Authentication.1.MutualAuthentication.ClientRootCertificateChainArn", await ImportAsync(authority)));

    protected async Task<string> AssociateAsync(string endpoint, string subnet, params (string, string)[] more) =>
        (await OfAsync("AssociateClientVpnTargetNetwork", endpoint, [("SubnetId", subnet), .. more])).Element("associationId")!.Value;

    /// <summary>Calls about an endpoint.</summary>
    private protected Task<XElement> OfAsync(string action, string endpoint, params (string, string)[] more) =>
        Network.CallAsync(action, [("ClientVpnEndpointId", endpoint), .. more]);

    private protected Task<string> ErrorOfAsync(string action, string endpoint, params (string, string)[] more) =>
        Network.ErrorAsync(action, [("ClientVpnEndpointId", endpoint), .. more]);

    protected async Task<XElement> DescribeAsync(string endpoint) =>
        (await Network.CallAsync("DescribeClientVpnEndpoints",
            ("ClientVpnEndpointId.1", endpoint))).Element("clientVpnEndpoint")!.Elements().Single();

    protected async Task<string> StateAsync(string endpoint) => State(await DescribeAsync(endpoint));

    /// <summary>The routes, such as "10.1.0.0/16 via subnet-… associate active".</summary>
    protected async Task<string[]> RoutesAsync(string endpoint) =>
        [.. (await OfAsync("DescribeClientVpnRoutes", endpoint)).Element("routes")!.Elements()
        .Select(route => $"{route.Element("destinationCidr")!.Value} via {route.Element("targetSubnet")!.Value} {route.Element("origin")!.Value} {State(route)}")];

    /// <summary>The rules, such as "10.1.0.0/16 for admins active".</summary>
    protected async Task<string[]> RulesAsync(string endpoint) =>
        [.. (await OfAsync("DescribeClientVpnAuthorizationRules", endpoint)).Element("authorizationRule")!.Elements()
        .Select(rule => $"{rule.Element("destinationCidr")!.Value} for {(rule.Element("accessAll")!.Value == "true" ? "everybody" : rule.Element("groupId")!.Value)} {State(rule)}")];

    /// <summary>The states of the associations.</summary>
    protected async Task<string[]> NetworksAsync(string endpoint) =>
        [.. (await OfAsync("DescribeClientVpnTargetNetworks", endpoint)).Element("clientVpnTargetNetworks")!.Elements().Select(State)];

    protected async Task<XElement[]> ConnectionsAsync(string endpoint) =>
        [.. (await OfAsync("DescribeClientVpnConnections", endpoint)).Element("connections")!.Elements()];

    protected static string State(XElement part) => part.Element("status")!.Element("code")!.Value;

    protected async Task<string> ImportAsync(X509Certificate2 certificate) =>
        (await Network.AcmAsync("ImportCertificate", new JsonObject
        {
            ["Certificate"] = SandboxClient.Base64(certificate.ExportCertificatePem()),
            ["PrivateKey"] = SandboxClient.Base64(TestCertificates.Key(certificate)),
        }))["CertificateArn"]!.GetValue<string>();

    private protected static string Id(XElement created) => created.Element("clientVpnEndpointId")!.Value;
}
