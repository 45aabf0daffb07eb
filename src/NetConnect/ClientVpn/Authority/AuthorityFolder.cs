using System.Security;
using NetConnect.Waiting;

namespace NetConnect.ClientVpns;

/// <summary>An authority in its folder: what its index and its files say, its keys, and the way to change it.</summary>
internal sealed class AuthorityFolder : IDisposable
{
    /// <summary>Clocks of others may be behind.</summary>
    internal static readonly TimeSpan BackDating = TimeSpan.FromMinutes(5);

    private readonly object _sync = new();
    private readonly AuthorityChanges _changes;
    private CertificateSigner? _signer;
    private ((DateTime, long) Stamp, string Text, AuthorityIndex Index)? _known;

    public AuthorityFolder(string path, ICertificateIssuer issuer, IClock clock, Action<string>? beforeChange = null)
    {
        Files = new AuthorityFiles(path, clock, beforeChange);
        Issuer = issuer;
        Clock = clock;
        _changes = new AuthorityChanges(this);
    }

    public AuthorityFiles Files { get; }

    public ICertificateIssuer Issuer { get; }

    public IClock Clock { get; }

    public string Path => Files.Folder;

    /// <summary>The time in whole seconds, which is what certificates tell.</summary>
    public DateTime Now => new(Clock.UtcNow.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    /// <summary>The index, or null where the folder has none. It is read again only when its file is another one, so that thousands may ask.</summary>
    /// <exception cref="NetConnectException">It is not whole (<see cref="ErrorIds.AuthorityDamaged"/>).</exception>
    public AuthorityIndex? FindIndex()
    {
        (DateTime, long) stamp = Files.StampOfIndex();
        lock (_sync)
        {
            if (_known is { } known && known.Stamp == stamp)
                return known.Index;
        }
        return ReadIndex();
    }

    /// <summary>The index as its file says at this moment, for who is going to change it: two writes may bear the same time.</summary>
    /// <exception cref="NetConnectException">It is not whole (<see cref="ErrorIds.AuthorityDamaged"/>).</exception>
    public AuthorityIndex? ReadIndex()
    {
        // Before the text: what is written between the two is then read the next time.
        (DateTime, long) stamp = Files.StampOfIndex();
        if (Files.ReadIndex() is not { } text)
            return null;
        AuthorityIndex? index;
        lock (_sync)
            index = _known?.Text == text ? _known.Value.Index : null;
        try
        {
            return Know(stamp, text, index ?? AuthorityIndex.Parse(text));
        }
        catch (FormatException error)
        {
            throw Damaged($"its index cannot be used: {error.Message}", error);
        }
    }

    /// <summary>The index.</summary>
    /// <exception cref="NetConnectException">There is none (<see cref="ErrorIds.AuthorityNotFound"/>), or it is not whole.</exception>
    public AuthorityIndex GetIndex() => FindIndex() ?? throw new NetConnectException(
        ErrorIds.AuthorityNotFound, ErrorKind.NotFound, $"There is no authority in {Path}. New-ClientVpnAuthority makes one.", Path);

    /// <summary>The certificate of an entry, as PEM.</summary>
    public string GetCertificate(AuthorityEntry entry) =>
        Files.ReadCertificate(entry.SerialNumber) ?? throw Damaged($"the certificate {entry.SerialNumber} of {entry.CommonName} is missing");

    /// <summary>The key of an entry as PKCS#8 in DER; whoever asks clears it.</summary>
    /// <exception cref="NetConnectException">The passphrase is missing or wrong (<see cref="ErrorIds.PassphraseWrong"/>).</exception>
    public byte[] GetKey(AuthorityEntry entry, SecureString? passphrase)
    {
        string pem = Files.ReadKey(entry.SerialNumber) ?? throw Damaged($"the key of {entry.CommonName} ({entry.SerialNumber}) is missing");
        try
        {
            return Issuer.ReadKey(pem, passphrase) ?? throw new NetConnectException(
                ErrorIds.PassphraseWrong,
                ErrorKind.Denied,
                passphrase is null
                    ? $"The keys of the authority in {Path} are encrypted. Give their passphrase: -Passphrase (Read-Host -AsSecureString)."
                    : $"The passphrase is not that of the keys in {Path}.",
                Path);
        }
        catch (FormatException error)
        {
            throw Damaged($"the key of {entry.CommonName} ({entry.SerialNumber}) cannot be read", error);
        }
    }

    /// <summary>Whether keys are encrypted with a passphrase.</summary>
    public bool HasEncryptedKeys(AuthorityIndex index) => Files.ReadKey(index.Authority.SerialNumber) is { } pem && Pem.Has(Pem.EncryptedPrivateKey, pem);

    /// <summary>Opens the authority's key, which signs everything from here on.</summary>
    public CertificateSigner Unlock(AuthorityIndex index, SecureString? passphrase)
    {
        lock (_sync)
            return _signer ??= new CertificateSigner(GetCertificate(index.Authority), GetKey(index.Authority, passphrase));
    }

    /// <summary>Signs with the key of an authority that is just being made.</summary>
    public void Unlock(CertificateSigner signer)
    {
        lock (_sync)
            _signer = signer;
    }

    /// <summary>Changes the index. Changes that are wanted at the same time become one write.</summary>
    /// <param name="change">Gives the index as it should be, and may write files that it will name; null makes no change of its own, and still mends what a
    /// killed process left.</param>
    /// <param name="cancellationToken">Ends the wait for others; a write that has begun is ended.</param>
    public Task<AuthorityIndex> ChangeAsync(Func<AuthorityIndex?, AuthorityIndex>? change, CancellationToken cancellationToken) =>
        _changes.MakeAsync(change ?? (index => index ?? GetIndex()), cancellationToken);

    /// <summary>Writes the index.</summary>
    public void WriteIndex(AuthorityIndex index)
    {
        string text = index.ToText();
        Files.WriteIndex(text);
        Know(Files.StampOfIndex(), text, index);
    }

    /// <summary>Writes the list that belongs to the index, where it is not there and the authority's key is open.</summary>
    public void WriteListThatBelongsTo(AuthorityIndex index)
    {
        if (_signer is null || HasList(index))
            return;
        var template = new RevocationListTemplate(
            index.RevocationListNumber, Now - BackDating, Now.AddDays(index.RevocationListDays), [.. index.Revoked.Select(entry => (entry.SerialNumber, entry.RevokedAt!.Value))]);
        Files.WriteRevocationList(Issuer.IssueRevocationList(template, _signer));
    }

    public void Dispose()
    {
        lock (_sync)
        {
            _signer?.Clear();
            _signer = null;
        }
    }

    internal NetConnectException Damaged(string what, Exception? error = null) => new(
        ErrorIds.AuthorityDamaged, ErrorKind.File, $"The authority in {Path} is damaged: {what}. Restore the folder from a copy.", Path, error);

    private AuthorityIndex Know((DateTime, long) stamp, string text, AuthorityIndex index)
    {
        lock (_sync)
            _known = (stamp, text, index);
        return index;
    }

    /// <summary>Whether the list that belongs to the index is there.</summary>
    public bool HasList(AuthorityIndex index) => FindRevocationList() is { } list && list.Number >= index.RevocationListNumber;

    /// <summary>The revocation list, or null where there is none that can be read.</summary>
    public RevocationListFacts? FindRevocationList()
    {
        try
        {
            return Files.ReadRevocationList() is { } pem ? Issuer.ReadRevocationList(pem) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
