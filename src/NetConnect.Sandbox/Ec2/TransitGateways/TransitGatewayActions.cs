using System.Globalization;
using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Ec2.Vpn;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>CreateTransitGateway, ModifyTransitGateway, DeleteTransitGateway, DescribeTransitGateways.</summary>
internal static class TransitGatewayActions
{
    private static readonly Description<TransitGateway> s_description = new("TransitGatewayIds", "transitGatewaySet",
        new FilterSet<TransitGateway>
    {
        { "transit-gateway-id", gateway => gateway.Id },
        { "owner-id", gateway => gateway.OwnerId },
        { "state", gateway => gateway.State.Code },
        { "options.amazon-side-asn", gateway => gateway.AmazonSideAsn.ToString(CultureInfo.InvariantCulture) },
        { "options.association-default-route-table-id", gateway => gateway.AssociationTable?.Id },
        { "options.propagation-default-route-table-id", gateway => gateway.PropagationTable?.Id },
        { "options.auto-accept-shared-attachments", gateway => gateway.Options.Word("AutoAcceptSharedAttachments") },
        { "options.default-route-table-association", gateway => gateway.Options.Word("DefaultRouteTableAssociation") },
        { "options.default-route-table-propagation", gateway => gateway.Options.Word("DefaultRouteTablePropagation") },
        { "options.dns-support", gateway => gateway.Options.Word("DnsSupport") },
        { "options.vpn-ecmp-support", gateway => gateway.Options.Word("VpnEcmpSupport") },
    }, Write);

    public static void CreateTransitGateway(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.TransitGateway);
        QueryParameters options = call.Parameters.Under("Options");
        if (call.Region.TransitGateways.Live().Count() >= call.Region.Quotas.TransitGatewaysPerRegion)
            throw new ApiException("TransitGatewayLimitExceeded", "The maximum number of transit gateways has been reached.");
        TransitGateway gateway = call.Region.TransitGateways.Add(new TransitGateway(call.Region,
            call.NewId(ResourceKind.TransitGateway), VpnGatewayActions.AmazonSideAsn(options))
        {
            Description = call.Parameters.Text("Description"),
            Options = TransitGatewayOptions.Read(options, TransitGatewayOptions.OfGateway),
        });
        gateway.Cidrs.AddRange(Cidrs(options, "TransitGatewayCidrBlocks"));
        SetDefaultTables(call, gateway);
        call.Region.Tags.Set(gateway.Id, tags);
        answer.Node("transitGateway", node => Write(node, gateway, call.Region));
    }

    public static void ModifyTransitGateway(Ec2Call call, XmlAnswer answer)
    {
        TransitGateway gateway = call.Region.TransitGateways.GetLive(call.Parameters.Required("TransitGatewayId"));
        QueryParameters options = call.Parameters.Under("Options");
        gateway.Description = call.Parameters.Text("Description") ?? gateway.Description;
        gateway.Options.Change(options);
        List<Cidr> removed = Cidrs(options, "RemoveTransitGatewayCidrBlocks");
        gateway.Cidrs.RemoveAll(removed.Contains);
        gateway.Cidrs.AddRange(Cidrs(options, "AddTransitGatewayCidrBlocks").Except(gateway.Cidrs).ToList());
        if (options.Text("AmazonSideAsn") is not null) gateway.AmazonSideAsn = VpnGatewayActions.AmazonSideAsn(options);
        SetDefaultTables(call, gateway);
        gateway.State.Enter("modifying").Then(StateDurations.TransitGatewayChange, "available");
        answer.Node("transitGateway", node => Write(node, gateway, call.Region));
    }

    public static void DeleteTransitGateway(Ec2Call call, XmlAnswer answer)
    {
        TransitGateway gateway = call.Region.TransitGateways.GetLive(call.Parameters.Required("TransitGatewayId"));
        foreach ((string type, string text) in new[] { ("vpc", "VPC"), ("vpn", "VPN"), ("client-vpn", "Client VPN") })
            if (call.Region.TransitGatewayAttachments.All.Where(attachment => attachment.Gateway == gateway
                && attachment.ResourceType == type && attachment.State.Code is not ("deleted" or "rejected")).ToList() is { Count: > 0 } found)
                throw new ApiException("IncorrectState",
                    $"{gateway.Id} has non-deleted {text} Attachments: {string.Join(", ", found.Select(attachment => attachment.Id))}.");
        gateway.State.Enter("deleting").Then(StateDurations.TransitGatewayChange, "deleted");
        foreach (TransitGatewayRouteTable table in gateway.RouteTables.ToList())
            table.State.Enter("deleting").Then(StateDurations.TransitGatewayChange, "deleted");
        answer.Node("transitGateway", node => Write(node, gateway, call.Region));
    }

    public static void DescribeTransitGateways(Ec2Call call, XmlAnswer answer) =>
        s_description.Answer(call, answer, call.Region.TransitGateways);

    // API Reference, TransitGatewayRequestOptions.
    private static List<Cidr> Cidrs(QueryParameters options, string name) => options.List(name).Select(text =>
        Cidr.TryParse(text, out Cidr? cidr) && cidr.Length <= (cidr.IsV6 ? 64 : 24)
            ? cidr
            : throw QueryParameters.Invalid(name, text, "Expecting a block of /24 or larger, or an IPv6 block of /64 or larger.")).ToList();

    // One table serves both purposes unless somebody names others.
    private static void SetDefaultTables(Ec2Call call, TransitGateway gateway)
    {
        QueryParameters options = call.Parameters.Under("Options");
        TransitGatewayRouteTable? made = null;
        gateway.AssociationTable = Table("DefaultRouteTableAssociation", "AssociationDefaultRouteTableId", gateway.AssociationTable);
        gateway.PropagationTable = Table("DefaultRouteTablePropagation", "PropagationDefaultRouteTableId", gateway.PropagationTable);

        TransitGatewayRouteTable? Table(string option, string parameter, TransitGatewayRouteTable? before)
        {
            if (!gateway.Options[option]) return null;
            if (options.Text(parameter) is { } id) return call.Region.TransitGatewayRouteTables.GetLive(id);
            return before ?? (made ??= gateway.AssociationTable ?? TransitGatewayRouteTableActions.Add(call, gateway));
        }
    }

    private static void Write(XmlAnswer node, TransitGateway gateway, Ec2Region viewer) => node
        .Text("transitGatewayId", gateway.Id).Text("transitGatewayArn", gateway.Arn).Text("state", gateway.State.Code)
        .Text("ownerId", gateway.OwnerId).Text("description", gateway.Description).Time("creationTime", gateway.Created)
        .Node("options", options => gateway.Options.Write(options.Number("amazonSideAsn", gateway.AmazonSideAsn)
            .Set("transitGatewayCidrBlocks", gateway.Cidrs, (item, block) => item.Value(block.ToString())))
            .Text("associationDefaultRouteTableId", gateway.AssociationTable?.Id)
            .Text("propagationDefaultRouteTableId", gateway.PropagationTable?.Id))
        .Tags(viewer.Tags.Of(gateway.Id));
}
