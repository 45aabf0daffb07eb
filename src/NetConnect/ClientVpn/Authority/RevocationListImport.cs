using NetConnect.ClientVpn;
using NetConnect.Planning;

namespace NetConnect.ClientVpns;

/// <summary>Gives endpoints an authority's revocation list.</summary>
/// <param name="folder">The authority.</param>
/// <param name="connection">The account and Region of the endpoints.</param>
/// <param name="idsOrNames">The endpoints, by id or Name tag.</param>
internal sealed class RevocationListImport(AuthorityFolder folder, INetworkConnection connection, IReadOnlyList<string> idsOrNames)
{
    // Client VPN Administrator Guide, "Quotas".
    private const int MaxEntries = 20_000;

    /// <summary>The endpoints by id, once they were looked for.</summary>
    public IReadOnlyList<string> EndpointIds { get; private set; } = [];

    /// <summary>Plans what endpoints lack: nothing where an endpoint has just this list, because an import ends all of its sessions.</summary>
    /// <param name="changes">The steps that change the list.</param>
    /// <param name="added">How many entries they add.</param>
    /// <param name="unlock">Opens the authority's key where an endpoint knows of revocations that the folder does not.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <exception cref="NetConnectException">An endpoint is not there, has another authority's list, or would get more than AWS takes
    /// (<see cref="ErrorIds.RevocationListFull"/>).</exception>
    public async Task<IReadOnlyList<PlanStep>> StepsAsync(IReadOnlyList<PlanStep> changes, int added, Action unlock, CancellationToken cancellationToken)
    {
        // A copy: whoever asks may add these steps to the same list.
        PlanStep[] before = [.. changes];
        ClientVpnEndpoint[] endpoints = await Task.WhenAll(
            idsOrNames.Distinct().Select(one => ClientVpnParts.GetLiveAsync(connection, one, cancellationToken))).ConfigureAwait(false);
        EndpointIds = [.. endpoints.Select(endpoint => endpoint.ClientVpnEndpointId).Distinct()];
        IReadOnlyList<PlanStep>[] steps = await Task.WhenAll(
            EndpointIds.Select(id => StepsAsync(id, before, added, unlock, cancellationToken))).ConfigureAwait(false);
        return [.. steps.SelectMany(one => one)];
    }

    private async Task<IReadOnlyList<PlanStep>> StepsAsync(string endpointId, PlanStep[] changes, int added, Action unlock, CancellationToken cancellationToken)
    {
        string? present = await connection.ClientVpns.FindRevocationListAsync(endpointId, cancellationToken).ConfigureAwait(false);
        List<PlanStep> steps = [];
        List<(string SerialNumber, DateTime At)> unknown = present is null ? [] : Unknown(endpointId, present);
        int count = folder.GetIndex().Revoked.Count() + added + unknown.Count;
        if (count > MaxEntries)
        {
            throw new NetConnectException(
                ErrorIds.RevocationListFull,
                ErrorKind.Limit,
                $"The revocation list would have {count} entries, and AWS takes {MaxEntries} at most. Make another authority in another folder, and new certificates for "
                + "everybody; without -ClientVpnEndpointId the folder alone is changed.",
                endpointId);
        }
        if (unknown.Count > 0)
        {
            unlock();
            steps.Add(new PlanStep(
                $"Take over {unknown.Count} revocations from the list of {endpointId}",
                folder.Path,
                ct => folder.ChangeAsync(index => (index ?? folder.GetIndex()).TakeOver(unknown), ct)));
        }
        if (changes.Length > 0 || unknown.Count > 0 || !IsPresent(present))
        {
            steps.Add(new PlanStep("Import the revocation list, which ends all sessions", endpointId, ct => ImportAsync(endpointId, ct), [.. steps])
            {
                AfterAny = changes,
            });
        }
        return steps;
    }

    private Task ImportAsync(string endpointId, CancellationToken cancellationToken) =>
        connection.ClientVpns.ImportRevocationListAsync(endpointId, folder.Files.ReadRevocationList()!, cancellationToken);

    private bool IsPresent(string? pem) =>
        pem is not null && folder.Files.ReadRevocationList() is { } own && Pem.Read(Pem.RevocationList, pem).SequenceEqual(Pem.Read(Pem.RevocationList, own));

    private List<(string SerialNumber, DateTime At)> Unknown(string endpointId, string pem)
    {
        RevocationListFacts list = folder.Issuer.ReadRevocationList(pem);
        if (folder.FindRevocationList() is { } own && own.Issuer != list.Issuer)
        {
            throw new NetConnectException(
                ErrorIds.AuthorityMismatch,
                ErrorKind.Conflict,
                $"The revocation list of {endpointId} is that of {list.Issuer}, and {folder.Path} has the authority {own.Issuer}. An endpoint has one list only: give the folder "
                + "of the authority that its people's certificates are from.",
                endpointId);
        }
        var revoked = new HashSet<string>(folder.GetIndex().Revoked.Select(entry => entry.SerialNumber));
        return [.. list.Revoked.Where(one => !revoked.Contains(one.SerialNumber))];
    }
}
