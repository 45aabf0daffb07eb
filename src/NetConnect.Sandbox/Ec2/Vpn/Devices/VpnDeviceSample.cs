using System.Text;
using NetConnect.Sandbox.Ec2.Vpn.Tunnels;

namespace NetConnect.Sandbox.Ec2.Vpn.Devices;

/// <summary>
/// The sample configuration of a device: in substance what AWS's samples have, the keys included, but in the sandbox's own words and the
/// same for every device. As with AWS, its algorithms are fixed ones, not those that the tunnels allow.
/// </summary>
internal static class VpnDeviceSample
{
    public static string Write(VpnConnection connection, VpnDevice device, string version, bool recommended)
    {
        var text = new StringBuilder();
        Line(text, "! Sample configuration of a sandbox, for tests only");
        Line(text, $"! Device           : {device.Vendor} {device.Platform} {device.Software}");
        Line(text, $"! VPN connection   : {connection.Id}");
        Line(text, $"! {(connection.VpnGateway is null ? "Transit gateway  " : "VPN gateway      ")}: {connection.Target.Id}");
        Line(text, $"! Customer gateway : {connection.CustomerGateway.Id}");
        for (int i = 0; i < connection.Tunnels.Count; i++) WriteTunnel(text, connection.Tunnels[i], i + 1, version, recommended);
        return text.ToString();
    }

    private static void WriteTunnel(StringBuilder text, VpnTunnel tunnel, int number, string version, bool recommended)
    {
        (string cipher, string hash, int group) = recommended ? ("AES256", "SHA2-256", 20) : ("AES128", "SHA1", 2);
        VpnConnection connection = tunnel.Connection;
        Line(text, "!");
        Line(text, $"! IPSec tunnel #{number}");
        Line(text, $"ike-version         {version}");
        Line(text, $"pre-shared-key      {tunnel.ShownKey}");
        Line(text, $"outside-addresses   {connection.CustomerGateway.IpAddress} {tunnel.OutsideIpAddress}");
        Line(text, $"inside-addresses    {InsideAddress(tunnel, 2)} {InsideAddress(tunnel, 1)}");
        Line(text, $"ike-proposal        {cipher} {hash} group{group} lifetime 28800");
        Line(text, $"ipsec-proposal      {cipher} {hash} group{group} lifetime 3600");
        if (connection.StaticRoutesOnly) Line(text, $"static-route        via {InsideAddress(tunnel, 1)}");
        else Line(text, $"bgp                 as {connection.CustomerGateway.BgpAsn} remote-as {connection.Target.AmazonSideAsn} hold 30");
    }

    private static string InsideAddress(VpnTunnel tunnel, int host) => tunnel.Options.InsideCidr!.Part(32, host).ToString().Split('/')[0];

    // Not AppendLine: the answer is the same on every platform.
    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
