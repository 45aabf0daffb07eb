using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests;

public sealed class DescribeTests : SandboxTest
{
    [Theory]
    [InlineData("tag:Name", "shop", 1)]
    [InlineData("tag:Name", "s?op", 1)]
    [InlineData("tag:Name", "*o*", 2)]
    [InlineData("tag:Name", "SHOP", 0)]
    [InlineData("tag-key", "Name", 2)]
    [InlineData("cidr-block-association.cidr-block", "10.101.0.0/16", 1)]
    [InlineData("is-default", "false", 2)]
    public async Task A_filter_lets_through_what_matches(string name, string value, int expected)
    {
        XElement answer = await Network.CallAsync("DescribeVpcs", ("Filter.1.Name", name), ("Filter.1.Value.1", value));
        Assert.Equal(expected, answer.Element("vpcSet")!.Elements().Count());
    }

    [Fact]
    public async Task Filters_are_joined_with_and_their_values_with_or()
    {
        XElement either = await Network.CallAsync("DescribeVpcs", ("Filter.1.Name", "tag:Name"), ("Filter.1.Value.1", "shop"),
            ("Filter.1.Value.2", "tools"));
        Assert.Equal(2, either.Descendants("vpcId").Count());
        XElement both = await Network.CallAsync("DescribeVpcs", ("Filter.1.Name", "tag:Name"), ("Filter.1.Value.1", "shop"),
            ("Filter.2.Name", "cidr"), ("Filter.2.Value.1", "10.3.0.0/16"));
        Assert.Empty(both.Descendants("vpcId"));
    }

    [Fact]
    public async Task An_unknown_filter_is_refused() =>
        Assert.Equal("InvalidParameterValue",
            await Network.ErrorAsync("DescribeVpcs", ("Filter.1.Name", "colour"), ("Filter.1.Value.1", "red")));

    [Fact]
    public async Task Pages_cover_everything_once()
    {
        for (int i = 0; i < 10; i++) await Network.CallAsync("CreateVpc", ("CidrBlock", $"10.{100 + i}.0.0/16"));
        var seen = new List<string>();
        string? token = null;
        do
        {
            XElement page = await Network.CallAsync("DescribeVpcs",
                [("MaxResults", "5"), .. token is null ? Array.Empty<(string, string)>() : [("NextToken", token)]]);
            seen.AddRange(page.Descendants("vpcId").Select(id => id.Value));
            token = page.Element("nextToken")?.Value;
        }
        while (token is not null);
        Assert.Equal(12, seen.Distinct().Count());
        Assert.Equal(12, seen.Count);
    }

    [Theory]
    [InlineData("DescribeVpcs", "4")]
    [InlineData("DescribeVpcs", "1001")]
    [InlineData("DescribeRouteTables", "101")]
    public async Task A_page_has_bounds(string action, string size) =>
        Assert.Equal("InvalidParameterValue", await Network.ErrorAsync(action, ("MaxResults", size)));

    [Fact]
    public async Task Ids_are_not_paged() =>
        Assert.Equal("InvalidParameterCombination", await Network.ErrorAsync("DescribeVpcs", ("VpcId.1", Shop), ("MaxResults", "5")));

    [Theory]
    [InlineData("not-a-token")]
    [InlineData("RGVzY3JpYmVTdWJuZXRzLzE=")]
    public async Task A_token_of_nobody_is_refused(string token) =>
        Assert.Equal("InvalidNextToken", await Network.ErrorAsync("DescribeVpcs", ("NextToken", token)));

    [Theory]
    [InlineData("vpc-xyz", "InvalidVpcID.Malformed")]
    [InlineData("vpc-0123456789abcdef0", "InvalidVpcID.NotFound")]
    [InlineData(Data, "InvalidVpcID.NotFound")]
    public async Task An_id_must_have_the_form_and_be_ones_own(string id, string code) =>
        Assert.Equal(code, await Network.ErrorAsync("DescribeVpcs", ("VpcId.1", Shop), ("VpcId.2", id)));

    [Fact]
    public async Task A_missing_parameter_is_named()
    {
        (_, string body) = await Network.SendAsync("ec2", "2016-11-15", "CreateRoute", []);
        Assert.Contains("<Code>MissingParameter</Code><Message>The request must contain the parameter routeTableId</Message>", body,
            StringComparison.Ordinal);
    }
}
