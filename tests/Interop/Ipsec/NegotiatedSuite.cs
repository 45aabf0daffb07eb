using System.Text.RegularExpressions;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>The algorithms of one phase, in AWS's words.</summary>
/// <param name="Cipher">The cipher.</param>
/// <param name="Integrity">The integrity algorithm, or in phase 1 with GCM the pseudo-random function; null for phase 2 with GCM.</param>
/// <param name="Group">The Diffie-Hellman group; null where the keys come from phase 1.</param>
internal sealed partial record NegotiatedSuite(string Cipher, string? Integrity, int? Group)
{
    private static readonly Dictionary<string, int> s_groups = new()
    {
        ["MODP_1024"] = 2,
        ["MODP_1536"] = 5,
        ["MODP_2048"] = 14,
        ["MODP_3072"] = 15,
        ["MODP_4096"] = 16,
        ["MODP_6144"] = 17,
        ["MODP_8192"] = 18,
        ["ECP_256"] = 19,
        ["ECP_384"] = 20,
        ["ECP_521"] = 21,
        ["MODP_1024_160"] = 22,
        ["MODP_2048_224"] = 23,
        ["MODP_2048_256"] = 24,
    };

    public static NegotiatedSuite Read(string text)
    {
        string bits = Value(text, "encr-keysize") ?? "";
        string? hash = Value(text, "integ-alg") ?? Value(text, "prf-alg");
        return new(
            Value(text, "encr-alg") is "AES_GCM_16" ? $"AES{bits}-GCM-16" : $"AES{bits}",
            hash is null ? null : Hash().Match(hash) is { Success: true, Groups: var parts } ? Name(parts) : hash,
            Value(text, "dh-group") is { } dhGroup ? s_groups[dhGroup] : null);
    }

    private static string Name(GroupCollection parts) => parts[1].Value == "1" ? "SHA1" : $"SHA2-{parts[2].Value}";

    private static string? Value(string text, string name) =>
        Regex.Match(text, $@"(?<= ){name}=(\S+)") is { Success: true, Groups: var parts } ? parts[1].Value : null;

    [GeneratedRegex(@"HMAC_SHA([12])_?(\d+)")]
    private static partial Regex Hash();
}
