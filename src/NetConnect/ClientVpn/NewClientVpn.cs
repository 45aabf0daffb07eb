using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.ClientVpn;

/// <summary>Makes a Client VPN, whole: endpoint, subnets, the same routes on every subnet, authorization rules and tags; or completes one that is there.</summary>
/// <remarks>An endpoint has no natural key in EC2, so its Name tag is the key.</remarks>
public sealed class NewClientVpn
{
    private readonly INetworkConnection _connection;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the endpoint.</param>
    /// <param name="context">What it runs with.</param>
    public NewClientVpn(INetworkConnection connection, OperationContext context)
    {
        _connection = connection;
        _context = context;
    }

    /// <summary>Finds what is there, checks what can be checked, and lists the steps that are missing.</summary>
    /// <exception cref="NetConnectException">What was asked cannot be made; nothing was written.</exception>
    public async Task<Plan<ClientVpnEndpoint>> PlanAsync(ClientVpnRequest request, CancellationToken cancellationToken)
    {
        ClientVpnRules.Check(request);
        ClientVpnEndpoint? existing = ClientVpnParts.FindByName(
            await _connection.ClientVpns.ListEndpointsAsync(cancellationToken).ConfigureAwait(false), request.Name);
        if (request.Certificate is { } certificate)
            await certificate.FindAsync(existing is null ? [] : CertificatesOf(existing), cancellationToken).ConfigureAwait(false);
        if (existing is not null)
        {
            RefuseMismatch(request.WithCertificate(), existing);
            existing = await _connection.ClientVpns.CompleteAsync(existing, cancellationToken).ConfigureAwait(false);
        }
        var steps = new ClientVpnSteps(_connection.ClientVpns, _context, existing, request.NoWait);
        // Subnets that are associated have passed these rules already.
        VpcRouting? vpc = existing is not null && request.SubnetIds.All(steps.SubnetIds.Contains)
            ? null
            : await ClientVpnSubnetRules.ReadAsync(_connection.Vpcs, request.SubnetIds, steps.SubnetIds, request.ClientCidrBlock, cancellationToken).ConfigureAwait(false);
        if (existing is null && request.Settings.SecurityGroupIds is { Count: > 0 } && vpc is null)
            throw ClientVpnRules.Invalid(request.Name, "Security groups belong to a VPC: give a subnet of it too.");
        PlanStep? imported = Import(request, existing);
        if (imported is not null)
            steps.Add(imported);
        if (existing is null) // Only after the import ACM has told the certificate's ARN.
            steps.Create(request.Name, request.ClientCidrBlock, () => Creation(request.WithCertificate(), vpc?.VpcId), imported);
        steps.Associate(request.SubnetIds);
        steps.Route(request.Routes);
        if (request.ClientToClient)
            steps.RouteClients(request.ClientCidrBlock);
        steps.Allow(request.Access);
        if (existing is not null)
            steps.Tag(_connection.Vpcs, request.AllTags, []);
        return existing is not null && ClientVpnComparison.Differences(request.WithCertificate().Settings, existing) is { Count: > 0 } differences
            ? steps.ToPlan($"{existing} exists with another {string.Join(", ", differences)}, which this command leaves as it is.")
            : steps.ToPlan();
    }

    // An endpoint that has other certificates keeps them, so that nothing is to be imported for it.
    private PlanStep? Import(ClientVpnRequest request, ClientVpnEndpoint? existing) =>
        request.Certificate is { } certificate && (existing is null || (certificate.Arn is { } arn && CertificatesOf(existing).Contains(arn)))
            ? certificate.Plan(request.AllTags, _context)
            : null;

    private static IReadOnlyCollection<string> CertificatesOf(ClientVpnEndpoint endpoint) =>
        [.. endpoint.Authentication.Select(way => way.ClientRootCertificateChainArn).Append(endpoint.ServerCertificateArn).OfType<string>().Distinct()];

    private static ClientVpnCreation Creation(ClientVpnRequest request, string? vpcId) => new()
    {
        ClientCidrBlock = request.ClientCidrBlock.ToString(),
        Authentication = request.Authentication,
        TransportProtocol = request.TransportProtocol,
        Settings = request.Settings.SecurityGroupIds is { Count: > 0 } ? request.Settings with { VpcId = vpcId } : request.Settings,
        Tags = request.AllTags,
    };

    private static void RefuseMismatch(ClientVpnRequest request, ClientVpnEndpoint existing)
    {
        string? difference =
            existing.ClientCidrBlock != request.ClientCidrBlock.ToString() ? $"its clients have {existing.ClientCidrBlock}"
            : request.TransportProtocol is { } protocol && protocol != existing.TransportProtocol ? $"it speaks {existing.TransportProtocol}"
            : !existing.Authentication.ToHashSet().SetEquals(request.Authentication) ? $"people sign in by {string.Join(" and ", existing.Authentication)} with other sources"
            : null;
        if (difference is not null)
            throw new NetConnectException(
                ErrorIds.ClientVpnMismatch,
                ErrorKind.Conflict,
                $"{existing} is named '{request.Name}' already, and {difference}, which AWS cannot change. Choose another name, or remove it first.",
                existing.ClientVpnEndpointId);
    }
}
