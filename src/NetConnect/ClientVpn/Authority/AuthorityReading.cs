namespace NetConnect.ClientVpns;

/// <summary>What an authority tells, without a key.</summary>
internal static class AuthorityReading
{
    public static ClientVpnAuthority ToModel(AuthorityFolder folder, AuthorityIndex index) => new()
    {
        Path = folder.Path,
        Name = index.Name,
        ServerName = index.ServerName,
        KeysAreEncrypted = folder.HasEncryptedKeys(index),
        NotAfter = index.Authority.NotAfter,
        ServerNotAfter = index.Server.NotAfter,
        ServerSerialNumber = index.Server.SerialNumber,
        ServerFingerprint = index.Server.Fingerprint,
        ServerCertificatePem = folder.GetCertificate(index.Server),
        ChainPem = folder.GetCertificate(index.Authority),
        RevocationListNextUpdate = folder.FindRevocationList()?.NextUpdate,
        UserCount = index.Clients.Where(entry => entry.IsValid(folder.Now)).Select(entry => entry.CommonName).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
    };

    public static ClientVpnUser ToModel(AuthorityFolder folder, AuthorityEntry entry) => new()
    {
        Name = entry.CommonName,
        Status = entry.RevokedAt is not null ? ClientVpnUserStatus.Revoked : entry.IsValid(folder.Now) ? ClientVpnUserStatus.Valid : ClientVpnUserStatus.Expired,
        SerialNumber = entry.SerialNumber,
        Fingerprint = entry.Fingerprint,
        NotBefore = entry.NotBefore,
        NotAfter = entry.NotAfter,
        RevokedAt = entry.RevokedAt,
        AuthorityPath = folder.Path,
    };

    /// <exception cref="NetConnectException">Nothing that it signs would be accepted (<see cref="ErrorIds.AuthorityExpired"/>).</exception>
    public static void CheckNotExpired(AuthorityFolder folder, AuthorityIndex index)
    {
        if (index.Authority.NotAfter <= folder.Now)
        {
            throw new NetConnectException(
                ErrorIds.AuthorityExpired,
                ErrorKind.Conflict,
                $"The certificate of the authority {index.Name} expired on {index.Authority.NotAfter:u}. Make another authority in another folder.",
                folder.Path);
        }
    }

    /// <summary>The error of a person of whom the authority knows nothing.</summary>
    public static NetConnectException UserNotFound(AuthorityFolder folder, string name) => new(
        ErrorIds.ClientVpnUserNotFound, ErrorKind.NotFound, $"The authority in {folder.Path} has no certificate of {name}. Get-ClientVpnUser lists everybody.", name);

    /// <summary>One certificate for each person, in the order of names: the newest that is valid, else the newest.</summary>
    public static IReadOnlyList<AuthorityEntry> Current(AuthorityIndex index, DateTime at) =>
    [
        .. index.Clients
            .GroupBy(entry => entry.CommonName, StringComparer.OrdinalIgnoreCase)
            .Select(entries => entries.LastOrDefault(entry => entry.IsValid(at)) ?? entries.Last())
            .OrderBy(entry => entry.CommonName, StringComparer.OrdinalIgnoreCase),
    ];
}
