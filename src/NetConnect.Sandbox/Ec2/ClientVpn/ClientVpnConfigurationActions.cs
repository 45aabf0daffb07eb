using System.Text;
using NetConnect.Sandbox.Acm;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>ExportClientVpnClientConfiguration.</summary>
internal static class ClientVpnConfigurationActions
{
    public static void ExportClientVpnClientConfiguration(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        AcmCertificate? server = call.World.Certificates(call.Region).Find(endpoint.Settings.ServerCertificateArn);
        answer.Text("clientConfiguration", Write(endpoint, server));
    }

    // The lines that the Administrator Guide names ("Client configuration file").
    private static string Write(ClientVpnEndpoint endpoint, AcmCertificate? server)
    {
        var text = new StringBuilder();
        string port = endpoint.Settings.VpnPort.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (string line in (string[])
        [
            "client", "dev tun", $"proto {endpoint.TransportProtocol}", $"remote {endpoint.DnsName} {port}", "remote-random-hostname",
            "resolv-retry infinite", "nobind", "remote-cert-tls server", "cipher AES-256-GCM", "verb 3",
        ])
            text.Append(line).Append('\n');
        text.Append("<ca>\n").Append((server?.Chain ?? server?.Body ?? "").Trim()).Append("\n</ca>\n\n");
        if (Uses(ClientVpnAuthentication.Federated)) text.Append("auth-retry interact\nauth-federate\n");
        if (Uses(ClientVpnAuthentication.Directory)) text.Append("auth-user-pass\nauth-nocache\n");
        return text.Append("\nreneg-sec 0\n\n").Append($"verify-x509-name {server?.DomainName} name\n").ToString();

        bool Uses(string type) => endpoint.Authentication.Any(way => way.Type == type);
    }
}
