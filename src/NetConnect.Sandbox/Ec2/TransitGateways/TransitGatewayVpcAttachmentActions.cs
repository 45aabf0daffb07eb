using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>Create-, Modify-, Delete- and DescribeTransitGatewayVpcAttachment(s).</summary>
internal static class TransitGatewayVpcAttachmentActions
{
    private static readonly Description<TransitGatewayAttachment> s_description = new("TransitGatewayAttachmentIds",
        "transitGatewayVpcAttachments", new FilterSet<TransitGatewayAttachment>
    {
        { "transit-gateway-attachment-id", attachment => attachment.Id },
        { "transit-gateway-id", attachment => attachment.Gateway.Id },
        { "vpc-id", attachment => attachment.Vpc?.Id },
        { "state", attachment => attachment.State.Code },
    }, Write);

    public static void CreateTransitGatewayVpcAttachment(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.TransitGatewayAttachment);
        TransitGateway gateway = TransitGatewayRules.Available(call);
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        List<Subnet> subnets = Subnets(call, "SubnetIds", vpc);
        if (subnets.Count == 0) throw QueryParameters.Missing("SubnetIds");
        if (TransitGatewayRules.Attachment(gateway, vpc) is not null)
            throw new ApiException("DuplicateTransitGatewayAttachment",
                $"{gateway.Id} has non-deleted Transit Gateway Attachments with same VPC ID.");
        CheckZones(subnets);
        var attachment = new TransitGatewayAttachment(gateway, call.NewId(ResourceKind.TransitGatewayAttachment),
            StateDurations.TransitGatewayAttachment)
        {
            Vpc = vpc,
            Options = TransitGatewayOptions.Read(call.Parameters.Under("Options"), TransitGatewayOptions.OfVpcAttachment),
        };
        foreach (Subnet subnet in subnets) attachment.AddSubnet(subnet);
        TransitGatewayRules.Add(attachment);
        call.Region.Tags.Set(attachment.Id, tags);
        Answer(call, answer, attachment);
    }

    public static void ModifyTransitGatewayVpcAttachment(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayAttachment attachment = Attachment(call);
        List<Subnet> added = Subnets(call, "AddSubnetIds", attachment.Vpc!);
        List<Subnet> removed = Subnets(call, "RemoveSubnetIds", attachment.Vpc!);
        CheckZones(attachment.Subnets.Select(entry => entry.Subnet).Except(removed).Concat(added).ToList());
        attachment.Options.Change(call.Parameters.Under("Options"));
        foreach (Subnet subnet in removed) attachment.RemoveSubnet(subnet);
        foreach (Subnet subnet in added) attachment.AddSubnet(subnet);
        attachment.State.Enter("modifying").Then(StateDurations.TransitGatewayAttachment, "available");
        Answer(call, answer, attachment);
    }

    public static void DeleteTransitGatewayVpcAttachment(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayAttachment attachment = Attachment(call);
        attachment.Delete();
        Answer(call, answer, attachment);
    }

    public static void DescribeTransitGatewayVpcAttachments(Ec2Call call, XmlAnswer answer) =>
        s_description.Answer(call, answer, call.Region.TransitGatewayAttachments, attachment => attachment.Vpc is not null);

    private static TransitGatewayAttachment Attachment(Ec2Call call)
    {
        TransitGatewayAttachment attachment =
            call.Region.TransitGatewayAttachments.GetLive(call.Parameters.Required("TransitGatewayAttachmentId"));
        return attachment.Vpc is not null ? attachment : throw ResourceKind.TransitGatewayAttachment.NotFound(attachment.Id);
    }

    private static List<Subnet> Subnets(Ec2Call call, string parameter, Vpc vpc)
    {
        List<Subnet> subnets = call.Region.Subnets.Get(call.Parameters.List(parameter));
        return subnets.Find(subnet => subnet.Vpc != vpc) is { } other
            ? throw new ApiException("InvalidSubnetID.NotFound", $"The subnet ID '{other.Id}' does not exist in {vpc.Id}")
            : subnets;
    }

    private static void CheckZones(List<Subnet> subnets)
    {
        if (subnets.Select(subnet => subnet.Zone.Name).Distinct().Count() < subnets.Count)
            throw new ApiException("DuplicateSubnetsInSameZone", "Duplicate Subnets for same AZ");
    }

    private static void Answer(Ec2Call call, XmlAnswer answer, TransitGatewayAttachment attachment) =>
        answer.Node("transitGatewayVpcAttachment", node => Write(node, attachment, call.Region));

    private static void Write(XmlAnswer node, TransitGatewayAttachment attachment, Ec2Region viewer) => node
        .Text("transitGatewayAttachmentId", attachment.Id).Text("transitGatewayId", attachment.Gateway.Id)
        .Text("vpcId", attachment.Vpc!.Id).Text("vpcOwnerId", attachment.Vpc.OwnerId).Text("state", attachment.State.Code)
        .Set("subnetIds", attachment.Subnets, (item, entry) => item.Value(entry.Subnet.Id))
        .Time("creationTime", attachment.Created).Node("options", options => attachment.Options.Write(options))
        .Tags(viewer.Tags.Of(attachment.Id));
}
