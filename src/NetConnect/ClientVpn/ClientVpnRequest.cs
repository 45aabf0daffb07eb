using NetConnect.Addressing;
using NetConnect.ClientVpns;

namespace NetConnect.ClientVpn;

/// <summary>The Client VPN that a user asks for.</summary>
public sealed record ClientVpnRequest
{
    /// <summary>The Name tag, by which the endpoint is found again.</summary>
    public required string Name { get; init; }

    /// <summary>The addresses that clients get, <c>/22</c> to <c>/12</c>. It never changes.</summary>
    public required Cidr ClientCidrBlock { get; init; }

    /// <summary>How people prove who they are: one way, or certificates and one other.</summary>
    public required IReadOnlyList<ClientVpnAuthentication> Authentication { get; init; }

    /// <summary>The subnets that it ends in, one of each Availability Zone.</summary>
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    /// <summary>The networks beyond the VPC that clients reach, through every subnet.</summary>
    public IReadOnlyList<Cidr> Routes { get; init; } = [];

    /// <summary>Whether clients reach each other.</summary>
    public bool ClientToClient { get; init; }

    /// <summary>Who may reach what.</summary>
    public IReadOnlyList<ClientVpnAccess> Access { get; init; } = [];

    /// <summary><c>udp</c> or <c>tcp</c>; null leaves it to AWS (udp).</summary>
    public string? TransportProtocol { get; init; }

    /// <summary>Everything that can be changed later. The server certificate is needed, unless an authority has it.</summary>
    public required ClientVpnSettings Settings { get; init; }

    /// <summary>Tags beside the name.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether to give the endpoint back before its subnets, routes and rules are ready.</summary>
    public bool NoWait { get; init; }

    /// <summary>The certificate of an authority, for the server and for the root by which the endpoint knows people, where they have no ARN; null where both have
    /// one.</summary>
    internal ServerCertificateImport? Certificate { get; init; }

    /// <summary>Whether a certificate has no ARN of its own.</summary>
    internal bool NeedsCertificate => Settings.ServerCertificateArn is null || Authentication.Any(NeedsRoot);

    /// <summary>The same with the authority's certificate wherever it is to be used. Until ACM has it, its ARN is empty: no endpoint has that.</summary>
    internal ClientVpnRequest WithCertificate()
    {
        if (Certificate is null)
            return this;
        string arn = Certificate.Arn ?? "";
        return this with
        {
            Settings = Settings with { ServerCertificateArn = Settings.ServerCertificateArn ?? arn },
            Authentication = [.. Authentication.Select(way => NeedsRoot(way) ? way with { ClientRootCertificateChainArn = arn } : way)],
        };
    }

    private static bool NeedsRoot(ClientVpnAuthentication way) => way is { Type: ClientVpnAuthentication.Certificate, ClientRootCertificateChainArn: null };

    /// <summary>All tags, the name among them.</summary>
    internal IReadOnlyDictionary<string, string> AllTags => Tags.With(new Dictionary<string, string> { ["Name"] = Name });
}
