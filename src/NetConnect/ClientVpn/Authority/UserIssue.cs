using System.Security;
using NetConnect.Planning;

namespace NetConnect.ClientVpns;

/// <summary>Gives a person a certificate.</summary>
internal sealed class UserIssue(AuthorityFolder folder, SecureString? passphrase)
{
    /// <summary>Plans a certificate, unless the person has one that is valid.</summary>
    /// <param name="name">The person.</param>
    /// <param name="days">For how long it is valid.</param>
    /// <param name="renew">Whether there is to be a new one in any case. The old one stays valid until it is revoked.</param>
    public Plan<ClientVpnUser> Plan(string name, int days, bool renew)
    {
        CommonName.Check(name);
        AuthorityIndex index = folder.GetIndex();
        if (!renew && index.FindValid(name, folder.Now) is { } valid)
            return new Plan<ClientVpnUser>(AuthorityReading.ToModel(folder, valid));
        AuthorityReading.CheckNotExpired(folder, index);
        CertificateSigner signer = folder.Unlock(index, passphrase);
        SecureString? keyPassphrase = folder.HasEncryptedKeys(index) ? passphrase : null;
        AuthorityEntry? made = null;
        var step = new PlanStep("Issue a certificate", name, async cancellationToken =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var issue = new CertificateIssue(folder, signer, CertificateRole.Client, name, days, index.Authority.NotAfter);
            await folder.ChangeAsync(
                present =>
                {
                    AuthorityIndex now = present ?? folder.GetIndex();
                    // Another process, or one that was killed, may have been there first.
                    made = now.Entries.Count == index.Entries.Count || renew ? null : now.FindValid(name, folder.Now);
                    if (made is not null)
                        return now;
                    made = issue.Write(keyPassphrase);
                    return now.With(made);
                },
                cancellationToken).ConfigureAwait(false);
        });
        return new Plan<ClientVpnUser>([step], _ => Task.FromResult<ClientVpnUser?>(AuthorityReading.ToModel(folder, made!)));
    }
}
