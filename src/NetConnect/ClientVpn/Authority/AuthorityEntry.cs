using System.Globalization;

namespace NetConnect.ClientVpns;

/// <summary>A certificate in the index of an authority: one line.</summary>
internal sealed record AuthorityEntry
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string Never = "-";
    private const char Separator = '\t';

    public required CertificateRole Role { get; init; }

    /// <summary>32 hexadecimal digits in lower case; the certificate's and the key's files are named after it.</summary>
    public required string SerialNumber { get; init; }

    public required DateTime NotBefore { get; init; }

    public required DateTime NotAfter { get; init; }

    public DateTime? RevokedAt { get; init; }

    /// <summary>The SHA-256 of the certificate as hexadecimal digits in lower case.</summary>
    public required string Fingerprint { get; init; }

    public required string CommonName { get; init; }

    /// <summary>Whether it opens doors at that time.</summary>
    public bool IsValid(DateTime at) => RevokedAt is null && at < NotAfter;

    /// <summary>The entry of a certificate that was read.</summary>
    public static AuthorityEntry Of(CertificateFacts facts) => new()
    {
        Role = facts.Role,
        SerialNumber = facts.SerialNumber,
        NotBefore = facts.NotBefore,
        NotAfter = facts.NotAfter,
        Fingerprint = facts.Fingerprint,
        CommonName = facts.CommonName,
    };

    public string ToLine() => string.Join(
        $"{Separator}",
        Role.ToString().ToLowerInvariant(), SerialNumber, Text(NotBefore), Text(NotAfter), RevokedAt is { } at ? Text(at) : Never, Fingerprint, CommonName);

    /// <exception cref="FormatException">It is no such line.</exception>
    public static AuthorityEntry Parse(string line)
    {
        string[] fields = line.Split([Separator], 7);
        if (fields.Length != 7 || !Enum.TryParse(fields[0], ignoreCase: true, out CertificateRole role))
            throw new FormatException($"'{line}' is no certificate.");
        return new AuthorityEntry
        {
            Role = role,
            SerialNumber = fields[1],
            NotBefore = Time(fields[2]),
            NotAfter = Time(fields[3]),
            RevokedAt = fields[4] == Never ? null : Time(fields[4]),
            Fingerprint = fields[5],
            CommonName = fields[6],
        };
    }

    private static string Text(DateTime time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static DateTime Time(string text) => DateTime.ParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
