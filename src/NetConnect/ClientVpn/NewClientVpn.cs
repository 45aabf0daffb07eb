using NetConnect.Addressing;
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
        List<string> present = existing?.Associations.Where(association => association.IsLive()).Select(association => association.SubnetId).ToList() ?? [];
        // Subnets that are associated have passed these rules already.
        VpcRouting? vpc = existing is not null && request.SubnetIds.All(present.Contains)
            ? null
            : await ClientVpnSubnetRules.ReadAsync(_connection.Vpcs, request.SubnetIds, present, request.ClientCidrBlock, cancellationToken).ConfigureAwait(false);
        if (existing is null && request.Settings.SecurityGroupIds is { Count: > 0 } && vpc is null)
            throw ClientVpnRules.Invalid(request.Name, "Security groups belong to a VPC: give a subnet of it too.");
        return Plan(request, existing, vpc?.VpcId);
    }

    private Plan<ClientVpnEndpoint> Plan(ClientVpnRequest request, ClientVpnEndpoint? existing, string? vpcId)
    {
        var underway = new ClientVpnUnderway(_connection.ClientVpns, _context, existing) { NoWait = request.NoWait };
        var steps = new List<PlanStep>();
        PlanStep? imported = Import(request, existing);
        if (imported is not null)
            Add(imported);
        PlanStep? created = existing is null ? Add(Creation(request, vpcId, underway, imported)) : null;
        var targets = new Dictionary<string, PlanStep?>();
        foreach (ClientVpnAssociation association in existing?.Associations.Where(association => association.IsLive()) ?? [])
            targets[association.SubnetId] = null;
        foreach (string subnet in request.SubnetIds.Where(subnet => !targets.ContainsKey(subnet)).Distinct().ToList())
            targets[subnet] = Add(Step("Associate the subnet", subnet, (token, ct) => underway.AssociateAsync(subnet, token, ct), created));
        // What one subnet leads to, all must lead to: clients end in any of them (Administrator Guide, "Troubleshooting").
        IEnumerable<Cidr> destinations = request.Routes.Concat(
            existing?.Routes.Where(route => route.IsLive() && !route.IsAutomatic && route.TargetSubnetId != ClientVpnRoute.Local).Select(route => Cidr.Parse(route.DestinationCidrBlock)) ?? []);
        foreach (Cidr destination in destinations.Distinct().ToList())
            foreach (KeyValuePair<string, PlanStep?> target in targets)
                AddRoute(destination, target.Key, target.Value ?? created);
        if (request.ClientToClient)
            AddRoute(request.ClientCidrBlock, ClientVpnRoute.Local, targets.Values.FirstOrDefault(step => step is not null) ?? created);
        foreach (ClientVpnAccess access in request.Access.Distinct().Where(access => existing?.AuthorizationRules.Any(rule => rule.IsLive() && access.IsMetBy(rule)) != true))
            Add(Step($"Allow {access}", request.Name, (token, ct) => underway.AuthorizeAsync(access, null, token, ct), created));
        if (existing is not null && existing.Tags.Lacks(request.AllTags))
            Add(new PlanStep("Tag the Client VPN endpoint", existing.ClientVpnEndpointId, ct => _connection.Vpcs.SetTagsAsync(existing.ClientVpnEndpointId, request.AllTags, ct)));
        List<string> warnings = existing is not null && ClientVpnComparison.Differences(request.WithCertificate().Settings, existing) is { Count: > 0 } differences
            ? [$"{existing} exists with another {string.Join(", ", differences)}, which this command leaves as it is."]
            : [];
        return new Plan<ClientVpnEndpoint>(steps, ResultAsync, warnings);

        PlanStep Add(PlanStep step)
        {
            steps.Add(step);
            return step;
        }

        void AddRoute(Cidr destination, string target, PlanStep? after)
        {
            if (existing?.Routes.Any(route => route.IsLive() && route.DestinationCidrBlock == destination.ToString() && route.TargetSubnetId == target) != true)
                Add(Step($"Add the route to {destination}", target, (token, ct) => underway.CreateRouteAsync(destination, target, null, token, ct), after));
        }

        async Task<ClientVpnEndpoint?> ResultAsync(CancellationToken ct) =>
            underway.Endpoint is null ? null
            : steps.Count == 0 ? existing
            : await underway.ReadAsync(ct).ConfigureAwait(false);
    }

    // An endpoint that has other certificates keeps them, so that nothing is to be imported for it.
    private PlanStep? Import(ClientVpnRequest request, ClientVpnEndpoint? existing) =>
        request.Certificate is { } certificate && (existing is null || (certificate.Arn is { } arn && CertificatesOf(existing).Contains(arn)))
            ? certificate.Plan(request.AllTags, _context)
            : null;

    private static IReadOnlyCollection<string> CertificatesOf(ClientVpnEndpoint endpoint) =>
        [.. endpoint.Authentication.Select(way => way.ClientRootCertificateChainArn).Append(endpoint.ServerCertificateArn).OfType<string>().Distinct()];

    private static PlanStep Creation(ClientVpnRequest request, string? vpcId, ClientVpnUnderway underway, PlanStep? imported) => Step(
        $"Create a Client VPN endpoint for {request.ClientCidrBlock}",
        request.Name,
        (token, ct) =>
        {
            // Only now ACM has told the ARN.
            ClientVpnRequest complete = request.WithCertificate();
            var creation = new ClientVpnCreation
            {
                ClientCidrBlock = complete.ClientCidrBlock.ToString(),
                Authentication = complete.Authentication,
                TransportProtocol = complete.TransportProtocol,
                Settings = complete.Settings.SecurityGroupIds is { Count: > 0 } ? complete.Settings with { VpcId = vpcId } : complete.Settings,
                Tags = complete.AllTags,
            };
            return underway.CreateAsync(creation, token, ct);
        },
        imported);

    // One token for each step: EC2 takes a repetition for the same request, whatever became of the first answer.
    private static PlanStep Step(string action, string target, Func<string, CancellationToken, Task> apply, PlanStep? after)
    {
        string token = Guid.NewGuid().ToString();
        return new PlanStep(action, target, ct => apply(token, ct), after is null ? [] : [after]);
    }

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
