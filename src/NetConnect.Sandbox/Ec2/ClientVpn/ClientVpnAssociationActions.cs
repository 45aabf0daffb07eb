using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Regions;
using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>AssociateClientVpnTargetNetwork, DisassociateClientVpnTargetNetwork, DescribeClientVpnTargetNetworks,
/// ApplySecurityGroupsToClientVpnTargetNetwork.</summary>
internal static class ClientVpnAssociationActions
{
    private static readonly FilterSet<ClientVpnAssociation> s_filters = new()
    {
        { "association-id", association => association.Id },
        { "target-network-id", association => association.Subnet?.Id },
        { "vpc-id", association => association.Subnet?.Vpc.Id },
    };

    public static void AssociateClientVpnTargetNetwork(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnAssociation made = call.Region.ClientTokens.Once(call, () => Associate(call));
        answer.Text("associationId", made.Id).Status(made.State);
    }

    public static void DisassociateClientVpnTargetNetwork(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        string id = call.Parameters.Required("AssociationId");
        ClientVpnAssociation association = endpoint.StandingAssociations.FirstOrDefault(known => known.Id == id)
            ?? throw new ApiException("InvalidClientVpnAssociationIdNotFound", $"The association {id} does not exist.");
        endpoint.CheckOperations();
        association.End();
        // Its routes go with it; the last subnet takes all clients with it (Administrator Guide, "Target networks").
        foreach (ClientVpnRoute route in endpoint.StandingRoutes.Where(route => route.Target == association.Subnet?.Id).ToList()) route.DeleteWithSubnet();
        if (!endpoint.LiveAssociations.Any()) endpoint.ResetSessions();
        answer.Text("associationId", id).Status(association.State);
    }

    public static void DescribeClientVpnTargetNetworks(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        IReadOnlyList<string> ids = call.Parameters.List("AssociationIds");
        if (ids.FirstOrDefault(id => !endpoint.Associations.Exists(known => known.Id == id)) is { } missing)
            throw new ApiException("InvalidClientVpnAssociationIdNotFound", $"The association {missing} does not exist.");
        ClientVpnParts.Answer(call, answer, "clientVpnTargetNetworks",
            endpoint.Associations.Where(association => ids.Count == 0 || ids.Contains(association.Id)),
            s_filters, association => association.Sequence, ids.Count > 0,
            (item, association) => Write(item, endpoint, association));
    }

    public static void ApplySecurityGroupsToClientVpnTargetNetwork(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        if (!endpoint.LiveAssociations.Any(association => association.Subnet?.Vpc == vpc))
            throw new ApiException("InvalidClientVpnActiveAssociationNotFound", $"{endpoint.Id} has no associated subnet in {vpc.Id}.");
        IReadOnlyList<string> groups = call.Parameters.List("SecurityGroupId");
        if (groups.Count == 0) throw QueryParameters.Missing("SecurityGroupId");
        ClientVpnSettingsInput.CheckSecurityGroups(call, groups, vpc);
        endpoint.CheckOperations();
        endpoint.Settings = endpoint.Settings with { SecurityGroupIds = groups, Vpc = vpc };
        answer.Set("securityGroupIds", groups, (item, id) => item.Value(id));
    }

    private static void Write(XmlAnswer item, ClientVpnEndpoint endpoint, ClientVpnAssociation association)
    {
        item.Text("associationId", association.Id).Text("vpcId", association.Subnet?.Vpc.Id)
            .Text("targetNetworkId", association.Subnet?.Id).Text("clientVpnEndpointId", endpoint.Id)
            .Status(association.State)
            .Set("securityGroups", endpoint.Settings.SecurityGroupIds, (group, id) => group.Value(id));
        // Zones are told only where the endpoint ends in a transit gateway (API Reference, TargetNetwork).
        if (association.Subnet is not null) return;
        item.Set("availabilityZoneSet", [association.Zone.Name], (zone, name) => zone.Value(name))
            .Set("availabilityZoneIdSet", [association.Zone.Id], (zone, id) => zone.Value(id));
    }

    private static ClientVpnAssociation Associate(Ec2Call call)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        Subnet? subnet = endpoint.Attachment is null ? ClientVpnTargets.Subnet(call, endpoint) : null;
        AvailabilityZone zone = subnet?.Zone ?? ClientVpnTargets.Zone(call, endpoint);
        endpoint.CheckOperations();
        var made = new ClientVpnAssociation(call.Region, zone, subnet);
        endpoint.Associations.Add(made);
        endpoint.FailWhereOrdered(made.State, StateDurations.ClientVpnAssociation, "association-failed");
        if (subnet is null) return made;
        if (endpoint.Settings.Vpc is null) endpoint.Settings = endpoint.Settings.In(subnet.Vpc);
        // The VPC's own block is routed by itself; blocks that come later are not (Administrator Guide, "Routes").
        endpoint.Routes.Add(new ClientVpnRoute(call.Region, subnet.Vpc.CidrBlock, subnet.Id, "associate") { Description = "Default Route" });
        return made;
    }
}
