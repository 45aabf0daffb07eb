namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>One way to sign in to an endpoint.</summary>
internal sealed class ClientVpnAuthentication(string type)
{
    public const string Certificate = "certificate-authentication";
    public const string Directory = "directory-service-authentication";
    public const string Federated = "federated-authentication";

    public string Type => type;

    public string? RootCertificateChainArn { get; init; }

    public string? DirectoryId { get; init; }

    public string? SamlProviderArn { get; init; }

    public string? SelfServiceSamlProviderArn { get; init; }
}
