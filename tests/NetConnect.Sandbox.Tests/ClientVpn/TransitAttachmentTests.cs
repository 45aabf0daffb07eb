using System.Xml.Linq;
using NetConnect.Sandbox.Ec2;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Tests.ClientVpn;

/// <summary>Endpoints that are attached to a transit gateway, of their own account or shared with it.</summary>
public sealed class TransitAttachmentTests : TransitTest
{
    [Fact]
    public void All_22_calls_are_there() => Assert.Equal(
        [
            "AcceptTransitGatewayClientVpnAttachment", "ApplySecurityGroupsToClientVpnTargetNetwork", "AssociateClientVpnTargetNetwork", "AuthorizeClientVpnIngress",
            "CreateClientVpnEndpoint", "CreateClientVpnRoute", "DeleteClientVpnEndpoint", "DeleteClientVpnRoute", "DeleteTransitGatewayClientVpnAttachment",
            "DescribeClientVpnAuthorizationRules", "DescribeClientVpnConnections", "DescribeClientVpnEndpoints", "DescribeClientVpnRoutes", "DescribeClientVpnTargetNetworks",
            "DisassociateClientVpnTargetNetwork", "ExportClientVpnClientCertificateRevocationList", "ExportClientVpnClientConfiguration",
            "ImportClientVpnClientCertificateRevocationList", "ModifyClientVpnEndpoint", "RejectTransitGatewayClientVpnAttachment", "RevokeClientVpnIngress",
            "TerminateClientVpnConnections",
        ],
        ActionTable<Ec2Call>.Names.Where(name => name.Contains("ClientVpn", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_owner_of_the_gateway_accepts_and_its_tables_learn_the_clients()
    {
        string endpoint = await EndpointAsync(On(Hub, ("AvailabilityZone.1", "eu-west-1a")));
        string attachment = await AttachmentAsync(endpoint);
        Assert.Equal("pending", await StateAsync(endpoint));
        Assert.Equal("OperationNotPermitted",
            await Network.ErrorAsync("AcceptTransitGatewayClientVpnAttachment", ("TransitGatewayAttachmentId", attachment)));
        XElement accepted = (await Owner.CallAsync("AcceptTransitGatewayClientVpnAttachment",
            ("TransitGatewayAttachmentId", attachment))).Element("transitGatewayClientVpnAttachment")!;
        Assert.Equal((attachment, Hub, endpoint, "111111111111", "pending"),
            (accepted.Element("transitGatewayAttachmentId")!.Value, accepted.Element("transitGatewayId")!.Value,
            accepted.Element("clientVpnEndpointId")!.Value, accepted.Element("clientVpnOwnerId")!.Value, accepted.Element("state")!.Value));
        Settle();
        Assert.Equal("available", await StateAsync(endpoint));
        XElement seen = (await Owner.CallAsync("DescribeTransitGatewayAttachments",
            ("TransitGatewayAttachmentIds.1", attachment))).Descendants("item").First();
        Assert.Equal(("client-vpn", endpoint, Partner, "111111111111", "available"),
            (seen.Element("resourceType")!.Value, seen.Element("resourceId")!.Value,
            seen.Element("transitGatewayOwnerId")!.Value, seen.Element("resourceOwnerId")!.Value, seen.Element("state")!.Value));
        XElement routes = await Owner.CallAsync("SearchTransitGatewayRoutes",
            ("TransitGatewayRouteTableId", seen.Descendants("transitGatewayRouteTableId").Single().Value),
            ("Filter.1.Name", "type"), ("Filter.1.Value.1", "propagated"));
        Assert.Equal("10.200.0.0/22", routes.Descendants("destinationCidrBlock").Single().Value);
        Assert.Equal("IncorrectState",
            await Owner.ErrorAsync("AcceptTransitGatewayClientVpnAttachment", ("TransitGatewayAttachmentId", attachment)));
        Assert.Equal("IncorrectState", await Owner.ErrorAsync("DeleteTransitGateway", ("TransitGatewayId", Hub)));
    }

    [Fact]
    public async Task The_owner_of_the_gateway_rejects_and_nobody_connects()
    {
        string endpoint = await EndpointAsync(On(Hub, ("AvailabilityZone.1", "eu-west-1a")));
        XElement rejected = await Owner.CallAsync("RejectTransitGatewayClientVpnAttachment",
            ("TransitGatewayAttachmentId", await AttachmentAsync(endpoint)));
        Assert.Equal("rejected", rejected.Descendants("state").Single().Value);
        Settle();
        Assert.Equal("pending-associate", await StateAsync(endpoint));
        Assert.Equal("IncorrectState",
            await Owner.ErrorAsync("RejectTransitGatewayClientVpnAttachment", ("TransitGatewayAttachmentId", await AttachmentAsync(endpoint))));
        await Owner.CallAsync("DeleteTransitGateway", ("TransitGatewayId", Hub));
    }

    [Fact]
    public async Task The_owner_of_the_gateway_deletes_and_everybody_is_cut()
    {
        string endpoint = await EndpointAsync(On(Open, ("AvailabilityZoneId.1", "euw1-az1")));
        Settle();
        Assert.Equal("available", await StateAsync(endpoint));
        Server.ClientVpn.Connect(endpoint, "alice");
        string attachment = await AttachmentAsync(endpoint);
        XElement deleted = await Owner.CallAsync("DeleteTransitGatewayClientVpnAttachment", ("TransitGatewayAttachmentId", attachment));
        Assert.Equal("deleting", deleted.Descendants("state").Single().Value);
        Assert.Equal("terminating", State((await ConnectionsAsync(endpoint)).Single()));
        Assert.Equal("pending-associate", await StateAsync(endpoint));
        Settle();
        Assert.Equal("InvalidTransitGatewayAttachmentID.NotFound",
            await Owner.ErrorAsync("DeleteTransitGatewayClientVpnAttachment", ("TransitGatewayAttachmentId", attachment)));
    }

    [Fact]
    public async Task A_gateway_of_the_account_needs_no_acceptance_but_a_block()
    {
        string gateway = (await Network.CallAsync("CreateTransitGateway")).Descendants("transitGatewayId").Single().Value;
        Settle();
        Assert.Equal("InvalidParameterValue", await Network.ErrorAsync("CreateClientVpnEndpoint", Request(On(gateway))));
        await Network.CallAsync("ModifyTransitGateway", ("TransitGatewayId", gateway), ("Options.AddTransitGatewayCidrBlocks.1", "10.99.0.0/24"));
        Settle();
        string endpoint = await EndpointAsync(On(gateway));
        XElement shown = (await DescribeAsync(endpoint)).Element("transitGatewayConfiguration")!;
        Assert.Equal((gateway, 0), (shown.Element("transitGatewayId")!.Value, shown.Element("availabilityZoneSet")!.Elements().Count()));
        Settle();
        Assert.Equal("pending-associate", await StateAsync(endpoint));
        await OfAsync("AssociateClientVpnTargetNetwork", endpoint, ("AvailabilityZone", "eu-west-1b"));
        Settle();
        Assert.Equal("available", await StateAsync(endpoint));
        XElement network = (await OfAsync("DescribeClientVpnTargetNetworks", endpoint)).Element("clientVpnTargetNetworks")!.Elements().Single();
        Assert.Equal(("eu-west-1b", "euw1-az2"), (network.Element("availabilityZoneSet")!.Value, network.Element("availabilityZoneIdSet")!.Value));
        Assert.Null(network.Element("targetNetworkId"));
    }
}
