using NetConnect.Devices;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>The device's daemon with nothing but the exported files, unchanged.</summary>
internal static class DeviceDaemon
{
    public static async Task<Charon> StartAsync(Lab lab, string host, string name, DeviceConfig export)
    {
        string text = export.Files[0].Text;
        if (export.Format == "ipsecconf")
        {
            string secrets = lab.Write($"{name}.secrets", export.Files[1].Text);
            return await Charon.StartAsync(lab, host, name, lab.Write($"{name}.ipsec.conf", text), secrets);
        }
        Charon device = await Charon.StartAsync(lab, host, name);
        await device.LoadAsync(text, connections: 2);
        return device;
    }
}
