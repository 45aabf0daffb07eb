using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.Vpn;

public sealed class VpnGatewayTests : VpnTest
{
    [Fact]
    public async Task A_gateway_is_attached_and_detached_in_steps_and_a_former_attachment_still_shows()
    {
        string gateway = await VpnGatewayAsync(vpc: null);
        XElement attached = await Network.CallAsync("AttachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", Shop));
        Assert.Equal("attaching", attached.Element("attachment")!.Element("state")!.Value);
        Settle();
        Assert.Equal("attached", await AttachmentAsync(gateway));
        await Network.CallAsync("DetachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", Shop));
        Assert.Equal("detaching", await AttachmentAsync(gateway));
        Settle();
        Assert.Equal("detached", await AttachmentAsync(gateway));
        Assert.Equal("InvalidVpnGatewayAttachment.NotFound",
            await Network.ErrorAsync("DetachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", Shop)));
        Assert.Equal("InvalidVpnGatewayAttachment.NotFound",
            await Network.ErrorAsync("DetachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", "vpc-0123456789abcdef0")));
        await Network.CallAsync("AttachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", Shop));
        Assert.Equal("attaching", await AttachmentAsync(gateway));
    }

    [Fact]
    public async Task A_vpc_has_one_gateway_and_a_gateway_one_vpc()
    {
        string gateway = await VpnGatewayAsync();
        string other = await VpnGatewayAsync(vpc: null);
        Assert.Equal("InvalidVpcState", await Network.ErrorAsync("AttachVpnGateway", ("VpnGatewayId", other), ("VpcId", Shop)));
        Assert.Equal("VpnGatewayAttachmentLimitExceeded",
            await Network.ErrorAsync("AttachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", Tools)));
        await Network.CallAsync("AttachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", Shop));
        await Network.CallAsync("DetachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", Shop));
        Assert.Equal("InvalidVpcState", await Network.ErrorAsync("AttachVpnGateway", ("VpnGatewayId", other), ("VpcId", Shop)));
        Settle();
        await Network.CallAsync("AttachVpnGateway", ("VpnGatewayId", other), ("VpcId", Shop));
    }

    [Fact]
    public async Task A_gateway_must_be_available_to_be_attached_and_free_to_be_deleted()
    {
        string gateway = (await Network.CallAsync("CreateVpnGateway", ("Type", "ipsec.1"))).Descendants("vpnGatewayId").Single().Value;
        Assert.Equal("InvalidVpnGatewayState", await Network.ErrorAsync("AttachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", Shop)));
        Settle();
        await Network.CallAsync("AttachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", Shop));
        Assert.Equal("IncorrectState", await Network.ErrorAsync("DeleteVpnGateway", ("VpnGatewayId", gateway)));
        await Network.CallAsync("DetachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", Shop));
        Assert.Equal("IncorrectState", await Network.ErrorAsync("DeleteVpnGateway", ("VpnGatewayId", gateway)));
        Settle();
        await Network.CallAsync("DeleteVpnGateway", ("VpnGatewayId", gateway));
        Settle();
        Assert.Equal("InvalidVpnGatewayID.NotFound",
            await Network.ErrorAsync("AttachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", Shop)));
    }

    [Fact]
    public async Task A_gateway_with_connections_cannot_be_deleted()
    {
        string connection = await ConnectionAsync();
        string gateway = (await DescribeAsync(connection)).Element("vpnGatewayId")!.Value;
        await Network.CallAsync("DetachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", Shop));
        Settle();
        Assert.Equal("IncorrectState", await Network.ErrorAsync("DeleteVpnGateway", ("VpnGatewayId", gateway)));
    }

    [Theory]
    [InlineData("64511", "InvalidParameterValue")]
    [InlineData("65535", "InvalidParameterValue")]
    [InlineData("4199999999", "InvalidParameterValue")]
    [InlineData("4294967295", "InvalidParameterValue")]
    public async Task An_amazon_asn_is_private(string asn, string code) =>
        Assert.Equal(code, await Network.ErrorAsync("CreateVpnGateway", ("Type", "ipsec.1"), ("AmazonSideAsn", asn)));

    [Fact]
    public async Task A_vpc_with_a_gateway_cannot_be_deleted_and_its_route_is_black_without_it()
    {
        string gateway = await VpnGatewayAsync();
        Assert.Equal("DependencyViolation", await Network.ErrorAsync("DeleteVpc", ("VpcId", Shop)));
        await Network.CallAsync("CreateRoute",
            ("RouteTableId", ShopTable), ("DestinationCidrBlock", "192.168.0.0/16"), ("GatewayId", gateway));
        Assert.Equal("active", await StateOfRouteAsync());
        await Network.CallAsync("DetachVpnGateway", ("VpnGatewayId", gateway), ("VpcId", Shop));
        Assert.Equal("blackhole", await StateOfRouteAsync());
        Assert.Equal("InvalidParameterValue", await Network.ErrorAsync("CreateRoute",
            ("RouteTableId", ShopTable), ("DestinationCidrBlock", "192.169.0.0/16"), ("GatewayId", gateway)));
    }

    [Fact]
    public async Task A_region_has_five_gateways_at_most()
    {
        for (int i = 0; i < 5; i++) await VpnGatewayAsync(vpc: null);
        Assert.Equal("VpnGatewayLimitExceeded", await Network.ErrorAsync("CreateVpnGateway", ("Type", "ipsec.1")));
    }

    private async Task<string> AttachmentAsync(string gateway) =>
        (await Network.CallAsync("DescribeVpnGateways", ("VpnGatewayId.1", gateway))).Descendants("attachments").Single()
            .Descendants("state").Single().Value;

    private async Task<string> StateOfRouteAsync() =>
        (await Network.CallAsync("DescribeRouteTables", ("RouteTableId.1", ShopTable))).Descendants("routeSet").Single().Elements("item")
            .Single(route => route.Element("destinationCidrBlock")?.Value == "192.168.0.0/16").Element("state")!.Value;
}
