using System.Security;

namespace NetConnect.ClientVpns;

/// <summary>The people of an authority, for a command that asks for many of them: they are put in order once, and again only when somebody has changed the index.</summary>
internal sealed class AuthorityPeople(AuthorityFolder folder)
{
    private readonly object _sync = new();
    private AuthorityIndex? _index;
    private Dictionary<string, AuthorityEntry> _entries = [];
    private bool _isPassphraseRight;

    /// <summary>The authority.</summary>
    public AuthorityFolder Folder => folder;

    /// <summary>A person's present certificate, which opens doors.</summary>
    /// <exception cref="NetConnectException">There is none (<see cref="ErrorIds.ClientVpnUserNotFound"/>), or it was revoked or has expired
    /// (<see cref="ErrorIds.ClientVpnUserNotValid"/>).</exception>
    public AuthorityEntry GetValid(string name)
    {
        if (!Refresh().TryGetValue(name, out AuthorityEntry? entry))
            throw AuthorityReading.UserNotFound(folder, name);
        if (entry.IsValid(folder.Now))
            return entry;
        string fault = entry.RevokedAt is { } at ? $"was revoked on {at:u}" : $"expired on {entry.NotAfter:u}";
        throw new NetConnectException(
            ErrorIds.ClientVpnUserNotValid, ErrorKind.Conflict, $"The certificate of {entry.CommonName} {fault}. New-ClientVpnUser makes a new one.", entry.CommonName);
    }

    /// <summary>Tries a passphrase at the first key, so that a wrong one is known before anything is written.</summary>
    /// <exception cref="NetConnectException">It is missing or wrong (<see cref="ErrorIds.PassphraseWrong"/>).</exception>
    public void CheckPassphrase(AuthorityEntry entry, SecureString? passphrase)
    {
        lock (_sync)
        {
            if (_isPassphraseRight)
                return;
            byte[] key = folder.GetKey(entry, passphrase);
            Array.Clear(key, 0, key.Length);
            _isPassphraseRight = true;
        }
    }

    /// <summary>Whether the authority's own certificate is among those of a text.</summary>
    public bool IsSignerAmong(string pem)
    {
        Refresh();
        byte[] own = Pem.Read(Pem.Certificate, folder.GetCertificate(_index!.Authority));
        return Pem.ReadAll(Pem.Certificate, pem).Any(own.SequenceEqual);
    }

    private Dictionary<string, AuthorityEntry> Refresh()
    {
        lock (_sync)
        {
            AuthorityIndex index = folder.GetIndex();
            if (!ReferenceEquals(index, _index))
            {
                _index = index;
                _entries = AuthorityReading.Current(index, folder.Now).ToDictionary(entry => entry.CommonName, StringComparer.OrdinalIgnoreCase);
            }
            return _entries;
        }
    }
}
