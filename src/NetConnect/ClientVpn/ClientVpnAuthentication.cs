namespace NetConnect;

/// <summary>One way in which people prove who they are to a Client VPN endpoint.</summary>
public sealed record ClientVpnAuthentication
{
    /// <summary>Mutual TLS: each person has a certificate.</summary>
    public const string Certificate = "certificate-authentication";

    /// <summary>Active Directory: each person has a password.</summary>
    public const string Directory = "directory-service-authentication";

    /// <summary>SAML 2.0: an identity provider says who a person is.</summary>
    public const string Federated = "federated-authentication";

    /// <summary>The way as AWS names it: <see cref="Certificate"/>, <see cref="Directory"/> or <see cref="Federated"/>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The certificate in ACM of the authority that signed the people's certificates.</summary>
    public string? ClientRootCertificateChainArn { get; init; }

    /// <summary>The directory, <c>d-…</c>.</summary>
    public string? DirectoryId { get; init; }

    /// <summary>The SAML provider in IAM.</summary>
    public string? SamlProviderArn { get; init; }

    /// <summary>The SAML provider of the self-service portal, or null.</summary>
    public string? SelfServiceSamlProviderArn { get; init; }

    /// <summary>The way.</summary>
    public override string ToString() => Type;
}
