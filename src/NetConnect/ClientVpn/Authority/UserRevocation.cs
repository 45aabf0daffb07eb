using System.Security;
using NetConnect.Planning;

namespace NetConnect.ClientVpns;

/// <summary>Revokes people's certificates, and gives endpoints the list that says so: one list however many people, because each import ends every session.</summary>
internal sealed class UserRevocation(AuthorityFolder folder, SecureString? passphrase)
{
    /// <summary>The certificates of a person, old ones included.</summary>
    /// <exception cref="NetConnectException">There is none (<see cref="ErrorIds.ClientVpnUserNotFound"/>).</exception>
    public static IReadOnlyList<AuthorityEntry> Find(AuthorityFolder folder, string name)
    {
        List<AuthorityEntry> entries = [.. folder.GetIndex().Clients.Where(entry => AuthorityIndex.IsNamed(entry, name))];
        return entries.Count > 0 ? entries : throw AuthorityReading.UserNotFound(folder, name);
    }

    /// <summary>Plans the revocation of everything valid that people have.</summary>
    /// <param name="names">The people; each has a certificate.</param>
    /// <param name="import">Gives the list to endpoints; null leaves them alone.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<Plan<IReadOnlyList<ClientVpnUser>>> PlanAsync(
        IReadOnlyList<string> names, RevocationListImport? import, CancellationToken cancellationToken)
    {
        List<(string Name, PlanStep? Step, int Count)> people = [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(Revocation)];
        List<PlanStep> steps = [.. people.Select(person => person.Step).OfType<PlanStep>()];
        AuthorityIndex index = folder.GetIndex();
        if (steps.Count == 0 && !folder.HasList(index))
            steps.Add(new PlanStep("Make the revocation list", folder.Path, ct => folder.ChangeAsync(null, ct)));
        if (steps.Count > 0)
            folder.Unlock(index, passphrase);
        if (import is not null)
            steps.AddRange(await import.StepsAsync(steps, people.Sum(person => person.Count), () => folder.Unlock(index, passphrase), cancellationToken).ConfigureAwait(false));
        return new Plan<IReadOnlyList<ClientVpnUser>>(steps, _ => Task.FromResult<IReadOnlyList<ClientVpnUser>?>(
            people.Where(person => person.Step?.IsDeclined != true).Select(person => AuthorityReading.ToModel(folder, Newest(person.Name))).ToArray()));
    }

    private AuthorityEntry Newest(string name)
    {
        IReadOnlyList<AuthorityEntry> entries = Find(folder, name);
        return entries[entries.Count - 1];
    }

    private (string Name, PlanStep? Step, int Count) Revocation(string name)
    {
        List<string> valid = [.. Find(folder, name).Where(entry => entry.IsValid(folder.Now)).Select(entry => entry.SerialNumber)];
        PlanStep? step = valid.Count == 0 ? null : new PlanStep(
            valid.Count == 1 ? "Revoke the certificate" : $"Revoke {valid.Count} certificates",
            name,
            ct => folder.ChangeAsync(index => (index ?? folder.GetIndex()).Revoke(valid, folder.Now), ct));
        return (name, step, valid.Count);
    }
}
