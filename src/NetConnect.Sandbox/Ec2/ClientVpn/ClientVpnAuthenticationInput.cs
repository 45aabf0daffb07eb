using System.Text.RegularExpressions;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>Reads the ways to sign in: one, or certificates with one other (Client VPN Administrator Guide, "Client authentication").</summary>
internal static class ClientVpnAuthenticationInput
{
    private static readonly Regex s_directory = new("^d-[0-9a-f]{10}$", RegexOptions.CultureInvariant);

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
                ClientVpnSettingsInput.Certificate(call, "ClientRootCertificateChainArn", chain);
                return new(type) { RootCertificateChainArn = chain };
            case ClientVpnAuthentication.Directory:
                string directory = item.Required("ActiveDirectory.DirectoryId");
                if (!s_directory.IsMatch(directory)) throw QueryParameters.Invalid("DirectoryId", directory, "The directory does not exist.");
                return new(type) { DirectoryId = directory };
            case ClientVpnAuthentication.Federated:
                return new(type)
                {
                    SamlProviderArn = Provider(call, item.Required("FederatedAuthentication.SAMLProviderArn")),
                    SelfServiceSamlProviderArn = item.Text("FederatedAuthentication.SelfServiceSAMLProviderArn") is { } portal
                        ? Provider(call, portal)
                        : null,
                };
            default:
                throw QueryParameters.Invalid("Type", type, "Unknown authentication type.");
        }
    }

    // Administrator Guide, "General considerations": the provider is of the endpoint's own account.
    private static string Provider(Ec2Call call, string arn) =>
        Regex.IsMatch(arn, $"^arn:aws[a-z-]*:iam::{call.Region.AccountId}:saml-provider/[\\w.-]+$", RegexOptions.CultureInvariant)
            ? arn
            : throw QueryParameters.Invalid("SAMLProviderArn", arn, "The account has no such provider.");
}
