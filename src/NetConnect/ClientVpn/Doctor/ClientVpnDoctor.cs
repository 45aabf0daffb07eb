using NetConnect.ClientVpns;
using NetConnect.Findings;
using NetConnect.Peering;
using NetConnect.Waiting;

namespace NetConnect.ClientVpn;

/// <summary>Says what is wrong with a Client VPN, or will be, and what mends it. It only reads.</summary>
/// <remarks>The endpoint is one call for all endpoints that are examined side by side; its subnets, routes, rules and revocation list are one
/// call for each endpoint, the route tables, subnets and security groups of the VPCs one each for all, and each certificate is one call. So ten
/// calls at most for one endpoint.</remarks>
internal sealed class ClientVpnDoctor
{
    private readonly INetworkConnection _connection;
    private readonly ICertificateIssuer _certificates;
    private readonly IClock _clock;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the endpoint.</param>
    /// <param name="certificates">Reads revocation lists.</param>
    /// <param name="clock">The time.</param>
    public ClientVpnDoctor(INetworkConnection connection, ICertificateIssuer certificates, IClock clock)
    {
        _connection = connection;
        _certificates = certificates;
        _clock = clock;
    }

    /// <summary>With fewer days left, something that expires is a warning.</summary>
    public int WarningDays { get; init; } = 30;

    /// <summary>Looks at an endpoint, its subnets, routes and rules, its VPC, its certificates and its revocation list.</summary>
    /// <param name="idOrName">The endpoint, an id or a Name tag.</param>
    /// <param name="authority">The authority of the people's certificates, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NetConnectException">There is no such endpoint, or it is being deleted.</exception>
    public async Task<VpnExamination<ClientVpnEndpoint>> ExamineAsync(
        string idOrName, AuthorityFolder? authority, CancellationToken cancellationToken)
    {
        IClientVpnApi api = _connection.ClientVpns;
        IVpcApi vpcs = _connection.Vpcs;
        ClientVpnEndpoint endpoint = await ClientVpnParts.GetLiveAsync(_connection, idOrName, cancellationToken).ConfigureAwait(false);
        string id = endpoint.ClientVpnEndpointId;
        var world = new ClientVpnWorld { Endpoint = endpoint, Now = _clock.UtcNow, WarningDays = WarningDays };
        var reads = new TolerantReads((subject, evidence) => world.Finding(
            VpnFindingCodes.NotExamined,
            VpnFindingSeverity.Information,
            subject,
            evidence,
            "Allow the action that the evidence names; the notes of Test-ClientVpn list all that it reads with."));
        // Side by side, so that what several endpoints share is read once.
        Task<ClientVpnEndpoint> complete = api.CompleteAsync(endpoint, cancellationToken);
        Task<(bool IsKnown, RevocationListFacts? List)> list = ReadListAsync(endpoint, reads, cancellationToken);
        Task<CertificateLook?[]> certificates =
            Task.WhenAll(Arns(endpoint).Select(arn => reads.TryAsync(arn, LookAsync(arn, cancellationToken))));
        string? vpcId = endpoint.VpcId
            ?? (await complete.ConfigureAwait(false)).Associations.Select(one => one.VpcId).FirstOrDefault(one => one.Length > 0);
        Task<VpcRouting?> vpc = OfVpc((one, ct) => VpcRouting.FindAsync(vpcs, one, ct));
        Task<IReadOnlyList<Subnet>?> subnets = OfVpc(vpcs.ListSubnetsAsync);
        Task<IReadOnlyList<SecurityGroup>?> groups = OfVpc(vpcs.ListSecurityGroupsAsync);
        await Task.WhenAll(complete, list, certificates, vpc, subnets, groups).ConfigureAwait(false);
        world = world with
        {
            Endpoint = complete.Result,
            RevocationListIsKnown = list.Result.IsKnown,
            RevocationList = list.Result.List,
            Certificates = certificates.Result.OfType<CertificateLook>().ToDictionary(look => look.Arn, look => look.Certificate),
            Vpc = vpc.Result,
            Subnets = subnets.Result ?? [],
            SecurityGroups = groups.Result ?? [],
            Authority = authority is null ? null : ClientVpnAuthorityState.Read(authority, WarningDays),
        };
        return new VpnExamination<ClientVpnEndpoint>(world.Endpoint, [.. Examine(world), .. reads.Findings]);

        Task<T?> OfVpc<T>(Func<string, CancellationToken, Task<T>> readAsync)
            where T : class? => vpcId is null ? Task.FromResult<T?>(null) : reads.TryAsync(vpcId, readAsync(vpcId, cancellationToken));
    }

    /// <summary>What is found in what was read.</summary>
    public static IEnumerable<VpnFinding> Examine(ClientVpnWorld world) =>
    [
        .. ClientVpnSubnetFindings.Of(world),
        .. ClientVpnRouteFindings.Of(world),
        .. ClientVpnRuleFindings.Of(world),
        .. ClientVpnSecurityFindings.Of(world),
        .. ClientVpnCertificateFindings.Of(world),
    ];

    private static IEnumerable<string> Arns(ClientVpnEndpoint endpoint) => endpoint.Authentication
        .Select(way => way.ClientRootCertificateChainArn)
        .Append(endpoint.ServerCertificateArn)
        .OfType<string>()
        .Where(arn => arn.Length > 0)
        .Distinct();

    private async Task<CertificateLook> LookAsync(string arn, CancellationToken cancellationToken) =>
        new(arn, await _connection.Certificates.FindCertificateAsync(arn, cancellationToken).ConfigureAwait(false));

    // Only where people have certificates is there a list.
    private async Task<(bool IsKnown, RevocationListFacts? List)> ReadListAsync(
        ClientVpnEndpoint endpoint, TolerantReads reads, CancellationToken cancellationToken)
    {
        string id = endpoint.ClientVpnEndpointId;
        if (!endpoint.Authentication.Any(way => way.Type == ClientVpnAuthentication.Certificate))
            return default;
        ListLook? look = await reads.TryAsync(id, LookAsync()).ConfigureAwait(false);
        try
        {
            return (look is not null, look?.Pem is { } pem ? _certificates.ReadRevocationList(pem) : null);
        }
        catch (FormatException error)
        {
            reads.Add(id, $"The revocation list cannot be read: {error.Message}");
            return default;
        }

        async Task<ListLook> LookAsync() =>
            new(await _connection.ClientVpns.FindRevocationListAsync(id, cancellationToken).ConfigureAwait(false));
    }

    private sealed record CertificateLook(string Arn, StoredCertificate? Certificate);

    private sealed record ListLook(string? Pem);
}
