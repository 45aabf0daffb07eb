using System.Text.RegularExpressions;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2;

/// <summary>How one kind of resource is named, in ids, tags and errors.</summary>
/// <param name="prefix">What its ids begin with.</param>
/// <param name="tagType">What tag specifications and DescribeTags call it.</param>
/// <param name="notFound">The code when no such resource is there.</param>
/// <param name="malformed">The code when the id cannot be one.</param>
/// <param name="text">What messages call it: "The {text} ID '…' does not exist".</param>
internal sealed class ResourceKind(string prefix, string tagType, string notFound, string malformed, string text)
{
    private readonly Regex _form = new($"^{prefix}-([0-9a-f]{{8}}|[0-9a-f]{{17}})$", RegexOptions.CultureInvariant);

    public static readonly ResourceKind Vpc = new("vpc", "vpc", "InvalidVpcID.NotFound", "InvalidVpcID.Malformed", "vpc");
    public static readonly ResourceKind Subnet = new("subnet", "subnet", "InvalidSubnetID.NotFound", "InvalidSubnetID.Malformed", "subnet");
    public static readonly ResourceKind RouteTable =
        new("rtb", "route-table", "InvalidRouteTableID.NotFound", "InvalidRouteTableId.Malformed", "routeTable");
    public static readonly ResourceKind Peering = new("pcx", "vpc-peering-connection",
        "InvalidVpcPeeringConnectionID.NotFound", "InvalidVpcPeeringConnectionId.Malformed", "vpcPeeringConnection");

    public string Prefix => prefix;

    public string TagType => tagType;

    public void CheckForm(string id)
    {
        if (!_form.IsMatch(id)) throw new ApiException(malformed, $"Invalid id: \"{id}\" (expecting \"{prefix}-...\")");
    }

    public ApiException NotFound(params string[] ids) => new(notFound,
        ids.Length == 1 ? $"The {text} ID '{ids[0]}' does not exist" : $"The {text} IDs '{string.Join(", ", ids)}' do not exist");
}
