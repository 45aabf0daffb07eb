namespace NetConnect.Sandbox.Tests.ClientVpn;

public sealed class ConfigurationTests : ClientVpnTest
{
    [Fact]
    public async Task A_configuration_names_the_endpoint_and_its_authority()
    {
        string endpoint = await AvailableAsync(("TransportProtocol", "tcp"), ("VpnPort", "1194"));
        string[] lines = await LinesAsync(endpoint);
        foreach (string line in new[]
        {
            "client", "dev tun", "proto tcp", $"remote {endpoint}.prod.clientvpn.eu-west-1.amazonaws.com 1194", "remote-random-hostname",
            "remote-cert-tls server", "<ca>", "-----BEGIN CERTIFICATE-----", "</ca>", "verify-x509-name vpn.example.com name",
        })
            Assert.Contains(line, lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("auth-", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("PRIVATE KEY", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("directory-service-authentication", "ActiveDirectory.DirectoryId", "d-1234567890", "auth-user-pass")]
    [InlineData("federated-authentication", "FederatedAuthentication.SAMLProviderArn", "arn:aws:iam::111111111111:saml-provider/idp", "auth-federate")]
    public async Task It_says_how_people_sign_in(string type, string parameter, string value, string line) =>
        Assert.Contains(line, await LinesAsync(await EndpointAsync(("Authentication.1.Type", type), ("Authentication.1." + parameter, value))));

    private async Task<string[]> LinesAsync(string endpoint) =>
        (await OfAsync("ExportClientVpnClientConfiguration", endpoint)).Element("clientConfiguration")!.Value.Split('\n');
}
