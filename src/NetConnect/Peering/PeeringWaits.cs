using NetConnect.Planning;

namespace NetConnect.Peering;

/// <summary>How operations wait for peerings.</summary>
internal static class PeeringWaits
{
    // What a side answers that does not see the peering yet, or not in the state that the other side sees: each Region has its own view.
    private static readonly string[] s_notYet = [ErrorIds.PeeringNotFound, ErrorIds.PeeringStateConflict];

    /// <summary>Waits until a peering is in one of the target states.</summary>
    public static async Task<VpcPeering> WaitAsync(
        this OperationContext context, IVpcApi api, string peeringId, IReadOnlyCollection<string> pending, IReadOnlyCollection<string> target,
        CancellationToken cancellationToken) =>
        (await context.Wait(
            peeringId,
            ct => api.FindPeeringAsync(peeringId, ct),
            peering => peering.Status,
            pending,
            target,
            PeeringStates.Ended,
            missing: () => new NetConnectException(
                ErrorIds.PeeringNotFound,
                ErrorKind.NotFound,
                $"{peeringId} does not show in {api.Region} with these credentials. Check that they are those of the account that owns this side of it.",
                peeringId)).RunAsync(context.Clock, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Waits until a peering is deleted, or no longer shown.</summary>
    public static Task<VpcPeering?> WaitUntilGoneAsync(this OperationContext context, IVpcApi api, string peeringId, CancellationToken cancellationToken) =>
        context.Wait(
            peeringId,
            ct => api.FindPeeringAsync(peeringId, ct),
            peering => peering.Status,
            [PeeringStates.Active, PeeringStates.Provisioning, PeeringStates.PendingAcceptance, PeeringStates.Initiating, PeeringStates.Deleting],
            [PeeringStates.Deleted],
            PeeringStates.Ended,
            absenceIsTarget: true).RunAsync(context.Clock, cancellationToken);

    /// <summary>Repeats a call about a peering until its side sees it.</summary>
    public static Task WhenVisibleAsync(this OperationContext context, Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        context.WhenVisibleAsync(s_notYet, call, cancellationToken);
}
