using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.Vpn;

public sealed class CustomerGatewayTests : VpnTest
{
    [Fact]
    public async Task An_identical_request_gives_the_existing_gateway_and_one_more_needs_a_device_name()
    {
        string first = await CustomerGatewayAsync();
        Assert.Equal(first, await CustomerGatewayAsync());
        string second = await NamedAsync("second");
        Assert.NotEqual(first, second);
        Assert.Equal(second, await NamedAsync("second"));
        await Network.CallAsync("DeleteCustomerGateway", ("CustomerGatewayId", first));
        Assert.Equal("InvalidCustomerGateway.DuplicateIpAddress",
            await Network.ErrorAsync("CreateCustomerGateway", ("Type", "ipsec.1"), ("IpAddress", "203.0.113.10"), ("BgpAsn", "65010")));

        async Task<string> NamedAsync(string device) => (await Network.CallAsync("CreateCustomerGateway", ("Type", "ipsec.1"),
            ("IpAddress", "203.0.113.10"), ("BgpAsn", "65010"), ("DeviceName", device))).Descendants("customerGatewayId").Single().Value;
    }

    [Fact]
    public async Task A_gateway_has_the_asn_65000_unless_told_and_larger_ones_in_a_field_of_their_own()
    {
        XElement usual = await Network.CallAsync("CreateCustomerGateway", ("Type", "ipsec.1"), ("IpAddress", "203.0.113.10"));
        Assert.Equal("65000", usual.Descendants("bgpAsn").Single().Value);
        XElement large = await Network.CallAsync("CreateCustomerGateway",
            ("Type", "ipsec.1"), ("IpAddress", "203.0.113.10"), ("BgpAsnExtended", "4200000000"));
        Assert.Equal("4200000000", large.Descendants("bgpAsnExtended").Single().Value);
        Assert.Empty(large.Descendants("bgpAsn"));
    }

    [Theory]
    [InlineData("InvalidParameterValue", "Type", "ipsec.2")]
    [InlineData("InvalidParameterValue", "IpAddress", "300.1.2.3")]
    [InlineData("InvalidParameterValue", "IpAddress", "203.0.113")]
    [InlineData("MissingParameter", "IpAddress", "")]
    [InlineData("InvalidParameterValue", "BgpAsn", "0")]
    [InlineData("InvalidParameterValue", "BgpAsn", "2147483648")]
    [InlineData("InvalidParameterValue", "BgpAsnExtended", "65000")]
    [InlineData("InvalidParameterValue", "BgpAsnExtended", "4294967296")]
    public async Task What_no_gateway_can_be_is_refused(string code, string name, string value)
    {
        var parameters = new Dictionary<string, string> { ["Type"] = "ipsec.1", ["IpAddress"] = "203.0.113.10" };
        parameters[name] = value;
        Assert.Equal(code, await Network.ErrorAsync("CreateCustomerGateway", parameters.Select(pair => (pair.Key, pair.Value)).ToArray()));
    }

    [Fact]
    public async Task A_gateway_in_use_stays_and_a_deleted_one_shows_for_an_hour()
    {
        string connection = await ConnectionAsync();
        string gateway = (await DescribeAsync(connection)).Element("customerGatewayId")!.Value;
        Assert.Equal("IncorrectState", await Network.ErrorAsync("DeleteCustomerGateway", ("CustomerGatewayId", gateway)));
        await Network.CallAsync("DeleteVpnConnection", ("VpnConnectionId", connection));
        Settle();
        await Network.CallAsync("DeleteCustomerGateway", ("CustomerGatewayId", gateway));
        Settle();
        XElement shown = await Network.CallAsync("DescribeCustomerGateways", ("CustomerGatewayId.1", gateway));
        Assert.Equal("deleted", shown.Descendants("state").Single().Value);
        Assert.Equal("InvalidCustomerGatewayID.NotFound",
            await Network.ErrorAsync("DeleteCustomerGateway", ("CustomerGatewayId", gateway)));
        Server.Advance(TimeSpan.FromHours(1));
        Assert.Equal("InvalidCustomerGatewayID.NotFound",
            await Network.ErrorAsync("DescribeCustomerGateways", ("CustomerGatewayId.1", gateway)));
    }

    [Fact]
    public async Task The_list_is_not_paged()
    {
        await CustomerGatewayAsync();
        Assert.Equal("UnknownParameter", await Network.ErrorAsync("DescribeCustomerGateways", ("MaxResults", "5")));
        Assert.Equal("UnknownParameter", await Network.ErrorAsync("DescribeVpnGateways", ("NextToken", "x")));
        Assert.Equal("UnknownParameter", await Network.ErrorAsync("DescribeVpnConnections", ("MaxResults", "5")));
    }

    [Fact]
    public async Task A_region_has_50_gateways_at_most()
    {
        for (int i = 1; i <= 50; i++) await CustomerGatewayAsync($"203.0.113.{i}");
        Assert.Equal("CustomerGatewayLimitExceeded",
            await Network.ErrorAsync("CreateCustomerGateway", ("Type", "ipsec.1"), ("IpAddress", "203.0.113.51")));
    }
}
