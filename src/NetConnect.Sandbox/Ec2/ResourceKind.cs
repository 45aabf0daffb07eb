using System.Text.RegularExpressions;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2;

/// <summary>How one kind of resource is named, in ids, tags and errors.</summary>
/// <param name="prefix">What its ids begin with.</param>
/// <param name="tagType">What tag specifications and DescribeTags call it.</param>
/// <param name="notFound">The code when no such resource is there.</param>
/// <param name="malformed">The code when the id cannot be one.</param>
/// <param name="text">What messages call it: "The {text} '…' does not exist".</param>
internal sealed class ResourceKind(string prefix, string tagType, string notFound, string malformed, string text)
{
    private readonly Regex _form = new($"^{prefix}-([0-9a-f]{{8}}|[0-9a-f]{{17}})$", RegexOptions.CultureInvariant);

    public static readonly ResourceKind Vpc =
        new("vpc", "vpc", "InvalidVpcID.NotFound", "InvalidVpcID.Malformed", "vpc ID");
    public static readonly ResourceKind Subnet =
        new("subnet", "subnet", "InvalidSubnetID.NotFound", "InvalidSubnetID.Malformed", "subnet ID");
    public static readonly ResourceKind RouteTable =
        new("rtb", "route-table", "InvalidRouteTableID.NotFound", "InvalidRouteTableId.Malformed", "routeTable ID");
    public static readonly ResourceKind Peering = new("pcx", "vpc-peering-connection",
        "InvalidVpcPeeringConnectionID.NotFound", "InvalidVpcPeeringConnectionId.Malformed", "vpcPeeringConnection ID");
    public static readonly ResourceKind SecurityGroup =
        new("sg", "security-group", "InvalidGroup.NotFound", "InvalidGroupId.Malformed", "security group");
    public static readonly ResourceKind SecurityGroupRule = new("sgr", "security-group-rule",
        "InvalidSecurityGroupRuleId.NotFound", "InvalidSecurityGroupRuleId.Malformed", "security group rule ID");
    public static readonly ResourceKind NetworkAcl =
        new("acl", "network-acl", "InvalidNetworkAclID.NotFound", "InvalidNetworkAclId.Malformed", "network acl ID");
    public static readonly ResourceKind InternetGateway = new("igw", "internet-gateway",
        "InvalidInternetGatewayID.NotFound", "InvalidInternetGatewayId.Malformed", "internetGateway ID");
    public static readonly ResourceKind EgressOnlyGateway = new("eigw", "egress-only-internet-gateway",
        "InvalidGatewayID.NotFound", "InvalidEgressOnlyInternetGatewayId.Malformed", "eigw ID");
    public static readonly ResourceKind NatGateway =
        new("nat", "natgateway", "NatGatewayNotFound", "NatGatewayMalformed", "NatGateway ID");
    public static readonly ResourceKind Address =
        new("eipalloc", "elastic-ip", "InvalidAllocationID.NotFound", "InvalidAllocationID.Malformed", "allocation ID");
    public static readonly ResourceKind NetworkInterface = new("eni", "network-interface",
        "InvalidNetworkInterfaceID.NotFound", "InvalidNetworkInterfaceId.Malformed", "networkInterface ID");
    public static readonly ResourceKind PrefixList =
        new("pl", "prefix-list", "InvalidPrefixListID.NotFound", "InvalidPrefixListId.Malformed", "prefixList ID");
    public static readonly ResourceKind CustomerGateway = new("cgw", "customer-gateway",
        "InvalidCustomerGatewayID.NotFound", "InvalidCustomerGatewayId.Malformed", "customerGateway ID");
    public static readonly ResourceKind VpnGateway =
        new("vgw", "vpn-gateway", "InvalidVpnGatewayID.NotFound", "InvalidVpnGatewayId.Malformed", "vpnGateway ID");
    public static readonly ResourceKind VpnConnection = new("vpn", "vpn-connection",
        "InvalidVpnConnectionID.NotFound", "InvalidVpnConnectionId.Malformed", "vpnConnection ID");
    public static readonly ResourceKind TransitGateway = new("tgw", "transit-gateway",
        "InvalidTransitGatewayID.NotFound", "InvalidTransitGatewayID.Malformed", "transitGateway ID");
    public static readonly ResourceKind TransitGatewayAttachment = new("tgw-attach", "transit-gateway-attachment",
        "InvalidTransitGatewayAttachmentID.NotFound", "InvalidTransitGatewayAttachmentID.Malformed", "transitGatewayAttachment ID");
    public static readonly ResourceKind TransitGatewayRouteTable = new("tgw-rtb", "transit-gateway-route-table",
        "InvalidRouteTableID.NotFound", "InvalidRouteTableId.Malformed", "transitGatewayRouteTable ID");

    public static readonly ResourceKind ClientVpnEndpoint = new("cvpn-endpoint", "client-vpn-endpoint",
        "InvalidClientVpnEndpointId.NotFound", "InvalidClientVpnEndpointId.Malformed", "client VPN endpoint ID");

    public string Prefix => prefix;

    public string TagType => tagType;

    public void CheckForm(string id)
    {
        if (!_form.IsMatch(id)) throw new ApiException(malformed, $"Invalid id: \"{id}\" (expecting \"{prefix}-...\")");
    }

    public ApiException NotFound(params string[] ids) => new(notFound,
        ids.Length == 1 ? $"The {text} '{ids[0]}' does not exist" : $"The {text}s '{string.Join(", ", ids)}' do not exist");
}
