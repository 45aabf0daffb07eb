using System.Security;
using NetConnect.Planning;

namespace NetConnect.ClientVpns;

/// <summary>Makes a new revocation list while the old one is still valid.</summary>
internal sealed class RevocationListRenewal(AuthorityFolder folder, SecureString? passphrase)
{
    /// <summary>Plans a new list where the present one is in the second half of its time, lacks something, or is to be replaced in any case; and its import.</summary>
    public async Task<Plan<ClientVpnRevocationList>> PlanAsync(bool renew, RevocationListImport? import, CancellationToken cancellationToken)
    {
        AuthorityIndex index = folder.GetIndex();
        AuthorityReading.CheckNotExpired(folder, index);
        List<PlanStep> steps = [];
        if (renew || !folder.HasList(index) || folder.FindRevocationList()!.NextUpdate < folder.Now.AddDays(index.RevocationListDays / 2.0))
        {
            folder.Unlock(index, passphrase);
            steps.Add(new PlanStep(
                "Renew the revocation list",
                folder.Path,
                ct => folder.ChangeAsync(
                    present => present! with { RevocationListNumber = present.RevocationListNumber + 1 }, ct)));
        }
        if (import is not null)
            steps.AddRange(await import.StepsAsync(steps, added: 0, () => folder.Unlock(index, passphrase), cancellationToken).ConfigureAwait(false));
        return new Plan<ClientVpnRevocationList>(steps, _ => Task.FromResult(Result(import?.EndpointIds ?? [])));
    }

    private ClientVpnRevocationList? Result(IReadOnlyList<string> endpointIds) => folder.FindRevocationList() is not { } list ? null : new ClientVpnRevocationList
    {
        AuthorityPath = folder.Path,
        Number = list.Number,
        RevokedCount = list.Revoked.Count,
        ThisUpdate = list.ThisUpdate,
        NextUpdate = list.NextUpdate,
        ClientVpnEndpointId = endpointIds.ToArray(),
        Pem = folder.Files.ReadRevocationList()!,
    };
}
