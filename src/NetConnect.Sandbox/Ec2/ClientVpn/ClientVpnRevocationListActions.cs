using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>ImportClientVpnClientCertificateRevocationList, ExportClientVpnClientCertificateRevocationList.</summary>
internal static class ClientVpnRevocationListActions
{
    // Administrator Guide, "Quotas".
    private const int MaxEntries = 20_000;

    public static void ImportClientVpnClientCertificateRevocationList(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        ClientVpnRevocationList list = Read(call);
        if (!endpoint.Authentication.Any(way => way.Type == ClientVpnAuthentication.Certificate))
            throw new ApiException("InvalidParameterValue", "The endpoint does not use certificate authentication.");
        if (list.Entries > MaxEntries)
            throw new ApiException("ClientVpnCertificateRevocationListLimitExceeded",
                $"The list has {list.Entries} entries; the maximum is {MaxEntries}.");
        endpoint.RevocationList = list;
        // Administrator Guide, "Client certificate revocation lists": an import replaces the list and resets all connections.
        endpoint.ResetSessions();
        answer.Flag("return", true);
    }

    public static void ExportClientVpnClientCertificateRevocationList(Ec2Call call, XmlAnswer answer)
    {
        if (ClientVpnEndpointActions.Live(call).RevocationList is not { } list) return;
        answer.Text("certificateRevocationList", list.Pem).Status(list.State);
    }

    private static ClientVpnRevocationList Read(Ec2Call call)
    {
        try
        {
            return ClientVpnRevocationList.Read(call.Parameters.Required("CertificateRevocationList"), call.World.Clock);
        }
        catch (FormatException wrong)
        {
            throw new ApiException("InvalidParameterValue", $"The certificate revocation list is not valid. {wrong.Message}");
        }
    }
}
