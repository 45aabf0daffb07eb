using NetConnect.Addressing;

namespace NetConnect.Tests.Addressing;

public sealed class CidrTests
{
    [Theory]
    [InlineData("10.1.0.0/16", "10.1.0.0/16")]
    [InlineData("100.68.0.18/18", "100.68.0.0/18")]
    [InlineData("10.0.1.0/22", "10.0.0.0/22")]
    [InlineData("255.255.255.255/0", "0.0.0.0/0")]
    [InlineData("192.0.2.255/31", "192.0.2.254/31")]
    [InlineData("192.0.2.1/32", "192.0.2.1/32")]
    [InlineData(" 10.1.0.0/16 ", "10.1.0.0/16")]
    [InlineData("2001:DB8::/56", "2001:db8::/56")]
    [InlineData("2001:db8:0:1ff::1/56", "2001:db8:0:100::/56")]
    [InlineData("2001:0db8:0000:0000:0000:0000:0000:0001/128", "2001:db8::1/128")]
    [InlineData("ffff::/1", "8000::/1")]
    [InlineData("::/0", "::/0")]
    public void Text_is_read_and_made_canonical(string text, string canonical) => Assert.Equal(canonical, Cidr.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("/")]
    [InlineData("/16")]
    [InlineData("10.1.0.0")]
    [InlineData("10.1.0.0/")]
    [InlineData("10.1.0.0/33")]
    [InlineData("10.1.0.0/-1")]
    [InlineData("10.1.0.0/+8")]
    [InlineData("10.1.0.0/ 8")]
    [InlineData("10.1.0.0 /8")]
    [InlineData("10.1.0.0/1e1")]
    [InlineData("10.1.0.0/٨")]
    [InlineData("10.1.0.0/4294967304")]
    [InlineData("10.1.0.0/16/16")]
    [InlineData("10.1/16")]
    [InlineData("10/8")]
    [InlineData("10.1.0.0.0/16")]
    [InlineData("10.256.0.0/16")]
    [InlineData("010.1.0.0/16")]
    [InlineData("0x0a.1.0.0/16")]
    [InlineData("2001:db8::/129")]
    [InlineData("2001:db8:::/56")]
    [InlineData("2001:db8::1::/56")]
    [InlineData("fe80::1%1/64")]
    [InlineData("[2001:db8::]/56")]
    [InlineData("[2001:db8::]:443/56")]
    [InlineData("vpc-0123456789abcdef0")]
    public void Text_that_is_not_a_cidr_is_refused(string? text)
    {
        Assert.False(Cidr.TryParse(text, out Cidr cidr));
        Assert.Equal(default, cidr);
    }

    [Fact]
    public void Parse_names_the_text_and_shows_how_to_write_it()
    {
        NetConnectException error = Assert.Throws<NetConnectException>(() => Cidr.Parse("10.1.0.0"));

        Assert.Equal((ErrorIds.MalformedCidr, ErrorKind.InvalidInput, "10.1.0.0"), (error.ErrorId, error.Kind, error.Target));
        Assert.Contains("'10.1.0.0' is not a CIDR", error.Message);
        Assert.Contains("10.1.0.0/16", error.Message);
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.1.0.0/16", true)]
    [InlineData("10.0.0.0/8", "10.0.0.0/8", true)]
    [InlineData("10.1.0.0/16", "10.0.0.0/8", false)]
    [InlineData("10.0.0.0/15", "10.2.0.0/16", false)]
    [InlineData("10.0.0.0/15", "10.1.255.255/32", true)]
    [InlineData("0.0.0.0/0", "203.0.113.7/32", true)]
    [InlineData("0.0.0.0/0", "2001:db8::/32", false)]
    [InlineData("::/0", "10.0.0.0/8", false)]
    [InlineData("2001:db8::/55", "2001:db8:0:100::/56", true)]
    [InlineData("2001:db8::/56", "2001:db8:0:100::/56", false)]
    [InlineData("2001:db8::1/128", "2001:db8::1/128", true)]
    public void A_block_contains_the_blocks_within_it(string outer, string inner, bool contains) =>
        Assert.Equal(contains, Cidr.Parse(outer).Contains(Cidr.Parse(inner)));

    [Theory]
    [InlineData("10.0.0.0/8", "10.1.0.0/16", true)]
    [InlineData("10.1.0.0/16", "10.2.0.0/16", false)]
    [InlineData("10.0.0.0/15", "10.1.128.0/17", true)]
    [InlineData("0.0.0.0/0", "::/0", false)]
    [InlineData("2001:db8::/32", "2001:db8:ffff::/48", true)]
    [InlineData("2001:db8::/33", "2001:db8:8000::/33", false)]
    public void Blocks_overlap_in_either_order_or_not_at_all(string left, string right, bool overlap)
    {
        Assert.Equal(overlap, Cidr.Parse(left).Overlaps(Cidr.Parse(right)));
        Assert.Equal(overlap, Cidr.Parse(right).Overlaps(Cidr.Parse(left)));
    }

    [Theory]
    [InlineData("10.0.1.0/22", "10.0.2.0/22", true)]
    [InlineData("10.0.0.0/22", "10.0.0.0/23", false)]
    [InlineData("10.0.0.0/22", "10.0.4.0/22", false)]
    [InlineData("2001:db8::/64", "2001:DB8:0:0::1/64", true)]
    [InlineData("0.0.0.0/0", "::/0", false)]
    public void Blocks_are_equal_by_their_canonical_form(string left, string right, bool equal)
    {
        Cidr a = Cidr.Parse(left);
        Cidr b = Cidr.Parse(right);

        Assert.Equal(equal, a.Equals((object)b));
        Assert.Equal(equal, a == b);
        Assert.NotEqual(equal, a != b);
        Assert.True(!equal || a.GetHashCode() == b.GetHashCode());
        Assert.False(a.Equals(left));
    }

    [Fact]
    public void The_default_value_is_all_of_ipv4()
    {
        Cidr cidr = default;

        Assert.Equal("0.0.0.0/0", cidr.ToString());
        Assert.Equal(Cidr.Parse("0.0.0.0/0"), cidr);
        Assert.Equal(Cidr.Parse("0.0.0.0/0").GetHashCode(), cidr.GetHashCode());
        Assert.False(cidr.IsIpv6);
        Assert.True(cidr.Contains(Cidr.Parse("10.0.0.0/8")));
    }

    [Theory]
    [InlineData("10.0.0.0/8", false, 8)]
    [InlineData("2001:db8::/56", true, 56)]
    public void Family_and_prefix_length_are_told(string text, bool isIpv6, int prefixLength)
    {
        Cidr cidr = Cidr.Parse(text);

        Assert.Equal((isIpv6, prefixLength), (cidr.IsIpv6, cidr.PrefixLength));
    }
}
