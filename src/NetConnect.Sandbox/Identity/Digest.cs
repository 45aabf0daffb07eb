using System.Security.Cryptography;
using System.Text;

namespace NetConnect.Sandbox.Identity;

/// <summary>
/// SHA-256 in the forms that signatures and made-up ids need (the static helpers of newer .NET are not in .NET Framework).
/// </summary>
internal static class Digest
{
    public static string Hex(byte[] data)
    {
        using SHA256 sha = SHA256.Create();
        return ToHex(sha.ComputeHash(data));
    }

    public static string Hex(string text) => Hex(Encoding.UTF8.GetBytes(text));

    public static string UpperHex(string text, int length) => Hex(text).Substring(0, length).ToUpperInvariant();

    public static byte[] Hmac(byte[] key, string text)
    {
        using var hmac = new HMACSHA256(key);
        return hmac.ComputeHash(Encoding.UTF8.GetBytes(text));
    }

    public static string ToHex(byte[] data)
    {
        var hex = new StringBuilder(data.Length * 2);
        foreach (byte b in data) hex.Append("0123456789abcdef"[b >> 4]).Append("0123456789abcdef"[b & 15]);
        return hex.ToString();
    }
}
