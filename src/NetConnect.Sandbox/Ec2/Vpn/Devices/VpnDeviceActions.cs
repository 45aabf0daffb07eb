using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn.Devices;

/// <summary>GetVpnConnectionDeviceTypes, GetVpnConnectionDeviceSampleConfiguration.</summary>
internal static class VpnDeviceActions
{
    private static readonly PageBounds s_bounds = new(200, 1000);

    public static void GetVpnConnectionDeviceTypes(Ec2Call call, XmlAnswer answer)
    {
        var devices = VpnDevice.All.Select((device, index) => (Device: device, Place: index + 1L)).ToList();
        (var page, string? next) = s_bounds.Cut(call, devices, entry => entry.Place, byId: false);
        answer.Set("vpnConnectionDeviceTypeSet", page, (item, entry) => item.Text("vpnConnectionDeviceTypeId", entry.Device.Id)
            .Text("vendor", entry.Device.Vendor).Text("platform", entry.Device.Platform).Text("software", entry.Device.Software))
            .Text("nextToken", next);
    }

    public static void GetVpnConnectionDeviceSampleConfiguration(Ec2Call call, XmlAnswer answer)
    {
        VpnConnection connection = call.Region.VpnConnections.GetLive(call.Parameters.Required("VpnConnectionId"));
        string id = call.Parameters.Required("VpnConnectionDeviceTypeId");
        VpnDevice device = VpnDevice.All.FirstOrDefault(known => known.Id == id)
            ?? throw QueryParameters.Invalid("VpnConnectionDeviceTypeId", id, "There is no such device type.");
        string version = Word(call, "InternetKeyExchangeVersion", "ikev1", "ikev2");
        string type = Word(call, "SampleType", "compatibility", "recommended");
        if (type == "recommended" && version == "ikev1")
            throw new ApiException("UnsupportedOperation", "The recommended sample type is not supported for ikev1.");
        answer.Text("vpnConnectionDeviceSampleConfiguration", VpnDeviceSample.Write(connection, device, version, type == "recommended"));
    }

    private static string Word(Ec2Call call, string name, params string[] allowed)
    {
        string word = call.Parameters.Text(name) ?? allowed[0];
        return allowed.Contains(word) ? word : throw QueryParameters.Invalid(name, word, $"Valid values are {string.Join(", ", allowed)}.");
    }
}
