using NetConnect.Planning;

namespace NetConnect.ClientVpn;

/// <summary>Changes the settings and tags of an endpoint, in one call of what differs.</summary>
public sealed class ClientVpnSettingsChange
{
    private readonly INetworkConnection _connection;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the endpoint.</param>
    /// <param name="context">What it runs with.</param>
    public ClientVpnSettingsChange(INetworkConnection connection, OperationContext context)
    {
        _connection = connection;
        _context = context;
    }

    /// <summary>Lists what differs.</summary>
    /// <param name="idOrName">The endpoint, an id or a Name tag.</param>
    /// <param name="wanted">The settings; what is null stays as it is.</param>
    /// <param name="tags">Tags to set.</param>
    /// <param name="removedTags">Names of tags to remove.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NetConnectException">There is no such endpoint, or AWS would not take the settings.</exception>
    public async Task<Plan<ClientVpnEndpoint>> PlanAsync(
        string idOrName, ClientVpnSettings wanted, IReadOnlyDictionary<string, string> tags, IReadOnlyCollection<string> removedTags, CancellationToken cancellationToken)
    {
        ClientVpnRules.Check(wanted, idOrName);
        TagSet.CheckDisjoint(tags, removedTags);
        ClientVpnEndpoint endpoint = await ClientVpnParts.GetWholeAsync(_connection, idOrName, cancellationToken).ConfigureAwait(false);
        ClientVpnRules.CheckPortal(idOrName, wanted, endpoint.Authentication);
        if (wanted.SplitTunnel == true && endpoint.Routes.Any(route => route.IsLive() && route.DestinationCidrBlock == "0.0.0.0/0"))
            throw ClientVpnRules.Invalid(idOrName, "With split tunnel clients send only what has a route, and there is one to everything. Remove it first, with Remove-ClientVpnRoute.");
        if (wanted.SecurityGroupIds is { Count: > 0 })
            wanted = wanted with
            {
                VpcId = endpoint.VpcId ?? throw ClientVpnRules.Invalid(idOrName, "Security groups belong to a VPC, and the endpoint is in none yet: give it a subnet first, with Add-ClientVpnSubnet."),
            };
        IReadOnlyList<string> differences = ClientVpnComparison.Differences(wanted, endpoint);
        ClientVpnSettings changes = ClientVpnComparison.Changes(wanted, endpoint);
        var steps = new ClientVpnSteps(_connection.ClientVpns, _context, endpoint);
        if (differences.Count > 0)
            steps.Modify(differences, changes);
        steps.Tag(_connection.Vpcs, tags, removedTags);
        return steps.ToPlan([.. Warnings(changes, endpoint)]);
    }

    private static IEnumerable<string> Warnings(ClientVpnSettings changes, ClientVpnEndpoint endpoint)
    {
        // Administrator Guide, "AWS Client VPN endpoints", what resets connections; for DNS servers also the API Reference, ModifyClientVpnEndpoint.
        List<string> resets = [];
        if (changes.ServerCertificateArn is not null) resets.Add("server certificate");
        if (changes.DnsServers is not null) resets.Add("DNS servers");
        if (changes.SplitTunnel is not null) resets.Add("split tunnel");
        if (changes.VpnPort is not null) resets.Add("port");
        if (resets.Count > 0)
            yield return $"The change ({string.Join(", ", resets)}) ends all sessions of {endpoint}.";
        if (changes.VpnPort is not null)
            yield return $"The files by which people connect to {endpoint} name the port: nobody connects with the old ones. Export them again, with Export-ClientVpnConfig.";
    }
}
