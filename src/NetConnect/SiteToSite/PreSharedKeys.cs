using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;

namespace NetConnect.SiteToSite;

/// <summary>Pre-shared keys as AWS takes them: 8 to 64 letters, digits, periods and underscores, and no 0 at the beginning.</summary>
internal static class PreSharedKeys
{
    private const int LeastLength = 8;
    private const int MostLength = 64;

    // As long as the keys that AWS makes itself.
    private const int GeneratedLength = 32;

    /// <summary>Makes a key of 32 characters: 144 bits from the system's random number generator, and between them when it was made (<see cref="PreSharedKeyDate"/>).</summary>
    /// <param name="madeAt">The time (UTC) that it says; null for the present.</param>
    public static SecureString Generate(DateTime? madeAt = null)
    {
        byte[] bits = new byte[GeneratedLength];
        char[] text = new char[GeneratedLength];
        var key = new SecureString();
        try
        {
            using (RandomNumberGenerator random = RandomNumberGenerator.Create())
                random.GetBytes(bits);
            for (int i = 0; i < text.Length; i++)
                text[i] = PreSharedKeyDate.Alphabet[bits[i] & 63];
            PreSharedKeyDate.Write(text, madeAt ?? DateTime.UtcNow);
            foreach (char c in text)
                key.AppendChar(c);
        }
        finally
        {
            Array.Clear(bits, 0, bits.Length);
            Array.Clear(text, 0, text.Length);
        }
        key.MakeReadOnly();
        return key;
    }

    /// <summary>When a key was generated here (UTC); null for one that came from AWS or from somebody else.</summary>
    public static DateTime? GeneratedAt(SecureString key) => key.Length == GeneratedLength ? PreSharedKeyDate.Read(Read(key)) : null;

    /// <summary>Whether two keys are the same.</summary>
    public static bool AreEqual(SecureString one, SecureString other) => one.Length == other.Length && Read(one) == Read(other);

    /// <summary>Refuses a key that AWS would not take.</summary>
    /// <exception cref="NetConnectException">It is refused (<see cref="ErrorIds.PreSharedKeyInvalid"/>). No message shows the key.</exception>
    public static void Check(SecureString key)
    {
        string? fault = Read(key) switch
        {
            { Length: < LeastLength or > MostLength } text => $"it has {text.Length} characters",
            ['0', ..] => "it begins with 0",
            string text when text.Any(c => PreSharedKeyDate.Alphabet.IndexOf(c) < 0) => "it has another character",
            _ => null,
        };
        if (fault is not null)
            throw new NetConnectException(
                ErrorIds.PreSharedKeyInvalid,
                ErrorKind.InvalidInput,
                $"AWS does not take this pre-shared key: {fault}. A key has {LeastLength} to {MostLength} letters, digits, periods and " +
                "underscores, and does not begin with 0. Leave it out to have one generated.",
                nameof(VpnTunnelOption.PreSharedKey));
    }

    /// <summary>The key as text, for a request or a device's configuration; never for messages.</summary>
    internal static string Read(SecureString key)
    {
        IntPtr copy = Marshal.SecureStringToGlobalAllocUnicode(key);
        try
        {
            return Marshal.PtrToStringUni(copy, key.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(copy);
        }
    }
}
