using NetConnect.ClientVpns;

namespace NetConnect.ClientVpn;

/// <summary>What an examination asks of the authority in a folder.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Expiries">What expires.</param>
/// <param name="List">Its own revocation list, or null.</param>
/// <param name="Revoked">The people whom it has revoked, each with the serial number.</param>
internal sealed record ClientVpnAuthorityState(
    string Path,
    IReadOnlyList<ClientVpnExpiry> Expiries,
    RevocationListFacts? List,
    IReadOnlyList<(string SerialNumber, string CommonName)> Revoked)
{
    public static ClientVpnAuthorityState Read(AuthorityFolder folder, int warningDays)
    {
        AuthorityIndex index = folder.GetIndex();
        return new(
            folder.Path,
            ExpiryList.Read(folder, warningDays),
            folder.FindRevocationList(),
            [.. index.Revoked.Select(entry => (entry.SerialNumber, entry.CommonName))]);
    }
}
