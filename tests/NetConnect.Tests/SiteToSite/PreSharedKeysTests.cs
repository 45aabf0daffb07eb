using System.Globalization;
using System.Net;
using System.Security;
using NetConnect.SiteToSite;

namespace NetConnect.Tests.SiteToSite;

public sealed class PreSharedKeysTests
{
    [Fact]
    public void Generated_keys_pass_and_differ()
    {
        List<string> keys = [];
        for (int i = 0; i < 500; i++)
        {
            SecureString key = PreSharedKeys.Generate();
            PreSharedKeys.Check(key);
            keys.Add(Text(key));
        }

        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Equal(32, key.Length));
        // 16,000 characters: that one of 64 is missing has a chance of 1 in 10^108.
        Assert.Equal(64, keys.SelectMany(key => key).Distinct().Count());
    }

    [Theory]
    [InlineData("2026-01-01T00:00:00Z")]
    [InlineData("2026-11-26T12:34:56Z")]
    [InlineData("2099-12-31T23:59:59Z")]
    public void A_generated_key_says_when_it_was_made(string text)
    {
        DateTime madeAt = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        SecureString key = PreSharedKeys.Generate(madeAt);
        PreSharedKeys.Check(key);
        Assert.Equal(madeAt, PreSharedKeys.GeneratedAt(key));
    }

    [Theory]
    [InlineData("short.key")]
    [InlineData("abcdefghijklmnopqrstuvwxyz012345")]
    [InlineData("BpyabcAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_key_of_other_origin_says_nothing(string key) => Assert.Null(PreSharedKeys.GeneratedAt(Secure(key)));

    [Theory]
    [InlineData("abcdefgh")]
    [InlineData("A.b_C9.0")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public void A_key_of_the_right_form_passes(string key) => PreSharedKeys.Check(Secure(key));

    [Theory]
    [InlineData("", "0 characters")]
    [InlineData("abcdefg", "7 characters")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", "65 characters")]
    [InlineData("0bcdefgh", "begins with 0")]
    [InlineData("abcd+fgh", "another character")]
    [InlineData("abcd/fgh", "another character")]
    [InlineData("abcd fgh", "another character")]
    [InlineData("abcdéfgh", "another character")]
    [InlineData("abcd\0fgh", "another character")]
    public void A_key_of_another_form_is_refused_and_never_shown(string key, string why)
    {
        VpnTunnelOption option = new() { PreSharedKey = Secure(key) };
        NetConnectException refusal = Assert.Throws<NetConnectException>(() => VpnTunnelOptionRules.Check(option));

        Assert.Equal((ErrorIds.PreSharedKeyInvalid, ErrorKind.InvalidInput), (refusal.ErrorId, refusal.Kind));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.True(key.Length == 0 || !refusal.ToString().Contains(key, StringComparison.Ordinal));
        Assert.Equal("PreSharedKey", refusal.Target);
    }

    private static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;

    private static string Text(SecureString key) => new NetworkCredential("", key).Password;
}
