using System.Globalization;
using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.Protocol;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>The keys that both ends of a tunnel know (Site-to-Site VPN User Guide, "Tunnel options").</summary>
internal static class PreSharedKeys
{
    /// <summary>What EC2 shows in place of a key that is kept in Secrets Manager.</summary>
    public const string Redacted = "REDACTED";

    private const int Length = 32;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    // The key is not repeated in the message: that is what EC2 does, too.
    public static string Check(string key) =>
        key.Length is >= 8 and <= 64 && key[0] != '0' && key.All(c => Alphabet.Contains(c) || c is '.' or '_')
            ? key
            : throw new ApiException("InvalidParameterValue", "Value for parameter PreSharedKey is invalid.");

    /// <summary>A key of its own; like ids, the same one for the same script against the same seed.</summary>
    public static string Generate(SandboxWorld world)
    {
        string seed = "psk/" + world.NextSequence().ToString(CultureInfo.InvariantCulture);
        string digits = Digest.Hex(seed);
        char[] key = Enumerable.Range(0, Length).Select(i => Alphabet[Convert.ToInt32(digits.Substring(i * 2, 2), 16) % Alphabet.Length])
            .ToArray();
        if (key[0] == '0') key[0] = 'a';
        return new string(key);
    }
}
