using System.Xml.Linq;
using NetConnect.Sandbox.Tests.Acm;

namespace NetConnect.Sandbox.Tests.ClientVpn;

public sealed class AuthenticationWayTests : ClientVpnTest
{
    private const string Saml = "arn:aws:iam::111111111111:saml-provider/idp";

    private static readonly (string, string)[] s_directory =
        [("Authentication.2.Type", "directory-service-authentication"), ("Authentication.2.ActiveDirectory.DirectoryId", "d-1234567890")];

    private static readonly (string, string)[] s_saml =
        [("Authentication.2.Type", "federated-authentication"), ("Authentication.2.FederatedAuthentication.SAMLProviderArn", Saml)];

    [Fact]
    public async Task Certificates_go_with_a_directory_or_with_saml()
    {
        XElement directory = await DescribeAsync(await EndpointAsync(s_directory));
        Assert.Equal(("d-1234567890", Certificate),
            (directory.Descendants("directoryId").Single().Value, directory.Descendants("clientRootCertificateChain").Single().Value));
        XElement saml = await DescribeAsync(await EndpointAsync([.. s_saml,
            ("Authentication.2.FederatedAuthentication.SelfServiceSAMLProviderArn", Saml + "2")]));
        Assert.Equal((Saml, Saml + "2"),
            (saml.Descendants("samlProviderArn").Single().Value, saml.Descendants("selfServiceSamlProviderArn").Single().Value));
    }

    [Fact]
    public async Task A_directory_does_not_go_with_saml_nor_anything_with_itself()
    {
        (string, string)[] both = Request([.. s_saml, ("Authentication.1.Type", "directory-service-authentication"),
            ("Authentication.1.ActiveDirectory.DirectoryId", "d-1234567890")]);
        Assert.Equal("InvalidParameterCombination", await Network.ErrorAsync("CreateClientVpnEndpoint", both));
        (string, string)[] twice = Request(("Authentication.2.Type", "certificate-authentication"),
            ("Authentication.2.MutualAuthentication.ClientRootCertificateChainArn", Certificate));
        Assert.Equal("InvalidParameterCombination", await Network.ErrorAsync("CreateClientVpnEndpoint", twice));
        Assert.Equal("MissingParameter", await Network.ErrorAsync("CreateClientVpnEndpoint",
            Request(("Authentication.1.Type", ""), ("Authentication.1.MutualAuthentication.ClientRootCertificateChainArn", ""))));
    }

    [Theory]
    [InlineData("Authentication.2.ActiveDirectory.DirectoryId", "directory", "InvalidParameterValue")]
    [InlineData("Authentication.2.ActiveDirectory.DirectoryId", "", "MissingParameter")]
    [InlineData("Authentication.2.FederatedAuthentication.SAMLProviderArn", "arn:aws:iam::222222222222:saml-provider/idp", "InvalidParameterValue")]
    [InlineData("Authentication.2.FederatedAuthentication.SAMLProviderArn", "", "MissingParameter")]
    public async Task The_directory_and_the_provider_are_the_accounts_own(string name, string value, string code)
    {
        (string, string)[] way = name.Contains("SAML", StringComparison.Ordinal) ? s_saml : s_directory;
        Assert.Equal(code, await Network.ErrorAsync("CreateClientVpnEndpoint", Request([.. way, (name, value)])));
    }

    [Fact]
    public async Task A_servers_certificate_has_a_domain_and_an_rsa_key_of_2048_bits()
    {
        string nameless = await ImportAsync(TestCertificates.SelfSigned("CN=the VPN"));
        string large = await ImportAsync(TestCertificates.SelfSigned(bits: 3072));
        string elliptic = await ImportAsync(TestCertificates.Elliptic());
        foreach (string arn in new[] { nameless, large, elliptic })
            Assert.Equal("InvalidParameterValue", await Network.ErrorAsync("CreateClientVpnEndpoint", Request(("ServerCertificateArn", arn))));
        string named = await ImportAsync(TestCertificates.SelfSigned("CN=the VPN", names: "vpn.example.com"));
        Assert.Equal(named, (await DescribeAsync(await EndpointAsync(("ServerCertificateArn", named)))).Element("serverCertificateArn")!.Value);
    }

    [Fact]
    public async Task The_clients_authority_needs_no_domain_but_such_a_key()
    {
        const string Chain = "Authentication.1.MutualAuthentication.ClientRootCertificateChainArn";
        await EndpointAsync((Chain, await ImportAsync(TestCertificates.Authority())));
        Assert.Equal("InvalidParameterValue",
            await Network.ErrorAsync("CreateClientVpnEndpoint", Request((Chain, await ImportAsync(TestCertificates.Elliptic())))));
    }

    [Fact]
    public async Task A_certificate_of_another_region_is_not_there() =>
        Assert.Equal("InvalidParameterValue", await Network.In("us-east-1").ErrorAsync("CreateClientVpnEndpoint", Request()));
}
