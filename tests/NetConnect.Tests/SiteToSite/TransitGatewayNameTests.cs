using NetConnect.SiteToSite;

namespace NetConnect.Tests.SiteToSite;

public sealed class TransitGatewayNameTests
{
    private static readonly TransitGateway s_hub = new() { TransitGatewayId = "tgw-0000000000000000a", State = "available" };

    private static readonly TransitGatewayRouteTable[] s_tables =
    [
        Table("tgw-rtb-0000000000000000a", "sites"),
        Table("tgw-rtb-0000000000000000b", "vpcs"),
        Table("tgw-rtb-0000000000000000c", "vpcs"),
    ];

    [Theory]
    [InlineData("tgw-rtb-0000000000000000a")]
    [InlineData("sites")]
    public void A_table_is_found_by_id_or_name(string idOrName) =>
        Assert.Same(s_tables[0], TransitGatewayName.GetRouteTable(s_hub, s_tables, idOrName));

    [Theory]
    [InlineData("tgw-rtb-1", ErrorIds.MalformedId, "tgw-rtb-1")]
    [InlineData("vpcs", ErrorIds.AmbiguousName, "tgw-rtb-0000000000000000b vpcs, tgw-rtb-0000000000000000c vpcs")]
    [InlineData("tgw-rtb-0000000000000000d", ErrorIds.RouteTableNotFound, "It has tgw-rtb-0000000000000000a sites")]
    public void A_table_that_is_not_one_of_the_gateways_is_refused_with_those_that_are(string idOrName, string errorId, string words)
    {
        NetConnectException refusal = Assert.Throws<NetConnectException>(() => TransitGatewayName.GetRouteTable(s_hub, s_tables, idOrName));
        Assert.Equal((errorId, idOrName), (refusal.ErrorId, refusal.Target));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_tables_are_those_of_another_account_its_owner_is_named_as_the_way_out() => Assert.Contains(
        "its owner does this",
        Assert.Throws<NetConnectException>(() => TransitGatewayName.GetRouteTable(s_hub, [], "tgw-rtb-0000000000000000a")).Message,
        StringComparison.Ordinal);

    private static TransitGatewayRouteTable Table(string id, string name) => new()
    {
        TransitGatewayRouteTableId = id,
        Tags = new Dictionary<string, string> { ["Name"] = name },
    };
}
