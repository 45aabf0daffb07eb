using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;

namespace NetConnect.SiteToSite;

/// <summary>Pre-shared keys as AWS takes them: 8 to 64 letters, digits, periods and underscores, and no 0 at the beginning.</summary>
internal static class PreSharedKeys
{
    private const int LeastLength = 8;
    private const int MostLength = 64;

    // As long as the keys that AWS makes itself: 192 bits.
    private const int GeneratedLength = 32;

    // 64 characters, so that six random bits choose one and none is likelier than another.
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";

    /// <summary>Makes a key of 32 characters from the system's random number generator.</summary>
    public static SecureString Generate()
    {
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        byte[] bits = new byte[1];
        var key = new SecureString();
        while (key.Length < GeneratedLength)
        {
            random.GetBytes(bits);
            char next = Alphabet[bits[0] & 63];
            if (key.Length > 0 || next != '0') key.AppendChar(next);
        }
        key.MakeReadOnly();
        return key;
    }

    /// <summary>Refuses a key that AWS would not take.</summary>
    /// <exception cref="NetConnectException">It is refused (<see cref="ErrorIds.PreSharedKeyInvalid"/>). No message shows the key.</exception>
    public static void Check(SecureString key)
    {
        string? fault = Read(key) switch
        {
            { Length: < LeastLength or > MostLength } text => $"it has {text.Length} characters",
            ['0', ..] => "it begins with 0",
            string text when text.Any(c => Alphabet.IndexOf(c) < 0) => "it has another character",
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
