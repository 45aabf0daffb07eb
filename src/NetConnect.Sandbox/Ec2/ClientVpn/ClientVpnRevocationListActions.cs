using System.Text.RegularExpressions;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>ImportClientVpnClientCertificateRevocationList, ExportClientVpnClientCertificateRevocationList.</summary>
internal static class ClientVpnRevocationListActions
{
    private static readonly Regex s_pem = new("^-----BEGIN X509 CRL-----([A-Za-z0-9+/=\\s]+)-----END X509 CRL-----\\s*$", RegexOptions.CultureInvariant);

    public static void ImportClientVpnClientCertificateRevocationList(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        string list = call.Parameters.Required("CertificateRevocationList");
        if (!s_pem.IsMatch(list))
            throw new ApiException("InvalidParameterValue", "The certificate revocation list is not valid PEM.");
        if (!endpoint.Authentication.Any(way => way.Type == ClientVpnAuthentication.Certificate))
            throw new ApiException("InvalidParameterValue", "The endpoint does not use certificate authentication.");
        endpoint.RevocationList = list;
        // Administrator Guide, "Client certificate revocation lists": an import replaces the list and resets all connections.
        foreach (ClientVpnSession session in endpoint.Sessions) session.End();
        answer.Flag("return", true);
    }

    public static void ExportClientVpnClientCertificateRevocationList(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        answer.Text("certificateRevocationList", endpoint.RevocationList);
        if (endpoint.RevocationList is not null) answer.Node("status", status => status.Text("code", "active"));
    }
}
