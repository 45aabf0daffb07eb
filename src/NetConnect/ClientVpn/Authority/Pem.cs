using System.Text;

namespace NetConnect.ClientVpns;

/// <summary>The textual encoding of certificates, lists and keys (RFC 7468).</summary>
internal static class Pem
{
    public const string Certificate = "CERTIFICATE";
    public const string RevocationList = "X509 CRL";
    public const string PrivateKey = "PRIVATE KEY";
    public const string EncryptedPrivateKey = "ENCRYPTED PRIVATE KEY";

    private const int LineLength = 64;

    /// <summary>Writes bytes under a label, with a line feed at the end of each line.</summary>
    public static string Write(string label, byte[] bytes)
    {
        string base64 = Convert.ToBase64String(bytes);
        var text = new StringBuilder(base64.Length + 128).Append("-----BEGIN ").Append(label).Append("-----\n");
        for (int i = 0; i < base64.Length; i += LineLength)
            text.Append(base64, i, Math.Min(LineLength, base64.Length - i)).Append('\n');
        return text.Append("-----END ").Append(label).Append("-----\n").ToString();
    }

    /// <summary>Whether a text has something under a label.</summary>
    public static bool Has(string label, string text) => text.Contains(Begin(label));

    /// <summary>Reads the first bytes under a label.</summary>
    /// <exception cref="FormatException">There are none.</exception>
    public static byte[] Read(string label, string text) => Find(label, text, 0)?.Bytes ?? throw new FormatException($"There is no {label} in it.");

    /// <summary>Reads everything under a label.</summary>
    /// <exception cref="FormatException">Something under it is no base64.</exception>
    public static IEnumerable<byte[]> ReadAll(string label, string text)
    {
        for ((byte[] Bytes, int End)? found = Find(label, text, 0); found is { } one; found = Find(label, text, one.End))
            yield return one.Bytes;
    }

    private static (byte[] Bytes, int End)? Find(string label, string text, int start)
    {
        int begin = text.IndexOf(Begin(label), start, StringComparison.Ordinal);
        int end = begin < 0 ? -1 : text.IndexOf($"-----END {label}-----", begin, StringComparison.Ordinal);
        if (end < 0)
            return null;
        begin += Begin(label).Length;
        return (Convert.FromBase64String(text.Substring(begin, end - begin)), end);
    }

    private static string Begin(string label) => $"-----BEGIN {label}-----";
}
