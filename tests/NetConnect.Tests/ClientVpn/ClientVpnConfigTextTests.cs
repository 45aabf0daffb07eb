using NetConnect.ClientVpn;

namespace NetConnect.Tests.ClientVpn;

public sealed class ClientVpnConfigTextTests
{
    private const string Label = "0123456789ab";
    private const string Ca = "<ca>\n-----BEGIN CERTIFICATE-----\nmssfix 1\n-----END CERTIFICATE-----\n</ca>\n";

    private const string Aws = "client\ndev tun\nproto udp\nremote cvpn-endpoint-0a.prod.clientvpn.eu-west-1.amazonaws.com 443\n"
        + "remote-random-hostname\nresolv-retry infinite\nnobind\n" + Ca + "\nreneg-sec 0\n\nverify-x509-name vpn.example.com name\n";

    [Fact]
    public void What_AWS_has_stays_as_it_is_and_the_person_comes_after_it() =>
        Assert.Equal(
            Aws + "<cert>\nC\n</cert>\n<key>\nK\n</key>\n",
            ClientVpnConfigText.Build(Aws.Replace("\n", "\r\n", StringComparison.Ordinal), new(), Label, "C\n", "K\n"));

    [Fact]
    public void Without_a_person_there_is_no_certificate_and_auth_federate_stays()
    {
        const string Saml = Aws + "auth-federate\nauth-retry interact\n";
        Assert.Equal(Saml, ClientVpnConfigText.Build(Saml, new(), Label));
    }

    [Theory]
    [InlineData("cvpn-endpoint-0a.prod.clientvpn.eu-west-1.amazonaws.com")]
    [InlineData("*.cvpn-endpoint-0a.prod.clientvpn.eu-west-1.amazonaws.com")]
    public void A_label_takes_the_place_of_remote_random_hostname(string remote)
    {
        string text = ClientVpnConfigText.Build($"remote {remote} 443\nremote-random-hostname\n", new() { RandomHostPrefix = true }, Label);
        Assert.Equal("remote 0123456789ab.cvpn-endpoint-0a.prod.clientvpn.eu-west-1.amazonaws.com 443\n", text);
        Assert.Equal(Label, ClientVpnConfigText.FindLabel(text));
        Assert.Null(ClientVpnConfigText.FindLabel(Aws));
    }

    [Fact]
    public void Labels_differ_and_are_labels() =>
        Assert.All([ClientVpnConfigText.NewLabel(), ClientVpnConfigText.NewLabel()], label => Assert.Matches("^[0-9a-f]{12}$", label));

    [Fact]
    public void Mssfix_replaces_one_that_is_there_but_nothing_in_a_certificate() =>
        Assert.Equal("client\n" + Ca + "mssfix 1300\n", ClientVpnConfigText.Build("client\nmssfix 1200\n" + Ca, new() { Mssfix = 1300 }, Label));

    [Fact]
    public void A_challenge_stays_or_is_replaced_or_added()
    {
        const string Mfa = "auth-user-pass\nstatic-challenge \"Enter MFA code \" 1\n";
        ClientVpnConfigOptions asked = new() { StaticChallenge = "The \"code\"" };
        Assert.Equal(Mfa, ClientVpnConfigText.Build(Mfa, new(), Label));
        Assert.Equal("auth-user-pass\nstatic-challenge \"The \\\"code\\\"\" 1\n", ClientVpnConfigText.Build(Mfa, asked, Label));
        Assert.Equal("auth-user-pass\nstatic-challenge \"The \\\"code\\\"\" 1\n", ClientVpnConfigText.Build("auth-user-pass\n", asked, Label));
    }

    [Fact]
    public void A_block_is_what_stands_between_its_tags()
    {
        Assert.Equal("K", ClientVpnConfigText.Block("<cert>\nC\n</cert>\n<key>\nK\n</key>\n", "key"));
        Assert.Null(ClientVpnConfigText.Block("<key>\nK\n", "key"));
        Assert.Null(ClientVpnConfigText.Block("", "key"));
    }
}
