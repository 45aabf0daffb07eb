using NetConnect.Sandbox.Ec2.Regions;
using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>Reads where an endpoint is to end, and checks whether it can (Administrator Guide, "Target networks").</summary>
internal static class ClientVpnTargets
{
    private const int LeastFreeAddresses = 20;
    private const int LongestPrefix = 27;

    /// <summary>The subnet of a request, where the endpoint can end.</summary>
    public static Subnet Subnet(Ec2Call call, ClientVpnEndpoint endpoint)
    {
        if (call.Parameters.Text("AvailabilityZone") is not null || call.Parameters.Text("AvailabilityZoneId") is not null)
            throw new ApiException("InvalidParameterCombination", $"{endpoint.Id} ends in subnets, not in Availability Zones.");
        Subnet subnet = Find(call, call.Parameters.Required("SubnetId"));
        CheckFit(endpoint, subnet);
        return subnet;
    }

    /// <summary>The zone of a request, where an endpoint that is attached to a transit gateway can end.</summary>
    public static AvailabilityZone Zone(Ec2Call call, ClientVpnEndpoint endpoint)
    {
        if (call.Parameters.Text("SubnetId") is not null)
            throw new ApiException("InvalidParameterCombination", $"{endpoint.Id} ends in a transit gateway, not in subnets.");
        string? name = call.Parameters.Text("AvailabilityZone");
        string? id = call.Parameters.Text("AvailabilityZoneId");
        if (name is null && id is null) throw QueryParameters.Missing("AvailabilityZone");
        if (name is not null && id is not null)
            throw new ApiException("InvalidParameterCombination", "Only one of AvailabilityZone and AvailabilityZoneId may be specified.");
        AvailabilityZone zone = Zone(call, name, id);
        return endpoint.LiveAssociations.Any(known => known.Zone.Name == zone.Name)
            ? throw new ApiException("InvalidClientVpnDuplicateAssociationException", $"{zone.Name} is already associated with {endpoint.Id}.")
            : zone;
    }

    public static AvailabilityZone Zone(Ec2Call call, string? name, string? id) =>
        AwsRegion.ZonesOf(call.Region.Name).FirstOrDefault(zone => zone.Name == name || zone.Id == id)
        ?? throw QueryParameters.Invalid("AvailabilityZone", name ?? id!, $"{call.Region.Name} has no such zone.");

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
        if (others.Exists(other => other.Zone.Name == subnet.Zone.Name))
            throw new ApiException("InvalidClientVpnSubnetId.DuplicateAz", $"The endpoint has a subnet in {subnet.Zone.Name} already.");
        if (subnet.Vpc.Cidrs.Any(block => block.Overlaps(endpoint.ClientCidr)))
            throw new ApiException("InvalidClientVpnSubnetId.OverlappingCidr",
                $"The CIDR of {subnet.Vpc.Id} overlaps the client CIDR {endpoint.ClientCidr}.");
        if (subnet.CidrBlock.Length > LongestPrefix || subnet.AvailableIpAddressCount < LeastFreeAddresses)
            throw QueryParameters.Invalid("SubnetId", subnet.Id,
                $"It needs a block of /{LongestPrefix} or larger and {LeastFreeAddresses} free addresses.");
    }

    private static Subnet Find(Ec2Call call, string id)
    {
        ResourceKind.Subnet.CheckForm(id);
        if (call.Region.Subnets.Holds(id)) return call.Region.Subnets.Get(id);
        bool isOthers = call.World.Regions.Any(other => other != call.Region && other.Subnets.Holds(id));
        throw isOthers
            ? new ApiException("InvalidClientVpnSubnetId.DifferentAccount", $"{id} belongs to another account.")
            : new ApiException("InvalidClientVpnSubnetId.NotFound", $"The subnet ID '{id}' does not exist");
    }
}
