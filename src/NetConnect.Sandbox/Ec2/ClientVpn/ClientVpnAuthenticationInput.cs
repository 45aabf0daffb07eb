using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>Reads the ways to sign in: one, or certificates with one other (Client VPN Administrator Guide, "Client authentication").</summary>
internal static class ClientVpnAuthenticationInput
{
    public static IReadOnlyList<ClientVpnAuthentication> Read(Ec2Call call)
    {
        List<ClientVpnAuthentication> ways = call.Parameters.Items("Authentication").Select(item => Read(call, item)).ToList();
        if (ways.Count == 0) throw QueryParameters.Missing("Authentication");
        bool fits = ways.Select(way => way.Type).Distinct().Count() == ways.Count
            && (ways.Count == 1 || (ways.Count == 2 && ways.Exists(way => way.Type == ClientVpnAuthentication.Certificate)));
        return fits ? ways : throw new ApiException("InvalidParameterCombination", "The combination of authentication types is not supported.");
    }

    private static ClientVpnAuthentication Read(Ec2Call call, QueryParameters item)
    {
        string type = item.Required("Type");
        switch (type)
        {
            case ClientVpnAuthentication.Certificate:
                string chain = item.Required("MutualAuthentication.ClientRootCertificateChainArn");
                if (call.World.Certificates(call.Region).Find(chain) is null)
                    throw QueryParameters.Invalid("ClientRootCertificateChainArn", chain, "The certificate does not exist.");
                return new(type) { RootCertificateChainArn = chain };
            case ClientVpnAuthentication.Directory:
                return new(type) { DirectoryId = item.Required("ActiveDirectory.DirectoryId") };
            case ClientVpnAuthentication.Federated:
                return new(type)
                {
                    SamlProviderArn = item.Required("FederatedAuthentication.SAMLProviderArn"),
                    SelfServiceSamlProviderArn = item.Text("FederatedAuthentication.SelfServiceSAMLProviderArn"),
                };
            default:
                throw QueryParameters.Invalid("Type", type, "Unknown authentication type.");
        }
    }
}
