using NetConnect.Addressing;
using NetConnect.Planning;

namespace NetConnect.ClientVpn;

/// <summary>An endpoint on its way to what was asked: the changes of its parts, each with the wait for its end, and never more at once than AWS takes.</summary>
internal sealed class ClientVpnUnderway
{
    // Client VPN Administrator Guide, "Quotas": operations at the same time on one endpoint.
    private const int MaxOperations = 10;

    private const string Visible = "visible";

    // A subnet takes minutes to come and to go.
    private static readonly TimeSpan s_subnetInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_busyPause = TimeSpan.FromSeconds(5);

    private readonly IClientVpnApi _api;
    private readonly OperationContext _context;
    private readonly SemaphoreSlim _operations = new(MaxOperations);

    public ClientVpnUnderway(IClientVpnApi api, OperationContext context, ClientVpnEndpoint? endpoint)
    {
        _api = api;
        _context = context;
        Endpoint = endpoint;
    }

    /// <summary>The endpoint as it was last seen; null until it is made.</summary>
    public ClientVpnEndpoint? Endpoint { get; private set; }

    /// <summary>Whether changes are left to end by themselves.</summary>
    public bool NoWait { get; init; }

    private string Id => Endpoint!.ClientVpnEndpointId;

    public async Task CreateAsync(ClientVpnCreation creation, string clientToken, CancellationToken cancellationToken)
    {
        string id = await _api.CreateEndpointAsync(creation, clientToken, cancellationToken).ConfigureAwait(false);
        // It may not be visible to everybody yet, and nothing that is needed of it is in the answer.
        Endpoint = new ClientVpnEndpoint { ClientVpnEndpointId = id, Tags = creation.Tags };
    }

    /// <summary>Changes settings, which AWS has done when it answers.</summary>
    public Task ModifyAsync(ClientVpnSettings settings, CancellationToken cancellationToken) =>
        ChangeAsync(ct => _api.ModifyEndpointAsync(Id, settings, ct), _ => Task.CompletedTask, cancellationToken);

    public Task AssociateAsync(string subnetId, string clientToken, CancellationToken cancellationToken) => ChangeAsync(
        ct => _api.AssociateAsync(Id, subnetId, clientToken, ct),
        Wait(
            subnetId,
            async ct => (await _api.ListAssociationsAsync(Id, ct).ConfigureAwait(false)).LastOrDefault(association => association.SubnetId == subnetId),
            association => association.State,
            [ClientVpnStates.Associating],
            [ClientVpnStates.Associated],
            association => association.StateMessage,
            s_subnetInterval),
        cancellationToken);

    public Task DisassociateAsync(ClientVpnAssociation association, CancellationToken cancellationToken) => ChangeAsync(
        ct => association.State == ClientVpnStates.Disassociating ? Task.CompletedTask : _api.DisassociateAsync(Id, association.AssociationId, ct),
        Wait(
            association.SubnetId,
            async ct => (await _api.ListAssociationsAsync(Id, ct).ConfigureAwait(false)).FirstOrDefault(found => found.AssociationId == association.AssociationId),
            found => found.State,
            [ClientVpnStates.Associating, ClientVpnStates.Associated, ClientVpnStates.AssociationFailed, ClientVpnStates.Disassociating],
            [ClientVpnStates.Disassociated],
            found => found.StateMessage,
            s_subnetInterval,
            absenceIsTarget: true),
        cancellationToken);

    public Task CreateRouteAsync(Cidr destination, string target, string? description, string clientToken, CancellationToken cancellationToken) => ChangeAsync(
        ct => _api.CreateRouteAsync(Id, destination, target, description, clientToken, ct),
        RouteWait(destination, target, [ClientVpnStates.Creating], [ClientVpnStates.Active]),
        cancellationToken);

    public Task DeleteRouteAsync(Cidr destination, string target, CancellationToken cancellationToken) => ChangeAsync(
        ct => _api.DeleteRouteAsync(Id, destination, target, ct),
        RouteWait(destination, target, [ClientVpnStates.Creating, ClientVpnStates.Active, ClientVpnStates.Failed, ClientVpnStates.Deleting], [], absenceIsTarget: true),
        cancellationToken);

    public Task AuthorizeAsync(ClientVpnAccess access, string? description, string clientToken, CancellationToken cancellationToken) => ChangeAsync(
        ct => _api.AuthorizeAsync(Id, access.Destination, access.GroupId, description, clientToken, ct),
        RuleWait(access, [ClientVpnStates.Authorizing], [ClientVpnStates.Active]),
        cancellationToken);

    public Task RevokeAsync(ClientVpnAccess access, CancellationToken cancellationToken) => ChangeAsync(
        ct => _api.RevokeAsync(Id, access.Destination, access.GroupId, ct),
        RuleWait(access, [ClientVpnStates.Authorizing, ClientVpnStates.Active, ClientVpnStates.Failed, ClientVpnStates.Revoking], [], absenceIsTarget: true),
        cancellationToken);

    /// <summary>The endpoint as it is now, with its parts. One that was just made may show late.</summary>
    public async Task<ClientVpnEndpoint> ReadAsync(CancellationToken cancellationToken)
    {
        ClientVpnEndpoint? found = await _context.Wait(
            Id,
            ct => _api.FindEndpointAsync(Id, ct),
            _ => Visible,
            [],
            [Visible],
            endpoint => ClientVpnStates.Unexpected(Id, endpoint.State, null),
            firstLook: TimeSpan.Zero).RunAsync(_context.Clock, cancellationToken).ConfigureAwait(false);
        return await _api.CompleteAsync(found!, cancellationToken).ConfigureAwait(false);
    }

    // A change that somebody else was quicker with is done all the same; its end is waited for in both cases.
    private async Task ChangeAsync(Func<CancellationToken, Task> call, Func<CancellationToken, Task> waitAsync, CancellationToken cancellationToken)
    {
        await _operations.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _context.RepeatAsync([ErrorIds.ClientVpnBusy], _context.Timeout, s_busyPause, CallAsync, cancellationToken).ConfigureAwait(false);
            if (!NoWait)
                await waitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _operations.Release();
        }

        async Task CallAsync(CancellationToken ct)
        {
            try
            {
                await _context.WhenVisibleAsync([ErrorIds.ClientVpnNotFound], call, ct).ConfigureAwait(false);
            }
            catch (NetConnectException error) when (error.ErrorId == ErrorIds.ClientVpnDuplicate)
            {
                // It is there, which is what was wanted.
            }
        }
    }

    private Func<CancellationToken, Task> RouteWait(Cidr destination, string target, string[] pending, string[] goal, bool absenceIsTarget = false) => Wait(
        $"The route to {destination} via {target}",
        async ct => (await _api.ListRoutesAsync(Id, ct).ConfigureAwait(false)).FirstOrDefault(
            route => route.DestinationCidrBlock == destination.ToString() && route.TargetSubnetId == target),
        route => route.State,
        pending,
        goal,
        route => route.StateMessage,
        absenceIsTarget: absenceIsTarget);

    private Func<CancellationToken, Task> RuleWait(ClientVpnAccess access, string[] pending, string[] goal, bool absenceIsTarget = false) => Wait(
        $"The rule {access}",
        async ct => (await _api.ListRulesAsync(Id, ct).ConfigureAwait(false)).FirstOrDefault(access.IsMetBy),
        rule => rule.State,
        pending,
        goal,
        rule => rule.StateMessage,
        absenceIsTarget: absenceIsTarget);

    private Func<CancellationToken, Task> Wait<T>(
        string subject, Func<CancellationToken, Task<T?>> findAsync, Func<T, string> state, string[] pending, string[] target, Func<T, string?> message,
        TimeSpan? interval = null, bool absenceIsTarget = false)
        where T : class => ct => _context.Wait(
            subject, findAsync, state, pending, target, found => ClientVpnStates.Unexpected(subject, state(found), message(found)), absenceIsTarget, interval: interval)
            .RunAsync(_context.Clock, ct);
}
