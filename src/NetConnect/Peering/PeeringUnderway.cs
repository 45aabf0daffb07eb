using NetConnect.Planning;

namespace NetConnect.Peering;

/// <summary>A peering on its way from request to active, shared by the steps that bring it there.</summary>
internal sealed class PeeringUnderway
{
    private static readonly string[] s_beforeAcceptance = [PeeringStates.Initiating];
    private static readonly string[] s_accepted = [PeeringStates.Provisioning, PeeringStates.Active];

    private readonly OperationContext _context;
    private readonly object _gate = new();
    private Task<VpcPeering>? _active;

    public PeeringUnderway(OperationContext context, VpcPeering? existing)
    {
        _context = context;
        Current = existing;
    }

    /// <summary>The peering as it was last seen; null until it is requested.</summary>
    public VpcPeering? Current { get; private set; }

    /// <summary>Requests the peering.</summary>
    /// <param name="create">Requests it.</param>
    /// <param name="findLive">Finds it, where the same side has requested it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RequestAsync(
        Func<CancellationToken, Task<VpcPeering>> create, Func<CancellationToken, Task<VpcPeering?>> findLive, CancellationToken cancellationToken) =>
        Current = await _context.CreateOnceAsync(create, findLive, ErrorIds.PeeringStateConflict, cancellationToken).ConfigureAwait(false);

    /// <summary>Accepts the request, as the accepter's owner. Tries at once: most requests can be accepted by then, which saves a look.</summary>
    public async Task AcceptAsync(IVpcApi accepter, CancellationToken cancellationToken)
    {
        string id = Current!.VpcPeeringConnectionId;
        DateTime giveUp = _context.Clock.UtcNow + OperationContext.Visibility;
        while (true)
        {
            try
            {
                Current = await accepter.AcceptPeeringAsync(id, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (NetConnectException error)
                when (error.ErrorId is (ErrorIds.PeeringNotFound or ErrorIds.PeeringStateConflict) && _context.Clock.UtcNow < giveUp)
            {
                // Not visible to the accepter yet, not pending yet, or accepted by somebody else or by a call whose answer was lost: the state tells.
            }
            Current = await _context.WaitAsync(accepter, id, s_beforeAcceptance, [PeeringStates.PendingAcceptance, .. s_accepted], cancellationToken).ConfigureAwait(false);
            if (Current.Status != PeeringStates.PendingAcceptance)
                return;
        }
    }

    /// <summary>Waits until the requester sees the peering active; callers share one wait.</summary>
    public Task<VpcPeering> WhenActiveAsync(IVpcApi requester, CancellationToken cancellationToken)
    {
        lock (_gate)
            return _active ??= WaitAsync();

        async Task<VpcPeering> WaitAsync() => Current = Current!.Status == PeeringStates.Active
            ? Current
            : await _context.WaitAsync(
                requester,
                Current.VpcPeeringConnectionId,
                [PeeringStates.Initiating, PeeringStates.PendingAcceptance, PeeringStates.Provisioning],
                [PeeringStates.Active],
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until EC2 has checked the request: a failed one, because of an overlap say, shows only then.</summary>
    public async Task<VpcPeering> WhenRequestedAsync(IVpcApi requester, CancellationToken cancellationToken) =>
        Current = Current!.Status != PeeringStates.Initiating
            ? Current
            : await _context.WaitAsync(
                requester, Current.VpcPeeringConnectionId, s_beforeAcceptance, [PeeringStates.PendingAcceptance, .. s_accepted], cancellationToken).ConfigureAwait(false);
}
