using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.TransitGateways;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>A Client VPN endpoint with its parts.</summary>
internal sealed class ClientVpnEndpoint(Ec2Region home, string id, Cidr clientCidr, IReadOnlyList<ClientVpnAuthentication> authentication,
    string protocol)
    : Ec2Resource(home, id)
{
    // Client VPN Administrator Guide, "Quotas": operations at the same time on one endpoint.
    private const int MaxOperations = 10;

    private TimedState? _end;

    public DateTime Created { get; } = home.World.Clock.Now;

    public Cidr ClientCidr => clientCidr;

    public IReadOnlyList<ClientVpnAuthentication> Authentication => authentication;

    public string TransportProtocol => protocol;

    public required ClientVpnSettings Settings { get; set; }

    /// <summary>Its attachment to a transit gateway; null where it ends in a VPC's subnets.</summary>
    public TransitGatewayAttachment? Attachment { get; set; }

    public List<ClientVpnAssociation> Associations { get; } = [];

    public List<ClientVpnRoute> Routes { get; } = [];

    public List<ClientVpnRule> Rules { get; } = [];

    public List<ClientVpnSession> Sessions { get; } = [];

    /// <summary>The revocation list that was imported last, or null.</summary>
    public ClientVpnRevocationList? RevocationList { get; set; }

    /// <summary>Why the next change fails; null where nothing was ordered to.</summary>
    public string? NextFailure { get; set; }

    public bool IsLive => _end is null;

    /// <summary>Available once it ends in a subnet, or in a zone of a transit gateway that has accepted it (API Reference, ClientVpnEndpointStatus).</summary>
    public string State => _end?.Code
        ?? (Attachment is { State.Code: "pending-acceptance" or "pending" } ? "pending"
        : Attachment is null or { State.Code: "available" } && Associations.Exists(association => association.State.Code == "associated")
            ? "available"
            : "pending-associate");

    public DateTime? Deleted => _end?.Since;

    public string Arn => $"arn:aws:ec2:{Home.Name}:{OwnerId}:client-vpn-endpoint/{Id}";

    public string DnsName => $"{Id}.prod.clientvpn.{Home.Name}.amazonaws.com";

    public IEnumerable<ClientVpnAssociation> LiveAssociations =>
        Associations.Where(association => association.State.Code is "associating" or "associated");

    /// <summary>Those that can be disassociated: what failed stays until then, as routes and rules do.</summary>
    public IEnumerable<ClientVpnAssociation> StandingAssociations =>
        Associations.Where(association => association.State.Code is not ("disassociating" or "disassociated"));

    public IEnumerable<ClientVpnRoute> StandingRoutes => Routes.Where(route => route.State.Code is not ("deleting" or ClientVpnRoute.Gone));

    public IEnumerable<ClientVpnRule> StandingRules => Rules.Where(rule => rule.State.Code is not ("revoking" or ClientVpnRule.Gone));

    public IEnumerable<ClientVpnRoute> LiveRoutes => Routes.Where(route => route.State.Code is "creating" or "active");

    public IEnumerable<ClientVpnRule> LiveRules => Rules.Where(rule => rule.State.Code is "authorizing" or "active");

    public override bool IsVisibleTo(Ec2Region viewer) =>
        _end is not { Code: "deleted" } end || viewer.World.Clock.Now - end.Since < StateDurations.DeadResource;

    public void Delete()
    {
        _end = new TimedState(Home.World.Clock, "deleting").Then(StateDurations.ClientVpnEndpointDeletion, "deleted");
        if (Attachment is { IsLive: true }) Attachment.Delete();
        ResetSessions();
    }

    /// <summary>Lets a change that has just begun end badly, where that was ordered.</summary>
    public void FailWhereOrdered(TimedState begun, TimeSpan after, string code)
    {
        if (NextFailure is not { } why) return;
        NextFailure = null;
        begun.Enter(begun.Code).Then(after, code, why);
    }

    /// <summary>Ends all connections.</summary>
    public void ResetSessions()
    {
        foreach (ClientVpnSession session in Sessions) session.End();
    }

    /// <summary>Refuses one more operation while ten are under way.</summary>
    public void CheckOperations()
    {
        IEnumerable<TimedState> states = Associations.Select(part => part.State)
            .Concat(Routes.Where(part => part.IsOperation).Select(part => part.State))
            .Concat(Rules.Select(part => part.State));
        if (states.Count(state => state.Code is "associating" or "disassociating" or "creating" or "deleting" or "authorizing" or "revoking") >= MaxOperations)
            throw new Protocol.ApiException("ConcurrentMutationLimitExceeded",
                "Cannot initiate another change for this endpoint at this time. Please try again later.");
    }

    /// <summary>Forgets parts that have come to their end.</summary>
    public void Sweep()
    {
        Associations.RemoveAll(association => association.State.Code == "disassociated");
        Routes.RemoveAll(route => route.State.Code == ClientVpnRoute.Gone);
        Rules.RemoveAll(rule => rule.State.Code == ClientVpnRule.Gone);
        Sessions.RemoveAll(session => session.IsForgotten);
    }
}
