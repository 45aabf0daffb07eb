using NetConnect.Planning;

namespace NetConnect.ClientVpns;

/// <summary>Gives endpoints an authority's revocation list.</summary>
internal sealed class RevocationListImport(AuthorityFolder folder, IClientVpnApi api, IReadOnlyList<string> endpointIds)
{
    /// <summary>The endpoints.</summary>
    public IReadOnlyList<string> EndpointIds { get; } = endpointIds;

    /// <summary>Plans what endpoints lack: nothing where an endpoint has just this list, because an import ends all of its sessions.</summary>
    /// <param name="changes">The steps that change the list.</param>
    /// <param name="unlock">Opens the authority's key where an endpoint knows of revocations that the folder does not.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<IReadOnlyList<PlanStep>> StepsAsync(IReadOnlyList<PlanStep> changes, Action unlock, CancellationToken cancellationToken)
    {
        // A copy: whoever asks may add these steps to the same list.
        PlanStep[] before = [.. changes];
        IReadOnlyList<PlanStep>[] steps = await Task.WhenAll(
            EndpointIds.Distinct().Select(id => StepsAsync(id, before, unlock, cancellationToken))).ConfigureAwait(false);
        return [.. steps.SelectMany(one => one)];
    }

    private async Task<IReadOnlyList<PlanStep>> StepsAsync(string endpointId, PlanStep[] changes, Action unlock, CancellationToken cancellationToken)
    {
        Task<ClientVpnEndpoint?> endpoint = api.FindEndpointAsync(endpointId, cancellationToken);
        Task<string?> present = api.FindRevocationListAsync(endpointId, cancellationToken);
        await Task.WhenAll(endpoint, present).ConfigureAwait(false);
        if (endpoint.Result is null)
        {
            throw new NetConnectException(
                ErrorIds.ClientVpnNotFound, ErrorKind.NotFound, $"There is no Client VPN endpoint {endpointId} in this account and Region.", endpointId);
        }
        List<PlanStep> steps = [];
        List<(string SerialNumber, DateTime At)> unknown = present.Result is { } pem ? Unknown(endpointId, pem) : [];
        if (unknown.Count > 0)
        {
            unlock();
            steps.Add(new PlanStep(
                $"Take over {unknown.Count} revocations from the list of {endpointId}",
                folder.Path,
                ct => folder.ChangeAsync(index => (index ?? folder.GetIndex()).TakeOver(unknown), ct)));
        }
        if (changes.Length > 0 || unknown.Count > 0 || !IsPresent(present.Result))
        {
            steps.Add(new PlanStep("Import the revocation list, which ends all sessions", endpointId, ct => ImportAsync(endpointId, ct), [.. steps])
            {
                AfterAny = changes,
            });
        }
        return steps;
    }

    private Task ImportAsync(string endpointId, CancellationToken cancellationToken) =>
        api.ImportRevocationListAsync(endpointId, folder.Files.ReadRevocationList()!, cancellationToken);

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
