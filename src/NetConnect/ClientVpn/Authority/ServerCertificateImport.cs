using System.Security;
using NetConnect.Planning;

namespace NetConnect.ClientVpns;

/// <summary>The server's certificate of an authority on its way into ACM, with the authority's own as its chain: found again, imported once, and renewed in its
/// place, so that its ARN and what uses it stay.</summary>
/// <remarks>ACM tells no fingerprint. A serial number is as good: no two certificates of an authority share one, and it is random. As the chain has the
/// authority's certificate, an endpoint can also know people by it; ACM takes a certificate with its key only, and the authority's key goes nowhere.
/// One object serves all endpoints of a command.</remarks>
internal sealed class ServerCertificateImport(ICertificateStore store, AuthorityFolder folder, SecureString? passphrase)
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Its ARN; null for as long as ACM does not have it.</summary>
    public string? Arn { get; private set; }

    private bool _isNewest;

    /// <summary>Looks for it, first where it is likely to be.</summary>
    /// <param name="likelyArns">The certificates of an endpoint that is there.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task FindAsync(IReadOnlyCollection<string> likelyArns, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Arn is null)
                Take(await LookAsync(likelyArns, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The step that is missing, or null where ACM has the newest certificate.</summary>
    /// <param name="tags">The tags of a new one.</param>
    /// <param name="context">What the step runs with.</param>
    /// <exception cref="NetConnectException">The passphrase is wrong, or the certificate has expired (<see cref="ErrorIds.CertificateUnfit"/>).</exception>
    public PlanStep? Plan(IReadOnlyDictionary<string, string> tags, OperationContext context)
    {
        AuthorityEntry server = folder.GetIndex().Server;
        if (!server.IsValid(folder.Now))
        {
            throw new NetConnectException(
                ErrorIds.CertificateUnfit,
                ErrorKind.Conflict,
                $"The certificate of {server.CommonName} in {folder.Path} expired on {server.NotAfter:u}. New-ClientVpnAuthority -Renew makes a new one.",
                folder.Path);
        }
        if (_isNewest)
            return null;
        // Read now, so that a wrong passphrase is known before anything is written.
        CertificateImport import = AuthoritySecrets.ReadServer(folder, passphrase) with { CertificateArn = Arn, Tags = tags };
        return Arn is null
            ? new PlanStep("Import the server's certificate into ACM", server.CommonName, ct => ImportAsync(import, context, ct))
            : new PlanStep("Import the server's new certificate into ACM in the place of the old one", Arn, ct => ImportAsync(import, context, ct));
    }

    private async Task ImportAsync(CertificateImport import, OperationContext context, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Another endpoint of the same command may have been there first.
            if (_isNewest)
                return;
            Arn = await context.CreateOnceAsync(
                ct => store.ImportCertificateAsync(import, ct),
                async ct => (await LookAsync([], ct).ConfigureAwait(false))?.CertificateArn,
                existsErrorId: "",
                cancellationToken).ConfigureAwait(false);
            _isNewest = true;
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Take(StoredCertificate? found)
    {
        Arn = found?.CertificateArn;
        _isNewest = found is not null && found.SerialNumber == folder.GetIndex().Server.SerialNumber;
    }

    private async Task<StoredCertificate?> LookAsync(IReadOnlyCollection<string> likelyArns, CancellationToken cancellationToken)
    {
        List<AuthorityEntry> servers = [.. folder.GetIndex().Entries.Where(entry => entry.Role == CertificateRole.Server)];
        if (Newest(servers, await DescribeAsync(likelyArns, cancellationToken).ConfigureAwait(false)) is { } likely)
            return likely;
        // A list tells the name and the time, which leave few to be asked for their serial numbers.
        IEnumerable<string> candidates = (await store.ListCertificatesAsync(cancellationToken).ConfigureAwait(false))
            .Where(certificate => servers.Exists(server => IsLike(certificate, server)))
            .Select(certificate => certificate.CertificateArn);
        return Newest(servers, await DescribeAsync([.. candidates], cancellationToken).ConfigureAwait(false));
    }

    private Task<StoredCertificate?[]> DescribeAsync(IReadOnlyCollection<string> arns, CancellationToken cancellationToken) =>
        Task.WhenAll(arns.Distinct().Select(arn => store.FindCertificateAsync(arn, cancellationToken)));

    private static StoredCertificate? Newest(List<AuthorityEntry> servers, StoredCertificate?[] found) => found
        .OfType<StoredCertificate>()
        .Select(certificate => (Certificate: certificate, Age: servers.FindIndex(server => server.SerialNumber == certificate.SerialNumber)))
        .Where(one => one.Age >= 0)
        .OrderByDescending(one => one.Age)
        .Select(one => one.Certificate)
        .FirstOrDefault();

    private static bool IsLike(StoredCertificate certificate, AuthorityEntry server) =>
        string.Equals(certificate.DomainName, server.CommonName, StringComparison.OrdinalIgnoreCase)
        && (certificate.NotAfter is not { } notAfter || Math.Abs((notAfter - server.NotAfter).TotalSeconds) < 1);
}
