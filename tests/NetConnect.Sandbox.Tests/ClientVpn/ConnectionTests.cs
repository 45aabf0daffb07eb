using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using NetConnect.Sandbox.Tests.Acm;

namespace NetConnect.Sandbox.Tests.ClientVpn;

public sealed class ConnectionTests : ClientVpnTest
{
    [Fact]
    public async Task A_connection_shows_who_is_there_and_for_an_hour_who_was()
    {
        string endpoint = await AvailableAsync();
        string alice = Server.ClientVpn.Connect(endpoint, "alice.vpn.example.com");
        string bob = Server.ClientVpn.Connect(endpoint, "bob.vpn.example.com", "bob");
        XElement[] shown = await ConnectionsAsync(endpoint);
        Assert.Equal(["active alice.vpn.example.com N/A 10.200.0.2 -", "active bob.vpn.example.com bob 10.200.0.3 -"], shown.Select(Describe));
        XElement ended = (await OfAsync("TerminateClientVpnConnections", endpoint,
            ("ConnectionId", alice))).Element("connectionStatuses")!.Elements().Single();
        Assert.Equal((alice, "active", "terminating"),
            (ended.Element("connectionId")!.Value, ended.Element("previousStatus")!.Value, ended.Element("currentStatus")!.Value));
        Settle();
        shown = await ConnectionsAsync(endpoint);
        Assert.Equal(["terminated", "active"], shown.Select(State));
        Assert.NotEqual("-", shown[0].Element("connectionEndTime")!.Value);
        Assert.Equal("InvalidClientVpnConnection.IdNotFound",
            await ErrorOfAsync("TerminateClientVpnConnections", endpoint, ("ConnectionId", alice)));
        Server.Advance(TimeSpan.FromHours(1));
        Assert.Equal(bob, (await ConnectionsAsync(endpoint)).Single().Element("connectionId")!.Value);

        static string Describe(XElement item) =>
            $"{State(item)} {item.Element("commonName")!.Value} {item.Element("username")!.Value} {item.Element("clientIp")!.Value} {item.Element("connectionEndTime")!.Value}";
    }

    [Fact]
    public async Task An_address_is_given_again_when_its_connection_has_ended()
    {
        string endpoint = await AvailableAsync();
        string first = Server.ClientVpn.Connect(endpoint, "alice");
        Server.ClientVpn.Connect(endpoint, "bob");
        Server.ClientVpn.Disconnect(first);
        Settle();
        Server.ClientVpn.Connect(endpoint, "carol");
        Assert.Equal(["10.200.0.2", "10.200.0.3", "10.200.0.2"],
            (await ConnectionsAsync(endpoint)).Select(item => item.Element("clientIp")!.Value));
    }

    [Fact]
    public async Task A_user_with_five_connections_is_ended_by_name_and_one_with_more_is_not()
    {
        string endpoint = await AvailableAsync();
        for (int i = 0; i < 5; i++) Server.ClientVpn.Connect(endpoint, "alice", "alice");
        for (int i = 0; i < 6; i++) Server.ClientVpn.Connect(endpoint, "bob", "bob");
        Assert.Equal("ClientVpnTerminateConnectionsLimitExceeded",
            await ErrorOfAsync("TerminateClientVpnConnections", endpoint, ("Username", "bob")));
        XElement answer = await OfAsync("TerminateClientVpnConnections", endpoint, ("Username", "alice"));
        Assert.Equal(("alice", 5), (answer.Element("username")!.Value, answer.Element("connectionStatuses")!.Elements().Count()));
        Settle();
        Assert.Equal("InvalidClientVpnConnection.UserNotFound",
            await ErrorOfAsync("TerminateClientVpnConnections", endpoint, ("Username", "alice")));
        Assert.Equal("MissingParameter", await ErrorOfAsync("TerminateClientVpnConnections", endpoint));
        Assert.Equal(5, (await OfAsync("DescribeClientVpnConnections", endpoint, ("Filter.1.Name", "username"),
            ("Filter.1.Value.1", "alice"))).Descendants("username").Count());
    }

    [Fact]
    public async Task Changes_that_every_client_must_know_end_all_connections_and_others_none()
    {
        string endpoint = await AvailableAsync();
        Server.ClientVpn.Connect(endpoint, "alice");
        await OfAsync("ModifyClientVpnEndpoint", endpoint, ("SessionTimeoutHours", "8"), ("Description", "Staff"), ("VpnPort", "443"));
        Assert.Equal("active", State((await ConnectionsAsync(endpoint)).Single()));
        (string, string)[][] changes =
        [
            [("DnsServers.Enabled", "true"), ("DnsServers.CustomDnsServers.1", "10.1.0.2")],
            [("SplitTunnel", "true")],
            [("VpnPort", "1194")],
        ];
        foreach ((string, string)[] change in changes)
        {
            string connection = Server.ClientVpn.Connect(endpoint, "bob");
            await OfAsync("ModifyClientVpnEndpoint", endpoint, change);
            Assert.Equal("terminating", State((await ConnectionsAsync(endpoint)).Single(one => one.Element("connectionId")!.Value == connection)));
        }
    }

    [Fact]
    public async Task Nobody_connects_to_what_is_not_there_or_not_available()
    {
        string endpoint = await EndpointAsync();
        Assert.Throws<InvalidOperationException>(() => Server.ClientVpn.Connect(endpoint, "alice"));
        Assert.Throws<ArgumentException>(() => Server.ClientVpn.Connect("cvpn-endpoint-00000000000000000", "alice"));
        Assert.Throws<ArgumentException>(() => Server.ClientVpn.Disconnect("cvpn-connection-00000000000000000"));
    }

    [Fact]
    public async Task A_certificate_of_the_authority_is_let_in_and_others_are_not()
    {
        using X509Certificate2 authority = TestCertificates.Authority();
        using X509Certificate2 namesake = TestCertificates.Authority();
        string endpoint = await AvailableAsync(authority);
        Server.ClientVpn.Connect(endpoint, TestCertificates.Issue(authority, "alice", 1));
        Assert.Equal("alice", (await ConnectionsAsync(endpoint)).Single().Element("commonName")!.Value);
        Refused("authority", TestCertificates.Issue(namesake, "bob", 2));
        Refused("not for clients", TestCertificates.Issue(authority, "server", 3, isServer: true));
        X509Certificate2 brief = TestCertificates.Issue(authority, "carol", 4, life: TimeSpan.FromHours(1));
        Server.ClientVpn.Connect(endpoint, brief);
        Server.Advance(TimeSpan.FromHours(2));
        Refused("valid", brief);

        void Refused(string why, X509Certificate2 certificate) => Assert.Contains(why,
            Assert.Throws<InvalidOperationException>(() => Server.ClientVpn.Connect(endpoint, certificate)).Message, StringComparison.Ordinal);
    }
}
