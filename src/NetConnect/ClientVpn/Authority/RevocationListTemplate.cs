namespace NetConnect.ClientVpns;

/// <summary>What a revocation list is to say.</summary>
/// <param name="Number">Its number, higher than that of the list before.</param>
/// <param name="ThisUpdate">From when it is valid (UTC).</param>
/// <param name="NextUpdate">Until when it is valid (UTC); a Client VPN endpoint refuses everybody afterwards.</param>
/// <param name="Revoked">The serial numbers that are revoked, each with the time (UTC).</param>
internal sealed record RevocationListTemplate(
    long Number, DateTime ThisUpdate, DateTime NextUpdate, IReadOnlyList<(string SerialNumber, DateTime At)> Revoked);
