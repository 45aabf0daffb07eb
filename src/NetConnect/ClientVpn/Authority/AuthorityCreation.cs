using System.Text.RegularExpressions;
using NetConnect.Planning;

namespace NetConnect.ClientVpns;

/// <summary>Makes an authority: its own certificate, the server's, and an empty revocation list.</summary>
internal sealed class AuthorityCreation(AuthorityFolder folder)
{
    private static readonly Regex s_domainName = new(@"^(?=.{1,64}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$", RegexOptions.IgnoreCase);

    /// <summary>Plans what is missing.</summary>
    /// <exception cref="NetConnectException">A name cannot be in a certificate (<see cref="ErrorIds.InvalidParameter"/>), or the folder has an authority with other
    /// names (<see cref="ErrorIds.AuthorityMismatch"/>).</exception>
    public Plan<ClientVpnAuthority> Plan(AuthorityRequest request)
    {
        CommonName.Check(request.Name);
        if (!s_domainName.IsMatch(request.ServerName))
        {
            throw new NetConnectException(
                ErrorIds.InvalidParameter,
                ErrorKind.InvalidInput,
                $"'{request.ServerName}' is no domain name of at most 64 characters with a dot in it. An endpoint takes no certificate without one; it need not exist in DNS.",
                request.ServerName);
        }
        AuthorityIndex? index = folder.FindIndex();
        List<PlanStep> steps = [];
        if (index is null)
        {
            steps.Add(new PlanStep($"Create the authority {request.Name} with a certificate for {request.ServerName}", folder.Path, ct => CreateAsync(request, ct)));
        }
        else
        {
            if (index.Name != request.Name || !string.Equals(index.ServerName, request.ServerName, StringComparison.OrdinalIgnoreCase))
            {
                throw new NetConnectException(
                    ErrorIds.AuthorityMismatch,
                    ErrorKind.Conflict,
                    $"{folder.Path} has the authority {index.Name} with the server {index.ServerName}. Choose another folder, or give these names.",
                    folder.Path);
            }
            if (request.Passphrase is not null && !folder.HasEncryptedKeys(index))
            {
                throw new NetConnectException(
                    ErrorIds.AuthorityMismatch, ErrorKind.Conflict, $"The keys of the authority in {folder.Path} are not encrypted. Leave -Passphrase out.", folder.Path);
            }
            AuthorityReading.CheckNotExpired(folder, index);
            folder.Unlock(index, request.Passphrase);
            if (request.Renew || !index.Server.IsValid(folder.Now))
                steps.Add(new PlanStep($"Make a new certificate for {index.ServerName}", folder.Path, ct => RenewServerAsync(request, ct)));
            else if (!folder.HasList(index))
                steps.Add(new PlanStep("Make the revocation list", folder.Path, ct => folder.ChangeAsync(null, ct)));
        }
        return new Plan<ClientVpnAuthority>(steps, _ => Task.FromResult<ClientVpnAuthority?>(AuthorityReading.ToModel(folder, folder.GetIndex())));
    }

    private async Task CreateAsync(AuthorityRequest request, CancellationToken cancellationToken)
    {
        byte[] key = folder.Issuer.CreateKey();
        CertificateTemplate template = CertificateIssue.Template(folder.Now, CertificateRole.Authority, request.Name, request.ValidityDays);
        string certificate = folder.Issuer.IssueCertificate(template, key, signer: null);
        var signer = new CertificateSigner(certificate, key);
        await folder.ChangeAsync(
            index =>
            {
                if (index is not null)
                {
                    throw new NetConnectException(
                        ErrorIds.AuthorityMismatch, ErrorKind.Conflict, $"Another process has just made an authority in {folder.Path}. Run the command again.", folder.Path);
                }
                folder.Unlock(signer);
                AuthorityEntry authority = AuthorityEntry.Of(folder.Issuer.ReadCertificate(certificate));
                folder.Files.WriteIssued(authority.SerialNumber, folder.Issuer.WriteKey(key, request.Passphrase), certificate);
                AuthorityEntry server = new CertificateIssue(folder, signer, CertificateRole.Server, request.ServerName, request.ServerValidityDays, authority.NotAfter)
                    .Write(request.Passphrase);
                return new AuthorityIndex
                {
                    Name = request.Name,
                    ServerName = request.ServerName,
                    RevocationListDays = request.RevocationListDays,
                    RevocationListNumber = 1,
                    Entries = [authority, server],
                };
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task RenewServerAsync(AuthorityRequest request, CancellationToken cancellationToken)
    {
        AuthorityIndex known = folder.GetIndex();
        var issue = new CertificateIssue(
            folder, folder.Unlock(known, request.Passphrase), CertificateRole.Server, known.ServerName, request.ServerValidityDays, known.Authority.NotAfter);
        await folder.ChangeAsync(index => (index ?? folder.GetIndex()).With(issue.Write(request.Passphrase)), cancellationToken).ConfigureAwait(false);
    }
}
