using Amazon.EC2.Model;
using NetConnect.Addressing;

namespace NetConnect.Aws.Vpcs;

/// <summary>From EC2's answers to NetConnect's models.</summary>
internal static class VpcMapping
{
    public static NetConnect.Vpc ToModel(this Amazon.EC2.Model.Vpc vpc) => new()
    {
        VpcId = vpc.VpcId,
        OwnerId = vpc.OwnerId ?? "",
        Name = vpc.Tags?.Find(tag => tag.Key == "Name")?.Value,
        CidrBlock = vpc.CidrBlock ?? "",
    };

    public static NetConnect.Subnet ToModel(this Amazon.EC2.Model.Subnet subnet) => new()
    {
        SubnetId = subnet.SubnetId,
        VpcId = subnet.VpcId ?? "",
        OwnerId = subnet.OwnerId ?? "",
        CidrBlock = subnet.CidrBlock ?? "",
        AvailabilityZone = subnet.AvailabilityZone ?? "",
        AvailableIpAddressCount = subnet.AvailableIpAddressCount ?? 0,
    };

    public static NetConnect.SecurityGroup ToModel(this Amazon.EC2.Model.SecurityGroup group) => new()
    {
        GroupId = group.GroupId,
        VpcId = group.VpcId ?? "",
        Ingress = group.IpPermissions?.Select(ToModel).ToList() ?? [],
        Egress = group.IpPermissionsEgress?.Select(ToModel).ToList() ?? [],
    };

    public static NetConnect.RouteTable ToModel(this Amazon.EC2.Model.RouteTable table) => new()
    {
        RouteTableId = table.RouteTableId,
        VpcId = table.VpcId,
        OwnerId = table.OwnerId ?? "",
        IsMain = table.Associations?.Exists(association => association.Main == true) == true,
        SubnetIds = table.Associations?.Where(association => association.SubnetId is not null).Select(association => association.SubnetId).ToList() ?? [],
        PropagatingVpnGatewayIds = table.PropagatingVgws?.Select(gateway => gateway.GatewayId).ToList() ?? [],
        Routes = table.Routes?.Select(ToModel).ToList() ?? [],
        Tags = ToModel(table.Tags),
    };

    public static VpcPeering ToModel(this VpcPeeringConnection peering) => new()
    {
        VpcPeeringConnectionId = peering.VpcPeeringConnectionId,
        Status = peering.Status?.Code?.Value ?? "",
        StatusMessage = peering.Status?.Message,
        Requester = ToModel(peering.RequesterVpcInfo),
        Accepter = ToModel(peering.AccepterVpcInfo),
        ExpirationTime = peering.ExpirationTime?.ToUniversalTime(),
        Tags = ToModel(peering.Tags),
    };

    private static NetConnect.SecurityGroupRule ToModel(IpPermission permission) => new()
    {
        CidrBlocks =
        [
            .. (permission.Ipv4Ranges?.Select(range => range.CidrIp) ?? []).Concat(permission.Ipv6Ranges?.Select(range => range.CidrIpv6) ?? []).Select(Cidr.Parse),
        ],
        GroupIds = permission.UserIdGroupPairs?.Select(pair => pair.GroupId).ToList() ?? [],
        PrefixListIds = permission.PrefixListIds?.Select(list => list.Id).ToList() ?? [],
    };

    private static NetConnect.Route ToModel(Amazon.EC2.Model.Route route) => new()
    {
        Destination = Cidr.TryParse(route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock, out Cidr cidr) ? cidr : null,
        PrefixListId = route.DestinationPrefixListId,
        Target = Target(route),
        State = route.State?.Value ?? "",
        Origin = route.Origin?.Value ?? "",
    };

    // A route has one target. An instance's route names its interface too, and the interface is what carries it.
    private static string Target(Amazon.EC2.Model.Route route) =>
        route.VpcPeeringConnectionId ?? route.TransitGatewayId ?? route.NatGatewayId ?? route.NetworkInterfaceId ?? route.InstanceId
        ?? route.EgressOnlyInternetGatewayId ?? route.LocalGatewayId ?? route.CarrierGatewayId ?? route.CoreNetworkArn ?? route.GatewayId ?? "";

    private static VpcPeeringSide ToModel(VpcPeeringConnectionVpcInfo? side) => new()
    {
        VpcId = side?.VpcId ?? "",
        OwnerId = side?.OwnerId ?? "",
        Region = side?.Region ?? "",
        CidrBlocks = Cidrs(side),
        Ipv6CidrBlocks = side?.Ipv6CidrBlockSet?.Select(block => block.Value).ToList() ?? [],
        AllowDnsResolutionFromRemoteVpc = side?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc,
    };

    // The set is told only while the peering is active, the primary block alone before that.
    private static List<string> Cidrs(VpcPeeringConnectionVpcInfo? side) => side switch
    {
        { CidrBlockSet: { Count: > 0 } all } => all.Select(block => block.Cidr).ToList(),
        { CidrBlock: { } primary } => [primary],
        _ => [],
    };

    internal static Dictionary<string, string> ToModel(List<Tag>? tags) => tags?.ToDictionary(tag => tag.Key, tag => tag.Value ?? "") ?? [];

    /// <summary>From NetConnect's tags to EC2's.</summary>
    public static List<Tag> ToTags(IReadOnlyDictionary<string, string> tags) => tags.Select(tag => new Tag(tag.Key, tag.Value)).ToList();
}
