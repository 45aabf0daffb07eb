using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.ClientVpn;

/// <summary>The states that a change ends in when it goes wrong.</summary>
public sealed class FailureTests : ClientVpnTest
{
    private const string Why = "Not enough free addresses.";

    private static readonly (string, string)[] s_route = [("DestinationCidrBlock", "172.16.0.0/12"), ("TargetVpcSubnetId", ZoneA)];
    private static readonly (string, string)[] s_rule = [("TargetNetworkCidr", "10.1.0.0/16"), ("AccessGroupId", "admins")];

    [Fact]
    public async Task A_subnet_that_fails_says_why_and_stays_until_it_is_disassociated()
    {
        string endpoint = await EndpointAsync();
        Server.ClientVpn.FailNext(endpoint, Why);
        string association = await AssociateAsync(endpoint, ZoneA);
        Assert.Equal(["associating"], await NetworksAsync(endpoint));
        Settle();
        XElement status = (await OfAsync("DescribeClientVpnTargetNetworks", endpoint)).Descendants("status").Single();
        Assert.Equal(("association-failed", Why), (status.Element("code")!.Value, status.Element("message")!.Value));
        Assert.Equal("pending-associate", await StateAsync(endpoint));
        Assert.Equal("ClientVpnEndpointAssociationExists", await ErrorOfAsync("DeleteClientVpnEndpoint", endpoint));
        await OfAsync("DisassociateClientVpnTargetNetwork", endpoint, ("AssociationId", association));
        Settle();
        await AssociateAsync(endpoint, ZoneA);
        Settle();
        Assert.Equal("available", await StateAsync(endpoint));
    }

    [Fact]
    public async Task A_route_and_a_rule_that_fail_say_why_and_can_be_removed()
    {
        string endpoint = await AvailableAsync();
        Server.ClientVpn.FailNext(endpoint, Why);
        Assert.Equal("creating", State(await OfAsync("CreateClientVpnRoute", endpoint, s_route)));
        Server.ClientVpn.FailNext(endpoint, Why);
        Assert.Equal("authorizing", State(await OfAsync("AuthorizeClientVpnIngress", endpoint, s_rule)));
        Settle();
        Assert.Equal([$"172.16.0.0/12 via {ZoneA} add-route failed"], (await RoutesAsync(endpoint)).Skip(1));
        Assert.Equal(["10.1.0.0/16 for admins failed"], await RulesAsync(endpoint));
        Assert.Equal(Why, (await OfAsync("DescribeClientVpnAuthorizationRules", endpoint)).Descendants("message").Single().Value);
        await OfAsync("DeleteClientVpnRoute", endpoint, s_route);
        await OfAsync("RevokeClientVpnIngress", endpoint, s_rule);
        Settle();
        await OfAsync("CreateClientVpnRoute", endpoint, s_route);
        await OfAsync("AuthorizeClientVpnIngress", endpoint, s_rule);
        Settle();
        Assert.Equal(["10.1.0.0/16 for admins active"], await RulesAsync(endpoint));
    }

    [Fact]
    public async Task A_connection_that_does_not_end_can_be_ended_again()
    {
        string endpoint = await AvailableAsync();
        string alice = Server.ClientVpn.Connect(endpoint, "alice");
        Server.ClientVpn.FailNext(endpoint, Why);
        await OfAsync("TerminateClientVpnConnections", endpoint, ("ConnectionId", alice));
        Settle();
        Assert.Equal("failed-to-terminate", State((await ConnectionsAsync(endpoint)).Single()));
        XElement again = await OfAsync("TerminateClientVpnConnections", endpoint, ("ConnectionId", alice));
        Assert.Equal(("failed-to-terminate", "terminating"), (again.Descendants("previousStatus").Single().Element("code")!.Value,
            again.Descendants("currentStatus").Single().Element("code")!.Value));
        Settle();
        Assert.Equal("terminated", State((await ConnectionsAsync(endpoint)).Single()));
    }

    [Fact]
    public async Task Half_as_many_people_connect_as_the_block_has_addresses()
    {
        string endpoint = await AvailableAsync();
        for (int i = 0; i < 512; i++) Server.ClientVpn.Connect(endpoint, $"person{i}");
        Assert.Contains("512", Assert.Throws<InvalidOperationException>(() => Server.ClientVpn.Connect(endpoint, "one more")).Message,
            StringComparison.Ordinal);
    }
}
