using NetConnect.Addressing;
using NetConnect.Planning;

namespace NetConnect.ClientVpn;

/// <summary>Gathers the steps of a plan that changes an endpoint: what is there already makes none, and every step stands behind those that EC2 wants first.</summary>
internal sealed class ClientVpnSteps
{
    private readonly ClientVpnUnderway _underway;
    private readonly ClientVpnEndpoint? _existing;
    private readonly List<PlanStep> _steps = [];

    // The subnets that the endpoint ends in, each with the step that makes it so; null where it does already.
    private readonly Dictionary<string, PlanStep?> _subnets = [];

    private PlanStep? _created;

    /// <summary>Begins with an endpoint and all of its parts, or with none.</summary>
    public ClientVpnSteps(IClientVpnApi api, OperationContext context, ClientVpnEndpoint? existing, bool noWait = false)
    {
        _underway = new ClientVpnUnderway(api, context, existing) { NoWait = noWait };
        _existing = existing;
        foreach (ClientVpnAssociation association in existing?.Associations.Where(association => association.IsLive()) ?? [])
            _subnets[association.SubnetId] = null;
    }

    /// <summary>The subnets that the endpoint ends in, or will.</summary>
    public IReadOnlyCollection<string> SubnetIds => _subnets.Keys;

    public void Create(string name, Cidr clients, Func<ClientVpnCreation> creation, PlanStep? after) => _created = Add(Step(
        $"Create a Client VPN endpoint for {clients}", name, (token, ct) => _underway.CreateAsync(creation(), token, ct), after));

    public void Modify(IEnumerable<string> what, ClientVpnSettings changes) =>
        Add(new PlanStep($"Change the {string.Join(", ", what)}", Subject, ct => _underway.ModifyAsync(changes, ct)));

    public void Tag(IVpcApi vpcs, IReadOnlyDictionary<string, string> set, IEnumerable<string> removed) =>
        _steps.AddRange(TagSteps.Create(vpcs, "Client VPN endpoint", _existing!.ClientVpnEndpointId, _existing.Tags, set, removed));

    public void Associate(IEnumerable<string> subnetIds)
    {
        foreach (string subnet in subnetIds.Where(subnet => !_subnets.ContainsKey(subnet)).Distinct().ToList())
            _subnets[subnet] = Add(Step("Associate the subnet", subnet, (token, ct) => _underway.AssociateAsync(subnet, token, ct), _created));
    }

    /// <summary>Lets every subnet lead to these networks, and to those that any of them leads to: clients end in any subnet (Administrator Guide, "Troubleshooting").</summary>
    public void Route(IEnumerable<Cidr> destinations, string? description = null)
    {
        IEnumerable<Cidr> present = _existing?.Routes.Where(route => route.IsLive() && !route.IsAutomatic && route.TargetSubnetId != ClientVpnRoute.Local)
            .Select(route => Cidr.Parse(route.DestinationCidrBlock)) ?? [];
        List<Cidr> wanted = destinations.ToList();
        foreach (Cidr destination in wanted.Concat(present).Distinct())
            foreach (KeyValuePair<string, PlanStep?> subnet in _subnets)
                AddRoute(destination, subnet.Key, wanted.Contains(destination) ? description : null, subnet.Value ?? _created);
    }

    /// <summary>Lets clients reach each other.</summary>
    public void RouteClients(Cidr clients, string? description = null) =>
        AddRoute(clients, ClientVpnRoute.Local, description, _subnets.Values.FirstOrDefault(step => step is not null) ?? _created);

    public void Allow(IEnumerable<ClientVpnAccess> access, string? description = null)
    {
        foreach (ClientVpnAccess wanted in access.Distinct().Where(wanted => _existing?.AuthorizationRules.Any(rule => rule.IsLive() && wanted.IsMetBy(rule)) != true))
            Add(Step($"Allow {wanted}", Subject, (token, ct) => _underway.AuthorizeAsync(wanted, description, token, ct), _created));
    }

    public void RemoveRoutes(Func<ClientVpnRoute, bool> isWanted)
    {
        IEnumerable<ClientVpnRoute> leaving = _existing!.Routes.Where(route => !route.IsAutomatic && isWanted(route));
        foreach (ClientVpnRoute route in leaving.OrderBy(route => route.DestinationCidrBlock, StringComparer.Ordinal).ThenBy(route => route.TargetSubnetId, StringComparer.Ordinal))
            Add(new PlanStep(
                $"Remove the route to {route.DestinationCidrBlock}",
                route.TargetSubnetId,
                ct => _underway.DeleteRouteAsync(Cidr.Parse(route.DestinationCidrBlock), route.TargetSubnetId, ct)));
    }

    public void Revoke(Func<ClientVpnAccess, bool> isWanted)
    {
        foreach (ClientVpnAccess access in _existing!.AuthorizationRules.Select(rule => new ClientVpnAccess(Cidr.Parse(rule.DestinationCidrBlock), rule.GroupId)).Where(isWanted))
            Add(new PlanStep($"Revoke {access}", Subject, ct => _underway.RevokeAsync(access, ct)));
    }

    /// <summary>Takes subnets away, after all steps so far.</summary>
    public void Disassociate(IEnumerable<ClientVpnAssociation> associations)
    {
        PlanStep[] before = [.. _steps];
        foreach (ClientVpnAssociation association in associations)
            Add(new PlanStep("Disassociate the subnet", association.SubnetId, ct => _underway.DisassociateAsync(association, ct), before));
    }

    public PlanStep Add(PlanStep step)
    {
        _steps.Add(step);
        return step;
    }

    /// <summary>The plan; it gives the endpoint as it is once the steps are done.</summary>
    public Plan<ClientVpnEndpoint> ToPlan(params string[] warnings) => new(_steps, ResultAsync, warnings);

    /// <summary>All steps so far.</summary>
    public PlanStep[] ToArray() => [.. _steps];

    private string Subject => _existing is { } endpoint ? endpoint.Label() : _created!.Target;

    private async Task<ClientVpnEndpoint?> ResultAsync(CancellationToken cancellationToken) =>
        _underway.Endpoint is null ? null
        : _steps.Count == 0 ? _existing
        : await _underway.ReadAsync(cancellationToken).ConfigureAwait(false);

    private void AddRoute(Cidr destination, string target, string? description, PlanStep? after)
    {
        if (_existing?.Routes.Any(route => route.IsLive() && route.DestinationCidrBlock == destination.ToString() && route.TargetSubnetId == target) != true)
            Add(Step($"Add the route to {destination}", target, (token, ct) => _underway.CreateRouteAsync(destination, target, description, token, ct), after));
    }

    // One token for each step: EC2 takes a repetition for the same request, whatever became of the first answer.
    private static PlanStep Step(string action, string target, Func<string, CancellationToken, Task> apply, PlanStep? after)
    {
        string token = Guid.NewGuid().ToString();
        return new PlanStep(action, target, ct => apply(token, ct), after is null ? [] : [after]);
    }
}
