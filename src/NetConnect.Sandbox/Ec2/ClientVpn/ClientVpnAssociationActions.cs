using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>AssociateClientVpnTargetNetwork, DisassociateClientVpnTargetNetwork, DescribeClientVpnTargetNetworks,
/// ApplySecurityGroupsToClientVpnTargetNetwork.</summary>
internal static class ClientVpnAssociationActions
{
    private const int LeastFreeAddresses = 20;
    private const int LongestPrefix = 27;

    private static readonly FilterSet<ClientVpnAssociation> s_filters = new()
    {
        { "association-id", association => association.Id },
        { "target-network-id", association => association.Subnet.Id },
        { "vpc-id", association => association.Subnet.Vpc.Id },
    };

    public static void AssociateClientVpnTargetNetwork(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnAssociation made = call.Region.ClientTokens.Once(call, () => Associate(call));
        answer.Text("associationId", made.Id).Node("status", status => status.Text("code", made.State.Code));
    }

    public static void DisassociateClientVpnTargetNetwork(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        string id = call.Parameters.Required("AssociationId");
        ClientVpnAssociation association = endpoint.LiveAssociations.FirstOrDefault(known => known.Id == id)
            ?? throw new ApiException("InvalidClientVpnAssociationIdNotFound", $"The association {id} does not exist.");
        endpoint.CheckOperations();
        association.End();
        // Its routes go with it; the last subnet takes all clients with it (Administrator Guide, "Target networks").
        foreach (ClientVpnRoute route in endpoint.LiveRoutes.Where(route => route.Target == association.Subnet.Id).ToList()) route.DeleteWithSubnet();
        if (!endpoint.LiveAssociations.Any()) endpoint.ResetSessions();
        answer.Text("associationId", id).Node("status", status => status.Text("code", association.State.Code));
    }

    public static void DescribeClientVpnTargetNetworks(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        IReadOnlyList<string> ids = call.Parameters.List("AssociationIds");
        if (ids.FirstOrDefault(id => !endpoint.Associations.Exists(known => known.Id == id)) is { } missing)
            throw new ApiException("InvalidClientVpnAssociationIdNotFound", $"The association {missing} does not exist.");
        ClientVpnParts.Answer(call, answer, "clientVpnTargetNetworks",
            endpoint.Associations.Where(association => ids.Count == 0 || ids.Contains(association.Id)), s_filters, association => association.Sequence, ids.Count > 0,
            (item, association) => item.Text("associationId", association.Id).Text("vpcId", association.Subnet.Vpc.Id)
                .Text("targetNetworkId", association.Subnet.Id).Text("clientVpnEndpointId", endpoint.Id)
                .Node("status", status => status.Text("code", association.State.Code))
                .Set("securityGroups", endpoint.Settings.SecurityGroupIds, (group, id) => group.Value(id))
                .Set("availabilityZoneSet", [association.Subnet.Zone.Name], (zone, name) => zone.Value(name))
                .Set("availabilityZoneIdSet", [association.Subnet.Zone.Id], (zone, id) => zone.Value(id)));
    }

    public static void ApplySecurityGroupsToClientVpnTargetNetwork(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        if (!endpoint.LiveAssociations.Any(association => association.Subnet.Vpc == vpc))
            throw new ApiException("InvalidClientVpnActiveAssociationNotFound", $"{endpoint.Id} has no associated subnet in {vpc.Id}.");
        IReadOnlyList<string> groups = call.Parameters.List("SecurityGroupId");
        if (groups.Count == 0) throw QueryParameters.Missing("SecurityGroupId");
        ClientVpnSettingsInput.CheckSecurityGroups(call, groups, vpc);
        endpoint.CheckOperations();
        endpoint.Settings = endpoint.Settings with { SecurityGroupIds = groups, Vpc = vpc };
        answer.Set("securityGroupIds", groups, (item, id) => item.Value(id));
    }

    private static ClientVpnAssociation Associate(Ec2Call call)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        Subnet subnet = Subnet(call, call.Parameters.Required("SubnetId"));
        CheckFit(endpoint, subnet);
        endpoint.CheckOperations();
        var made = new ClientVpnAssociation(call.World.NewId("cvpn-assoc"), subnet);
        endpoint.Associations.Add(made);
        if (endpoint.Settings.Vpc is null) endpoint.Settings = endpoint.Settings.In(subnet.Vpc);
        // The VPC's own block is routed by itself; blocks that come later are not (Administrator Guide, "Routes").
        endpoint.Routes.Add(new ClientVpnRoute(call.Region, subnet.Vpc.CidrBlock, subnet.Id, "associate") { Description = "Default Route" });
        return made;
    }

    private static void CheckFit(ClientVpnEndpoint endpoint, Subnet subnet)
    {
        List<ClientVpnAssociation> others = endpoint.LiveAssociations.ToList();
        if (others.Exists(other => other.Subnet == subnet))
            throw new ApiException("InvalidClientVpnDuplicateAssociationException", $"{subnet.Id} is already associated with {endpoint.Id}.");
        // The VPC that was named, or that of subnets before, even of those that are gone (API Reference, AssociateClientVpnTargetNetwork).
        if (endpoint.Settings.Vpc is { } vpc && vpc != subnet.Vpc)
            throw new ApiException("InvalidClientVpnSubnetId.NotFound", $"The subnet ID '{subnet.Id}' does not exist in {vpc.Id}");
        if (subnet.Vpc.InstanceTenancy == "dedicated")
            throw QueryParameters.Invalid("SubnetId", subnet.Id, $"The tenancy of {subnet.Vpc.Id} is dedicated.");
        if (others.Exists(other => other.Subnet.Zone.Name == subnet.Zone.Name))
            throw new ApiException("InvalidClientVpnSubnetId.DuplicateAz", $"The endpoint has a subnet in {subnet.Zone.Name} already.");
        if (subnet.Vpc.Cidrs.Any(block => block.Overlaps(endpoint.ClientCidr)))
            throw new ApiException("InvalidClientVpnSubnetId.OverlappingCidr", $"The CIDR of {subnet.Vpc.Id} overlaps the client CIDR {endpoint.ClientCidr}.");
        if (subnet.CidrBlock.Length > LongestPrefix || subnet.AvailableIpAddressCount < LeastFreeAddresses)
            throw QueryParameters.Invalid("SubnetId", subnet.Id, $"It needs a block of /{LongestPrefix} or larger and {LeastFreeAddresses} free addresses.");
    }

    private static Subnet Subnet(Ec2Call call, string id)
    {
        ResourceKind.Subnet.CheckForm(id);
        if (call.Region.Subnets.Holds(id)) return call.Region.Subnets.Get(id);
        bool isOthers = call.World.Regions.Any(other => other != call.Region && other.Subnets.Holds(id));
        throw isOthers
            ? new ApiException("InvalidClientVpnSubnetId.DifferentAccount", $"{id} belongs to another account.")
            : new ApiException("InvalidClientVpnSubnetId.NotFound", $"The subnet ID '{id}' does not exist");
    }
}
