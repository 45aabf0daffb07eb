using System.Collections;
using System.Management.Automation;
using System.Security;
using NetConnect.Addressing;
using NetConnect.ClientVpn;
using NetConnect.ClientVpns;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Creates a Client VPN, whole: endpoint, subnets, the same routes on every subnet and who may use them; or completes one that is there.</summary>
[Cmdlet(VerbsCommon.New, "ClientVpn", SupportsShouldProcess = true)]
[OutputType(typeof(ClientVpnEndpoint))]
public sealed class NewClientVpnCommand : ClientVpnSettingsCmdlet
{
    private readonly AuthorityFolders _authorities = new();
    private readonly Dictionary<(NetConnectSession, AuthorityFolder), ServerCertificateImport> _certificates = [];

    /// <summary>The Name tag, by which the endpoint is found again.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The addresses that clients get, /22 to /12, twice as many as clients at the same time. They never change.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string ClientCidrBlock { get; set; } = "";

    /// <summary>The subnets that it ends in, one of each Availability Zone.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    public string[] SubnetId { get; set; } = [];

    /// <summary>The folder of the authority that signs people's certificates. Its server certificate is imported into ACM, or found there, or renewed, and stands
    /// for every certificate that is not given as an ARN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Path")]
    [ValidateNotNullOrEmpty]
    public string? AuthorityPath { get; set; }

    /// <summary>The passphrase of the authority's keys, where they have one.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>The certificate by which clients know the endpoint, in ACM of the same account and Region. Its name must be a domain name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? ServerCertificateArn { get; set; }

    /// <summary>The certificate in ACM of the authority that signed the people's certificates: that of the server where the same authority signed both.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? ClientRootCertificateChainArn { get; set; }

    /// <summary>The directory by which people sign in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DirectoryId { get; set; }

    /// <summary>The SAML provider in IAM by which people sign in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? SamlProviderArn { get; set; }

    /// <summary>The SAML provider of the self-service portal.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? SelfServiceSamlProviderArn { get; set; }

    /// <summary>The networks beyond the VPC that clients reach, through every subnet. The VPC's own is routed by itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[] Route { get; set; } = [];

    /// <summary>Lets clients reach each other.</summary>
    [Parameter]
    public SwitchParameter ClientToClient { get; set; }

    /// <summary>The networks that people may reach; without a rule nobody reaches anything.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[] AuthorizedCidrBlock { get; set; } = [];

    /// <summary>The groups of the directory or identity provider that may; everybody where none is given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[] AccessGroupId { get; set; } = [];

    /// <summary>The protocol; AWS's default is udp.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateSet("udp", "tcp")]
    public string? TransportProtocol { get; set; }

    /// <summary>The port: 443, which is AWS's default, or 1194.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? VpnPort { get; set; }

    /// <summary>How long a session may last, in hours: 8, 10, 12 or 24, which is AWS's default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? SessionTimeoutHours { get; set; }

    /// <summary>A description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>Tags beside the name.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    /// <summary>Gives the endpoint back before its subnets, routes and rules are ready.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<ClientVpnEndpoint>>> PlanAsync)> Plans()
    {
        NetConnectSession session = ResolveSession();
        var request = new ClientVpnRequest
        {
            Name = Name,
            ClientCidrBlock = Cidr.Parse(ClientCidrBlock),
            Authentication = Authentication().ToList(),
            SubnetIds = SubnetId,
            Routes = Route.Select(Cidr.Parse).Distinct().ToList(),
            ClientToClient = ClientToClient,
            Access = ClientVpnAccess.Combine(AuthorizedCidrBlock, AccessGroupId),
            TransportProtocol = TransportProtocol,
            Settings = Settings() with { ServerCertificateArn = ServerCertificateArn, Description = Description, VpnPort = VpnPort, SessionTimeoutHours = SessionTimeoutHours },
            Tags = ToTags(Tag),
            NoWait = NoWait,
            Certificate = Certificate(session),
        };
        var operation = new NewClientVpn(session.Connection, Context(Timeout));
        return [(Name, ct => operation.PlanAsync(request, ct))];
    }

    private ServerCertificateImport? Certificate(NetConnectSession session)
    {
        if (AuthorityPath is null)
            return null;
        AuthorityFolder authority = _authorities.Open(SessionState, AuthorityPath);
        if (!_certificates.TryGetValue((session, authority), out ServerCertificateImport? certificate))
            _certificates.Add((session, authority), certificate = new ServerCertificateImport(session.Connection.Certificates, authority, Passphrase));
        return certificate;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _authorities.Dispose();
    }

    // Whoever names an authority wants its certificates asked for.
    private IEnumerable<ClientVpnAuthentication> Authentication()
    {
        if (ClientRootCertificateChainArn is not null || AuthorityPath is not null)
            yield return new() { Type = ClientVpnAuthentication.Certificate, ClientRootCertificateChainArn = ClientRootCertificateChainArn };
        if (DirectoryId is not null)
            yield return new() { Type = ClientVpnAuthentication.Directory, DirectoryId = DirectoryId };
        if (SamlProviderArn is not null)
            yield return new() { Type = ClientVpnAuthentication.Federated, SamlProviderArn = SamlProviderArn, SelfServiceSamlProviderArn = SelfServiceSamlProviderArn };
    }
}
