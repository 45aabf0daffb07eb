namespace NetConnect.ClientVpns;

/// <summary>What a revocation list says.</summary>
/// <param name="Issuer">Who signed it, by its distinguished name.</param>
/// <param name="Number">Its number; 0 where it has none.</param>
/// <param name="ThisUpdate">From when it is valid (UTC).</param>
/// <param name="NextUpdate">Until when it is valid (UTC).</param>
/// <param name="Revoked">The serial numbers that are revoked, as hexadecimal digits in lower case, each with the time (UTC).</param>
internal sealed record RevocationListFacts(
    string Issuer, long Number, DateTime ThisUpdate, DateTime NextUpdate, IReadOnlyList<(string SerialNumber, DateTime At)> Revoked);
