using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests.ClientVpn;

/// <summary>Where endpoints end that are attached to a transit gateway.</summary>
public sealed class TransitTargetTests : TransitTest
{
    [Fact]
    public async Task Routes_lead_to_the_gateway_and_need_no_subnet()
    {
        string endpoint = await EndpointAsync(On(Open, ("AvailabilityZone.1", "eu-west-1a")));
        await OfAsync("CreateClientVpnRoute", endpoint, ("DestinationCidrBlock", "172.16.0.0/12"));
        Settle();
        XElement route = (await OfAsync("DescribeClientVpnRoutes", endpoint)).Element("routes")!.Elements().Single();
        Assert.Equal((await AttachmentAsync(endpoint), "active"), (route.Element("transitGatewayAttachmentId")!.Value, State(route)));
        Assert.Null(route.Element("targetSubnet"));
        Assert.Equal("InvalidParameterValue",
            await ErrorOfAsync("CreateClientVpnRoute", endpoint, ("DestinationCidrBlock", "192.168.0.0/16"), ("TargetVpcSubnetId", ZoneA)));
        await OfAsync("DeleteClientVpnRoute", endpoint, ("DestinationCidrBlock", "172.16.0.0/12"));
        Settle();
        Assert.Empty((await OfAsync("DescribeClientVpnRoutes", endpoint)).Element("routes")!.Elements());
    }

    [Fact]
    public async Task An_endpoint_takes_its_attachment_with_it()
    {
        string endpoint = await EndpointAsync(On(Open, ("AvailabilityZone.1", "eu-west-1a")));
        Settle();
        string attachment = await AttachmentAsync(endpoint);
        string association = (await OfAsync("DescribeClientVpnTargetNetworks", endpoint)).Descendants("associationId").Single().Value;
        Assert.Equal("ClientVpnEndpointAssociationExists", await ErrorOfAsync("DeleteClientVpnEndpoint", endpoint));
        await OfAsync("DisassociateClientVpnTargetNetwork", endpoint, ("AssociationId", association));
        Settle();
        await OfAsync("DeleteClientVpnEndpoint", endpoint);
        Assert.Equal("deleting", (await Owner.CallAsync("DescribeTransitGatewayAttachments",
            ("TransitGatewayAttachmentIds.1", attachment))).Descendants("state").First().Value);
    }

    [Theory]
    [InlineData("InvalidParameterCombination", "VpcId", Shop)]
    [InlineData("InvalidParameterCombination", "TransitGatewayConfiguration.AvailabilityZoneId.1", "euw1-az1")]
    [InlineData("InvalidParameterValue", "TransitGatewayConfiguration.AvailabilityZone.2", "us-east-1a")]
    [InlineData("InvalidParameterValue", "TransitGatewayConfiguration.TransitGatewayId", Small)]
    [InlineData("InvalidTransitGatewayID.NotFound", "TransitGatewayConfiguration.TransitGatewayId", "tgw-00000000000000009")]
    [InlineData("MissingParameter", "TransitGatewayConfiguration.TransitGatewayId", "")]
    public async Task What_does_not_go_with_a_gateway_is_refused(string code, string name, string value) =>
        Assert.Equal(code, await Network.ErrorAsync("CreateClientVpnEndpoint",
            Request([.. On(Hub, ("AvailabilityZone.1", "eu-west-1a")), (name, value)])));

    [Fact]
    public async Task Zones_are_for_gateways_and_subnets_for_vpcs()
    {
        string transit = await EndpointAsync(On(Open, ("AvailabilityZone.1", "eu-west-1a")));
        string inVpc = await EndpointAsync(("ClientCidrBlock", "10.201.0.0/22"));
        Assert.Equal("InvalidParameterCombination", await ErrorAsync(transit, ("SubnetId", ZoneA)));
        Assert.Equal("InvalidParameterCombination",
            await ErrorAsync(transit, ("AvailabilityZone", "eu-west-1b"), ("AvailabilityZoneId", "euw1-az2")));
        Assert.Equal("InvalidClientVpnDuplicateAssociationException", await ErrorAsync(transit, ("AvailabilityZoneId", "euw1-az1")));
        Assert.Equal("MissingParameter", await ErrorAsync(transit));
        Assert.Equal("InvalidParameterCombination", await ErrorAsync(inVpc, ("AvailabilityZone", "eu-west-1a")));
        Assert.Equal("InvalidParameterCombination", await ErrorOfAsync("ModifyClientVpnEndpoint", transit, ("VpcId", Shop)));

        Task<string> ErrorAsync(string endpoint, params (string, string)[] target) =>
            ErrorOfAsync("AssociateClientVpnTargetNetwork", endpoint, target);
    }
}
