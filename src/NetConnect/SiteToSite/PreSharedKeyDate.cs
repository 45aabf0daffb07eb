namespace NetConnect.SiteToSite;

/// <summary>A generated key says itself when it was made. AWS does not tell the age of a key, and no tag or file of ours has to.</summary>
/// <remarks>The first six characters are the seconds since 1970, the last two a check sum of all before them, so that a key of other origin is not taken for
/// one of these: of random keys one in 4096 has the right sum, and of those one in 800,000 a time within the last day.</remarks>
internal static class PreSharedKeyDate
{
    /// <summary>What a key consists of: 64 characters, so that six random bits choose one and none is likelier than another.</summary>
    public const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";

    private const int DateLength = 6;
    private const int CheckLength = 2;
    private static readonly DateTime s_epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // No key can be older than this code.
    private static readonly DateTime s_first = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Writes a time over the ends of a key. It then begins with B for some decades, and never with 0, which AWS would not take.</summary>
    public static void Write(char[] key, DateTime madeAt)
    {
        long seconds = (madeAt - s_epoch).Ticks / TimeSpan.TicksPerSecond;
        for (int i = DateLength - 1; i >= 0; i--, seconds >>= 6)
            key[i] = Alphabet[(int)(seconds & 63)];
        CheckSum(new string(key, 0, key.Length - CheckLength)).CopyTo(0, key, key.Length - CheckLength, CheckLength);
    }

    /// <summary>The time (UTC) that a key says it was made; null where it says none.</summary>
    public static DateTime? Read(string key)
    {
        if (key.Length <= DateLength + CheckLength || !key.EndsWith(CheckSum(key.Substring(0, key.Length - CheckLength)), StringComparison.Ordinal))
            return null;
        long seconds = 0;
        foreach (char c in key.Substring(0, DateLength))
        {
            if (Alphabet.IndexOf(c) is not (>= 0 and int digit))
                return null;
            seconds = (seconds << 6) | (uint)digit;
        }
        DateTime madeAt = s_epoch.AddTicks(seconds * TimeSpan.TicksPerSecond);
        return madeAt >= s_first ? madeAt : null;
    }

    // FNV-1a: it need not withstand anybody, only tell apart.
    private static string CheckSum(string text)
    {
        uint sum = 2166136261;
        foreach (char c in text)
            sum = unchecked((sum ^ c) * 16777619);
        return new string([Alphabet[(int)(sum >> 26)], Alphabet[(int)(sum >> 20) & 63]]);
    }
}
