using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.Vpn;

public sealed class TunnelChangeTests : VpnTest
{
    [Fact]
    public async Task A_change_takes_one_tunnel_down_until_its_endpoint_is_replaced_and_leaves_the_other()
    {
        (string id, string[] outside) = await UpAsync();
        XElement answer = await Network.CallAsync("ModifyVpnTunnelOptions", Change(id, outside[0], ("Phase1LifetimeSeconds", "14400")));
        Assert.Equal("modifying", answer.Element("vpnConnection")!.Element("state")!.Value);
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside[0]));
        Assert.Equal("UP, IPSEC IS UP", await StatusAsync(id, outside[1]));
        Assert.Equal("InvalidVpnConnection.InvalidState",
            await Network.ErrorAsync("ModifyVpnTunnelOptions", Change(id, outside[1], ("Phase1LifetimeSeconds", "14400"))));
        Server.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("available", (await DescribeAsync(id)).Element("state")!.Value);
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside[0]));
        Settle();
        Assert.Equal("UP, IPSEC IS UP", await StatusAsync(id, outside[0]));
        Assert.Equal(outside, await OutsideAsync(id));
    }

    [Fact]
    public async Task A_new_key_keeps_the_tunnel_down_until_the_device_has_it_too()
    {
        (string id, string[] outside) = await UpAsync();
        await Network.CallAsync("ModifyVpnTunnelOptions", Change(id, outside[0], ("PreSharedKey", "a.brand_new_key")));
        Settle();
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside[0]));
        Server.Vpn.Connect(id, outside[0], new SandboxVpnPeer { PreSharedKey = "a.brand_new_key" });
        Settle();
        Assert.Equal("UP, IPSEC IS UP", await StatusAsync(id, outside[0]));
        string xml = (await DescribeAsync(id)).Element("customerGatewayConfiguration")!.Value;
        Assert.Contains("a.brand_new_key", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_algorithms_are_in_the_options_and_not_in_the_xml()
    {
        (string id, string[] outside) = await UpAsync();
        string before = (await DescribeAsync(id)).Element("customerGatewayConfiguration")!.Value;
        await Network.CallAsync("ModifyVpnTunnelOptions", Change(id, outside[1],
            ("Phase2DHGroupNumber.1.Value", "20"), ("Phase1EncryptionAlgorithm.1.Value", "AES256"), ("IKEVersion.1.Value", "ikev2")));
        Settle();
        XElement tunnel = (await TunnelsAsync(id))[1];
        Assert.Equal("20", tunnel.Element("phase2DHGroupNumberSet")!.Value);
        Assert.Equal("AES256", tunnel.Element("phase1EncryptionAlgorithmSet")!.Value);
        Assert.Null((await TunnelsAsync(id))[0].Element("phase2DHGroupNumberSet"));
        Assert.Equal(before, (await DescribeAsync(id)).Element("customerGatewayConfiguration")!.Value);
        Assert.Equal("UP, IPSEC IS UP", await StatusAsync(id, outside[1]));
    }

    [Fact]
    public async Task A_change_is_checked_against_what_the_tunnel_has_already()
    {
        (string id, string[] outside) = await UpAsync();
        await Network.CallAsync("ModifyVpnTunnelOptions", Change(id, outside[0], ("Phase2LifetimeSeconds", "900")));
        Settle();
        Assert.Equal("InvalidParameterValue", await RefusedAsync(("Phase1LifetimeSeconds", "900")));
        Assert.Equal("InvalidParameterValue", await RefusedAsync(("RekeyMarginTimeSeconds", "451")));
        string other = (await TunnelsAsync(id))[1].Element("tunnelInsideCidr")!.Value;
        Assert.Equal("InvalidCidr.InUse", await RefusedAsync(("TunnelInsideCidr", other)));
        Assert.Equal("MissingParameter", await RefusedAsync());
        Assert.Equal("InvalidParameterValue",
            await Network.ErrorAsync("ModifyVpnTunnelOptions", Change(id, "198.18.0.1", ("ReplayWindowSize", "64"))));

        Task<string> RefusedAsync(params (string, string)[] change) =>
            Network.ErrorAsync("ModifyVpnTunnelOptions", Change(id, outside[0], change));
    }

    [Fact]
    public async Task Only_lifecycle_control_can_be_changed_without_a_replacement()
    {
        (string id, string[] outside) = await UpAsync();
        (string, string) skip = ("SkipTunnelReplacement", "true");
        Assert.Equal("InvalidParameterCombination", await Network.ErrorAsync("ModifyVpnTunnelOptions",
            [.. Change(id, outside[0], ("EnableTunnelLifecycleControl", "true"), ("ReplayWindowSize", "64")), skip]));
        Assert.Equal("InvalidParameterCombination",
            await Network.ErrorAsync("ModifyVpnTunnelOptions", [.. Change(id, outside[0], ("ReplayWindowSize", "64")), skip]));
        await Network.CallAsync("ModifyVpnTunnelOptions", [.. Change(id, outside[0], ("EnableTunnelLifecycleControl", "true")), skip]);
        Assert.Equal("UP, IPSEC IS UP", await StatusAsync(id, outside[0]));
        Assert.Equal("available", (await DescribeAsync(id)).Element("state")!.Value);
    }

    [Fact]
    public async Task A_connection_moves_to_another_gateway_or_device_with_its_addresses_and_both_tunnels_go_down()
    {
        (string id, string[] outside) = await UpAsync();
        string device = await CustomerGatewayAsync("203.0.113.20");
        await Network.CallAsync("ModifyVpnConnection", ("VpnConnectionId", id), ("CustomerGatewayId", device));
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside[0]));
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside[1]));
        Settle();
        string gateway = await VpnGatewayAsync(vpc: null);
        await Network.CallAsync("ModifyVpnConnection", ("VpnConnectionId", id), ("VpnGatewayId", gateway));
        Settle();
        XElement moved = await DescribeAsync(id);
        Assert.Equal((gateway, device), (moved.Element("vpnGatewayId")!.Value, moved.Element("customerGatewayId")!.Value));
        Assert.Equal(outside, await OutsideAsync(id));
        Assert.Equal("UP, IPSEC IS UP", await StatusAsync(id, outside[0]));
        Assert.Equal("MissingParameter", await Network.ErrorAsync("ModifyVpnConnection", ("VpnConnectionId", id)));
    }

    [Fact]
    public async Task The_networks_behind_the_ends_can_change()
    {
        (string id, string[] outside) = await UpAsync();
        await Network.CallAsync("ModifyVpnConnectionOptions", ("VpnConnectionId", id), ("LocalIpv4NetworkCidr", "192.168.178.1/24"));
        Assert.Equal("192.168.178.0/24", (await DescribeAsync(id)).Descendants("localIpv4NetworkCidr").Single().Value);
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside[1]));
        Settle();
        Assert.Equal("InvalidParameterCombination",
            await Network.ErrorAsync("ModifyVpnConnectionOptions", ("VpnConnectionId", id), ("TunnelBandwidth", "large")));
    }
}
