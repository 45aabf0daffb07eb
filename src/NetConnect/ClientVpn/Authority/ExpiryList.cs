namespace NetConnect.ClientVpns;

/// <summary>Everything of an authority that expires.</summary>
internal static class ExpiryList
{
    private const string Authority = nameof(CertificateRole.Authority);
    private const string Server = nameof(CertificateRole.Server);
    private const string RevocationList = nameof(RevocationList);
    /// <summary>The kind of a person's certificate.</summary>
    internal const string User = nameof(User);


    /// <summary>What expires, first what expires first.</summary>
    /// <param name="folder">The authority.</param>
    /// <param name="warningDays">With how many days left something is a warning.</param>
    public static IReadOnlyList<ClientVpnExpiry> Read(AuthorityFolder folder, int warningDays)
    {
        AuthorityIndex index = folder.GetIndex();
        List<ClientVpnExpiry> all =
        [
            Of(Authority, index.Name, index.Authority.NotAfter, "Then nobody can connect any more: make a new authority, and new certificates for everybody, before."),
            Of(Server, index.ServerName, index.Server.NotAfter, "Then no client trusts the endpoint any more: New-ClientVpnAuthority -Renew makes a new one, and New-ClientVpn -AuthorityPath imports it."),
            List(),
            .. AuthorityReading.Current(index, folder.Now).Where(entry => entry.RevokedAt is null)
                .Select(entry => Of(User, entry.CommonName, entry.NotAfter, $"Then {entry.CommonName} cannot connect any more: New-ClientVpnUser -Renew makes a new certificate.")),
        ];
        return [.. all.OrderBy(one => one.NotAfter)];

        ClientVpnExpiry List()
        {
            const string Remedy = "Then the endpoint refuses everybody: Update-ClientVpnRevocationList makes a new list and imports it.";
            if (folder.FindRevocationList() is not { } list)
                return Of(RevocationList, index.Name, folder.Now, "There is none: Update-ClientVpnRevocationList makes it.") with { Severity = VpnFindingSeverity.Error };
            ClientVpnExpiry expiry = Of(RevocationList, index.Name, list.NextUpdate, Remedy);
            return folder.HasList(index) ? expiry : expiry with
            {
                Severity = VpnFindingSeverity.Error,
                Consequence = "It lacks somebody who was revoked, because a command was ended before it was written: Update-ClientVpnRevocationList makes it anew and imports it.",
            };
        }

        ClientVpnExpiry Of(string kind, string name, DateTime notAfter, string consequence)
        {
            int days = (int)Math.Floor((notAfter - folder.Now).TotalDays);
            return new ClientVpnExpiry
            {
                Kind = kind,
                Name = name,
                NotAfter = notAfter,
                DaysLeft = days,
                Severity = notAfter <= folder.Now ? VpnFindingSeverity.Error : days < warningDays ? VpnFindingSeverity.Warning : VpnFindingSeverity.Information,
                Consequence = consequence,
                AuthorityPath = folder.Path,
            };
        }
    }
}
