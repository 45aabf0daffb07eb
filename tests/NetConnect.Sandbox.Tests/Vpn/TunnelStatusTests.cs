using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.Vpn;

public sealed class TunnelStatusTests : VpnTest
{
    [Fact]
    public async Task Maintenance_waits_for_who_controls_the_lifecycle_and_comes_at_once_to_who_does_not()
    {
        (string id, string[] outside) = await UpAsync(("Options.TunnelOptions.1.EnableTunnelLifecycleControl", "true"));
        Server.Vpn.OfferMaintenance(id, outside[0], TimeSpan.FromDays(7));
        Server.Vpn.OfferMaintenance(id, outside[1], TimeSpan.FromDays(7));
        Assert.Equal(("true", "UP"), (await PendingAsync(id, outside[0]), (await StatusAsync(id, outside[0])).Split(',')[0]));
        Assert.Equal(("false", "DOWN"), (await PendingAsync(id, outside[1]), (await StatusAsync(id, outside[1])).Split(',')[0]));
        Settle();

        await Network.CallAsync("ReplaceVpnTunnel",
            ("VpnConnectionId", id), ("VpnTunnelOutsideIpAddress", outside[0]), ("ApplyPendingMaintenance", "true"));
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside[0]));
        Assert.Equal("false", await PendingAsync(id, outside[0]));
        Settle();
        Assert.Equal("UP, IPSEC IS UP", await StatusAsync(id, outside[0]));
    }

    [Fact]
    public async Task Maintenance_that_nobody_applies_is_applied_when_its_time_is_up()
    {
        (string id, string[] outside) = await UpAsync(("Options.TunnelOptions.1.EnableTunnelLifecycleControl", "true"));
        Server.Vpn.OfferMaintenance(id, outside[0], TimeSpan.FromDays(7));
        Server.Advance(TimeSpan.FromDays(7));
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside[0]));
        XElement status = await Network.CallAsync("GetVpnTunnelReplacementStatus",
            ("VpnConnectionId", id), ("VpnTunnelOutsideIpAddress", outside[0]));
        Assert.Equal("false", status.Descendants("pendingMaintenance").Single().Value);
        Assert.Single(status.Descendants("lastMaintenanceApplied"));
        Settle();
        Assert.Equal("UP, IPSEC IS UP", await StatusAsync(id, outside[0]));
    }

    [Fact]
    public async Task The_active_status_tells_the_weakest_of_what_both_ends_allow()
    {
        (string id, string[] outside) = await UpAsync();
        Server.Vpn.Connect(id, outside[0], new SandboxVpnPeer
        {
            IkeVersions = ["ikev2"],
            Phase1EncryptionAlgorithms = ["AES256-GCM-16", "AES256"],
            Phase1DHGroupNumbers = [21, 14],
        });
        Settle();
        XElement active = await ActiveAsync(id, outside[0]);
        Assert.Equal("ikev2 AES256 SHA1 14 AES128 SHA1 2 available", string.Join(' ', active.Elements().Select(element => element.Value)));
        Server.Vpn.Disconnect(id, outside[0]);
        Assert.Equal(["provisioningStatus"], (await ActiveAsync(id, outside[0])).Elements().Select(element => element.Name.LocalName));
        await Network.CallAsync("ModifyVpnTunnelOptions", Change(id, outside[0], ("ReplayWindowSize", "64")));
        Assert.Equal("pending", (await ActiveAsync(id, outside[0])).Element("provisioningStatus")!.Value);
    }

    [Fact]
    public async Task Where_only_phase_2_or_the_networks_differ_there_is_ike_and_no_ipsec()
    {
        string id = await ConnectionAsync(staticRoutes: true, ("Options.TunnelOptions.1.Phase2DHGroupNumber.1.Value", "20"));
        string[] outside = await OutsideAsync(id);
        Server.Vpn.Connect(id, outside[0], new SandboxVpnPeer { Phase2DHGroupNumbers = [14] });
        Server.Vpn.Connect(id, outside[1], new SandboxVpnPeer { LocalNetwork = "192.168.0.0/16" });
        Assert.Equal(["provisioningStatus"], (await ActiveAsync(id, outside[0])).Elements().Select(element => element.Name.LocalName));
        Settle();
        foreach (string address in outside)
        {
            Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, address));
            XElement active = await ActiveAsync(id, address);
            Assert.Equal(
                ["ikeVersion", "phase1EncryptionAlgorithm", "phase1IntegrityAlgorithm", "phase1DHGroup", "provisioningStatus"],
                active.Elements().Select(element => element.Name.LocalName));
        }
    }

    [Fact]
    public async Task An_endpoint_that_could_not_be_made_says_why_until_it_is_changed()
    {
        (string id, string[] outside) = await UpAsync();
        Server.Vpn.FailProvisioning(id, outside[0], "No capacity.");
        XElement active = await ActiveAsync(id, outside[0]);
        Assert.Equal("failed No capacity.", string.Join(' ', active.Elements().Select(element => element.Value)));
        Settle();
        Assert.Equal("DOWN, IPSEC IS DOWN", await StatusAsync(id, outside[0]));
        await Network.CallAsync("ModifyVpnTunnelOptions", Change(id, outside[0], ("ReplayWindowSize", "64")));
        Settle();
        Assert.Equal("UP, IPSEC IS UP", await StatusAsync(id, outside[0]));
        Assert.Equal("available", (await ActiveAsync(id, outside[0])).Element("provisioningStatus")!.Value);
    }

    [Fact]
    public async Task There_is_a_sample_configuration_for_a_device()
    {
        (string id, string[] outside) = await UpAsync();
        Assert.Equal("InvalidParameterValue", await Network.ErrorAsync("GetVpnConnectionDeviceTypes", ("MaxResults", "199")));
        XElement types = await Network.CallAsync("GetVpnConnectionDeviceTypes", ("MaxResults", "200"));
        string type = types.Descendants("item").First(item => item.Element("vendor")!.Value == "Fortinet")
            .Element("vpnConnectionDeviceTypeId")!.Value;
        string sample = (await Network.CallAsync("GetVpnConnectionDeviceSampleConfiguration", ("VpnConnectionId", id),
            ("VpnConnectionDeviceTypeId", type), ("InternetKeyExchangeVersion", "ikev2"), ("SampleType", "recommended"))).Value;
        Assert.All(outside, address => Assert.Contains(address, sample, StringComparison.Ordinal));
        Assert.Equal("UnsupportedOperation", await Network.ErrorAsync("GetVpnConnectionDeviceSampleConfiguration", ("VpnConnectionId", id),
            ("VpnConnectionDeviceTypeId", type), ("InternetKeyExchangeVersion", "ikev1"), ("SampleType", "recommended")));
    }

    private async Task<string> PendingAsync(string id, string outside) => (await Network.CallAsync("GetVpnTunnelReplacementStatus",
        ("VpnConnectionId", id), ("VpnTunnelOutsideIpAddress", outside))).Descendants("pendingMaintenance").Single().Value;

    private async Task<XElement> ActiveAsync(string id, string outside) => (await Network.CallAsync("GetActiveVpnTunnelStatus",
        ("VpnConnectionId", id), ("VpnTunnelOutsideIpAddress", outside))).Element("activeVpnTunnelStatus")!;
}
