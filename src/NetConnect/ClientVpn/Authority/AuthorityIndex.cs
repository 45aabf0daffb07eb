using System.Globalization;
using System.Text;

namespace NetConnect.ClientVpns;

/// <summary>The index of an authority: every certificate that it has signed, and what was revoked. What it says is true, whatever the other files say.</summary>
/// <remarks>about_NetConnect_ClientVpn describes the file for people.</remarks>
internal sealed record AuthorityIndex
{
    private const string FirstLine = "NetConnect Client VPN authority, format 1";
    private const string LastLine = "end";

    // Of a certificate that only a revocation list knew.
    private const string UnknownName = "(unknown)";

    /// <summary>The common name of the authority's certificate.</summary>
    public required string Name { get; init; }

    /// <summary>The DNS name of the server's certificate.</summary>
    public required string ServerName { get; init; }

    /// <summary>For how many days a revocation list is valid.</summary>
    public required int RevocationListDays { get; init; }

    /// <summary>The number of the revocation list that belongs to this index. A list with a lower one lacks something.</summary>
    public long RevocationListNumber { get; init; }

    /// <summary>The certificates in the order in which they were signed.</summary>
    public IReadOnlyList<AuthorityEntry> Entries { get; init; } = [];

    /// <summary>The authority's own certificate.</summary>
    public AuthorityEntry Authority => Entries.Last(entry => entry.Role == CertificateRole.Authority);

    /// <summary>The server's present certificate.</summary>
    public AuthorityEntry Server => Entries.Last(entry => entry.Role == CertificateRole.Server);

    /// <summary>What is revoked, whoever it was.</summary>
    public IEnumerable<AuthorityEntry> Revoked => Entries.Where(entry => entry.RevokedAt is not null);

    /// <summary>The certificates of people.</summary>
    public IEnumerable<AuthorityEntry> Clients => Entries.Where(entry => entry.Role == CertificateRole.Client);

    /// <summary>The newest certificate of a person that still opens doors, or null.</summary>
    public AuthorityEntry? FindValid(string name, DateTime at) => Clients.LastOrDefault(entry => IsNamed(entry, name) && entry.IsValid(at));

    /// <summary>Whether a certificate is that person's. Anna and anna are one person.</summary>
    public static bool IsNamed(AuthorityEntry entry, string name) => string.Equals(entry.CommonName, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same with another certificate.</summary>
    public AuthorityIndex With(AuthorityEntry entry) => this with { Entries = [.. Entries, entry] };

    /// <summary>The same with certificates revoked; a new list belongs to it then.</summary>
    public AuthorityIndex Revoke(IReadOnlyCollection<string> serialNumbers, DateTime at) => Revoke(serialNumber => serialNumbers.Contains(serialNumber) ? at : null);

    // What is revoked already keeps its time.
    private AuthorityIndex Revoke(Func<string, DateTime?> findTime)
    {
        bool isChanged = false;
        List<AuthorityEntry> entries = [.. Entries.Select(entry =>
        {
            if (entry.RevokedAt is not null || findTime(entry.SerialNumber) is not { } at)
                return entry;
            isChanged = true;
            return entry with { RevokedAt = at };
        })];
        return isChanged ? this with { Entries = entries, RevocationListNumber = RevocationListNumber + 1 } : this;
    }

    /// <summary>The same with what a list of this authority has revoked and the index does not know: the folder may be an older copy, and nobody who was
    /// revoked comes back by that.</summary>
    public AuthorityIndex TakeOver(IReadOnlyList<(string SerialNumber, DateTime At)> revoked)
    {
        Dictionary<string, DateTime> at = revoked.GroupBy(one => one.SerialNumber).ToDictionary(one => one.Key, one => one.First().At);
        var known = new HashSet<string>(Entries.Select(entry => entry.SerialNumber));
        List<AuthorityEntry> unknown = [.. at.Where(one => !known.Contains(one.Key)).Select(one => new AuthorityEntry
        {
            Role = CertificateRole.Client, SerialNumber = one.Key, NotBefore = one.Value, NotAfter = one.Value, Fingerprint = "", CommonName = UnknownName,
        })];
        return (this with { Entries = [.. Entries, .. unknown] }).Revoke(serialNumber => at.TryGetValue(serialNumber, out DateTime time) ? time : null);
    }

    public string ToText()
    {
        var text = new StringBuilder(FirstLine).Append('\n');
        foreach ((string name, object value) in new (string, object)[]
        {
            ("name", Name), ("server-name", ServerName), ("revocation-list-days", RevocationListDays),
            ("revocation-list-number", RevocationListNumber),
        })
        {
            text.Append(name).Append('\t').Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append('\n');
        }
        foreach (AuthorityEntry entry in Entries)
            text.Append(entry.ToLine()).Append('\n');
        return text.Append(LastLine).Append('\n').ToString();
    }

    /// <exception cref="FormatException">It is no whole index.</exception>
    public static AuthorityIndex Parse(string text)
    {
        string[] lines = text.Split('\n');
        // The last line tells a whole file from what a full disk or an interrupted copy left of it.
        if (lines.Length < 7 || lines[0] != FirstLine || lines[lines.Length - 2] != LastLine)
            throw new FormatException("it is not whole, or not of this format");
        var index = new AuthorityIndex
        {
            Name = Value(lines[1], "name"),
            ServerName = Value(lines[2], "server-name"),
            RevocationListDays = (int)Number(Value(lines[3], "revocation-list-days")),
            RevocationListNumber = Number(Value(lines[4], "revocation-list-number")),
            Entries = [.. lines.Skip(5).Take(lines.Length - 7).Select(AuthorityEntry.Parse)],
        };
        return index.Entries.Any(entry => entry.Role == CertificateRole.Authority) && index.Entries.Any(entry => entry.Role == CertificateRole.Server)
            ? index
            : throw new FormatException("it has no authority or no server");
    }

    private static string Value(string line, string name) =>
        line.StartsWith(name + '\t', StringComparison.Ordinal) ? line.Substring(name.Length + 1) : throw new FormatException($"its line of {name} is missing");

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
