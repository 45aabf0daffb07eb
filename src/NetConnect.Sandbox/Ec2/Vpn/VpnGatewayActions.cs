using System.Globalization;
using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>CreateVpnGateway, DeleteVpnGateway, DescribeVpnGateways.</summary>
internal static class VpnGatewayActions
{
    private static readonly Description<VpnGateway> s_description = new("VpnGatewayId", "vpnGatewaySet", new FilterSet<VpnGateway>
    {
        { "vpn-gateway-id", gateway => gateway.Id },
        { "amazon-side-asn", gateway => gateway.AmazonSideAsn.ToString(CultureInfo.InvariantCulture) },
        { "attachment.state", gateway => gateway.Attachments.Select(attachment => attachment.State.Code) },
        { "attachment.vpc-id", gateway => gateway.Attachments.Select(attachment => attachment.Vpc.Id) },
        { "availability-zone", gateway => gateway.AvailabilityZone },
        { "state", gateway => gateway.State.Code },
        { "type", _ => VpnGateway.Type },
    }, Write)
    {
        Bounds = PageBounds.Unpaged,
    };

    public static void CreateVpnGateway(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.VpnGateway);
        VpnGateway.CheckType(call);
        long asn = AmazonSideAsn(call.Parameters);
        if (call.Region.VpnGateways.Live().Count() >= call.Region.Quotas.VpnGatewaysPerRegion)
            throw new ApiException("VpnGatewayLimitExceeded", "The maximum number of virtual private gateways has been reached.");
        VpnGateway gateway = call.Region.VpnGateways.Add(new VpnGateway(call.Region, call.NewId(ResourceKind.VpnGateway), asn)
        {
            AvailabilityZone = call.Parameters.Text("AvailabilityZone"),
        });
        call.Region.Tags.Set(gateway.Id, tags);
        answer.Node("vpnGateway", node => Write(node, gateway, call.Region));
    }

    public static void DeleteVpnGateway(Ec2Call call, XmlAnswer answer)
    {
        VpnGateway gateway = call.Region.VpnGateways.GetLive(call.Parameters.Required("VpnGatewayId"));
        if (gateway.Attachment is not null || gateway.Connections.Any())
            throw new ApiException("IncorrectState", "The VPN gateway is in use.");
        gateway.State.Enter("deleting").Then(StateDurations.VpnGatewayChange, "deleted");
        answer.Flag("return", true);
    }

    public static void DescribeVpnGateways(Ec2Call call, XmlAnswer answer) =>
        s_description.Answer(call, answer, call.Region.VpnGateways);

    /// <summary>The AWS end's number, of a gateway of either kind: 16 or 32 bits, and private (API Reference, CreateVpnGateway).</summary>
    public static long AmazonSideAsn(QueryParameters parameters) => parameters.LongNumber("AmazonSideAsn") switch
    {
        null => VpnGateway.DefaultAsn,
        { } asn and (>= 64512 and <= 65534 or >= 4200000000 and <= 4294967294) => asn,
        { } asn => throw QueryParameters.Invalid("AmazonSideAsn", asn.ToString(CultureInfo.InvariantCulture),
            "Expecting a value between 64512 and 65534 or between 4200000000 and 4294967294."),
    };

    private static void Write(XmlAnswer node, VpnGateway gateway, Ec2Region viewer) => node
        .Text("vpnGatewayId", gateway.Id).Text("state", gateway.State.Code).Text("type", VpnGateway.Type)
        .Text("availabilityZone", gateway.AvailabilityZone)
        .Set("attachments", gateway.Attachments, VpnGatewayAttachmentActions.Write)
        .Number("amazonSideAsn", gateway.AmazonSideAsn).Tags(viewer.Tags.Of(gateway.Id));
}
