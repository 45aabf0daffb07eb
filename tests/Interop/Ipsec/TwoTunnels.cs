using NetConnect.Interop.Tests.Networks;
using NetConnect.Sandbox.Ec2.Vpn.Tunnels;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>AWS's two ends of a connection as daemons, and the cables to the device.</summary>
/// <remarks>A daemon without the kernel's ESP has one place for all that goes to 0.0.0.0/0. So where packets are sent, each tunnel of the
/// device ends in a daemon of its own: either on a host of its own, with the whole export as it is, or both on one host.</remarks>
internal sealed class TwoTunnels(Lab lab, LabVpn vpn)
{
    /// <summary>AWS's two ends, in the order of the connection's tunnels.</summary>
    public List<Charon> Aws { get; } = [];

    /// <summary>The hosts of the device; the same one twice where it is one.</summary>
    public List<string> DeviceHosts { get; } = [];

    /// <summary>Makes the hosts and AWS's ends.</summary>
    /// <param name="onOneHost">Whether the device is one host, with a cable to each end.</param>
    /// <param name="changed">An option that AWS has changed since the export, in the first tunnel or in both.</param>
    /// <param name="firstKey">Another key for AWS's end of the first tunnel.</param>
    public async Task BuildAsync(bool onOneHost = false, (TunnelOption Option, string Value, bool InBoth)? changed = null, string? firstKey = null)
    {
        for (int i = 0; i < vpn.Tunnels.Count; i++)
        {
            LabTunnel tunnel = vpn.Tunnels[i];
            string aws = await lab.HostAsync($"a{i}");
            DeviceHosts.Add(onOneHost && i > 0 ? DeviceHosts[0] : await lab.HostAsync($"d{i}"));
            await lab.LinkAsync((DeviceHosts[i], $"aws{i}", LabVpn.Device), (aws, "device", tunnel.Outside));
            Charon charon = await Charon.StartAsync(lab, aws, $"aws{i}");
            (TunnelOption, string)? change = changed is { } one && (i == 0 || one.InBoth) ? (one.Option, one.Value) : null;
            await charon.LoadAsync(AwsSide.Swanctl(tunnel, i == 0 ? firstKey : null, change), connections: 1);
            Aws.Add(charon);
        }
    }

    /// <summary>Starts a daemon of the device with nothing but the exported files, unchanged.</summary>
    public async Task<Charon> StartDeviceAsync(int tunnel, string format)
    {
        string name = $"device{tunnel}";
        if (format == "ipsecconf")
            return await Charon.StartAsync(lab, DeviceHosts[tunnel], name, vpn.ExportedFile(format), vpn.ExportedFile(format, ".secrets"));
        Charon device = await Charon.StartAsync(lab, DeviceHosts[tunnel], name);
        await device.LoadAsync(vpn.ExportedText(format), connections: 2);
        return device;
    }

    /// <summary>The child of a tunnel as the exports name it.</summary>
    public string Child(int tunnel) => $"{vpn.Id}-tunnel{tunnel + 1}";

    /// <summary>Waits until AWS's end of a tunnel is up, and tells what was agreed upon. The device's end may be up a moment later.</summary>
    public async Task<SecurityAssociation> UpAsync(int tunnel) =>
        (await Poll.UntilAsync($"tunnel {tunnel} is up", Aws[tunnel].AssociationsAsync, found => found.Count > 0, () => Aws[tunnel].Log))[0];

    /// <summary>Gives both ends of a tunnel their inside addresses and sends packets through until one comes back.</summary>
    public async Task PingAsync(int tunnel, string device = "ipsec0")
    {
        LabTunnel ends = vpn.Tunnels[tunnel];
        await lab.IpAsync(DeviceHosts[tunnel], $"addr replace {ends.DeviceInside}/30 dev {device}");
        await lab.IpAsync(Aws[tunnel].Host, $"addr replace {ends.AwsInside}/30 dev ipsec0");
        await Poll.UntilAsync(
            $"a packet through tunnel {tunnel}",
            () => lab.RunOnAsync(DeviceHosts[tunnel], "ping", "-c", "1", "-W", "1", "-I", ends.DeviceInside, ends.AwsInside),
            run => run.ExitCode == 0,
            () => Aws[tunnel].Log);
    }
}
