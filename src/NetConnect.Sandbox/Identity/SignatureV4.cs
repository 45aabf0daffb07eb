using System.Text;
using System.Text.RegularExpressions;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Identity;

/// <summary>Computes the signature that a request should carry (AWS IAM User Guide, "Create a signed AWS API request").</summary>
internal static class SignatureV4
{
    private static readonly Regex s_spaces = new(" +", RegexOptions.CultureInvariant);

    public static string Compute(HttpRequest request, SignedRequest signed, string secret)
    {
        string toSign = string.Join("\n", "AWS4-HMAC-SHA256", signed.Timestamp, signed.Scope, Digest.Hex(Canonical(request, signed)));
        byte[] key = Digest.Hmac(Encoding.UTF8.GetBytes("AWS4" + secret), signed.Date);
        foreach (string part in new[] { signed.Region, signed.Service, signed.Terminator }) key = Digest.Hmac(key, part);
        return Digest.ToHex(Digest.Hmac(key, toSign));
    }

    /// <summary>Compares without telling by its time how many characters agree.</summary>
    public static bool AreEqual(string expected, string actual)
    {
        int difference = expected.Length ^ actual.Length;
        for (int i = 0; i < Math.Min(expected.Length, actual.Length); i++) difference |= expected[i] ^ actual[i];
        return difference == 0;
    }

    private static string Canonical(HttpRequest request, SignedRequest signed)
    {
        IEnumerable<string> query = request.QueryPairs.Where(pair => pair.Key != "X-Amz-Signature")
            .Select(pair => (Key: Encode(pair.Key), Value: Encode(pair.Value)))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={pair.Value}");
        IEnumerable<string> headers = signed.SignedHeaders
            .Select(name => $"{name}:{s_spaces.Replace(request.Header(name)?.Trim() ?? "", " ")}\n");
        string payload = request.Header("X-Amz-Content-Sha256") is "UNSIGNED-PAYLOAD" ? "UNSIGNED-PAYLOAD" : Digest.Hex(request.Body);
        return string.Join("\n", request.Method, request.Path, string.Join("&", query), string.Concat(headers),
            string.Join(";", signed.SignedHeaders), payload);
    }

    // RFC 3986: everything but the unreserved characters is escaped; .NET's own method does just that.
    private static string Encode(string text) => Uri.EscapeDataString(text);
}
