namespace NetConnect.ClientVpn;

/// <summary>What the subnets that clients end in say, and the states of everything.</summary>
internal static class ClientVpnSubnetFindings
{
    public static IEnumerable<VpnFinding> Of(ClientVpnWorld world)
    {
        ClientVpnEndpoint endpoint = world.Endpoint;
        string id = endpoint.ClientVpnEndpointId;
        List<string> changing =
        [
            .. endpoint.Associations.Where(one => one.State is ClientVpnStates.Associating or ClientVpnStates.Disassociating)
                .Select(one => $"{one} is {one.State}"),
            .. endpoint.Routes.Where(one => one.State is ClientVpnStates.Creating or ClientVpnStates.Deleting)
                .Select(one => $"the route {one} is {one.State}"),
            .. endpoint.AuthorizationRules.Where(one => one.State is ClientVpnStates.Authorizing or ClientVpnStates.Revoking)
                .Select(one => $"the rule {one} is {one.State}"),
        ];
        if (changing.Count > 0)
            yield return world.Finding(VpnFindingCodes.EndpointChanging, VpnFindingSeverity.Information, id,
                $"Something changes: {string.Join(", ", changing)}.",
                $"Look again when it has ended: Get-ClientVpn {id}.");
        foreach (ClientVpnAssociation failed in endpoint.Associations.Where(one => one.State == ClientVpnStates.AssociationFailed))
            yield return world.Finding(VpnFindingCodes.SubnetFailed, VpnFindingSeverity.Error, failed.SubnetId,
                $"The subnet is {failed.State}: {failed.StateMessage ?? "AWS gives no reason"}.",
                $"Mend what the reason names, take the subnet away (Remove-ClientVpnSubnet {id} -SubnetId {failed.SubnetId}) "
                + $"and add it again (Add-ClientVpnSubnet {id} -SubnetId {failed.SubnetId}).");
        List<string> live = [.. endpoint.Associations.Where(one => one.IsLive()).Select(one => one.SubnetId)];
        if (live.Count == 0)
            yield return world.Finding(VpnFindingCodes.NoSubnet, VpnFindingSeverity.Error, id,
                "The endpoint is associated with nothing: nobody can connect.",
                $"Give it a subnet in each of two Availability Zones: Add-ClientVpnSubnet {id} -SubnetId.");
        // Client VPN Administrator Guide, "Target networks": two zones at least, for when one fails.
        List<string> zones =
            [.. world.Subnets.Where(subnet => live.Contains(subnet.SubnetId)).Select(subnet => subnet.AvailabilityZone).Distinct()];
        if (zones.Count == 1)
            yield return world.Finding(VpnFindingCodes.OneZone, VpnFindingSeverity.Warning, id,
                $"All subnets are in {zones[0]}: when that fails, nobody can connect.",
                $"Give it a subnet of another Availability Zone: Add-ClientVpnSubnet {id} -SubnetId.");
        foreach (ClientVpnRoute failed in endpoint.Routes.Where(one => one.State == ClientVpnStates.Failed))
            yield return world.Finding(VpnFindingCodes.RouteFailed, VpnFindingSeverity.Error, failed.DestinationCidrBlock,
                $"The route via {failed.TargetSubnetId} has failed: {failed.StateMessage ?? "AWS gives no reason"}.",
                $"Mend what the reason names, and make the route again: Remove-ClientVpnRoute {id} {failed.DestinationCidrBlock}, "
                + $"then Add-ClientVpnRoute {id} {failed.DestinationCidrBlock}.");
        foreach (ClientVpnRule failed in endpoint.AuthorizationRules.Where(one => one.State == ClientVpnStates.Failed))
            yield return world.Finding(VpnFindingCodes.RuleFailed, VpnFindingSeverity.Error, failed.DestinationCidrBlock,
                $"The rule for {failed.GroupId ?? "everybody"} has failed: {failed.StateMessage ?? "AWS gives no reason"}.",
                $"Mend what the reason names, and make the rule again: Revoke-ClientVpnAccess {id} {failed.DestinationCidrBlock}, "
                + $"then Grant-ClientVpnAccess {id} {failed.DestinationCidrBlock}.");
    }
}
