using NetConnect.Sandbox.Ec2.Subnets;

namespace NetConnect.Sandbox.Ec2.Gateways;

/// <summary>A network interface that another resource put into a subnet; the sandbox has no others.</summary>
internal sealed class NetworkInterface(Subnet subnet, string type, string description)
    : Ec2Resource(subnet.Home, subnet.Home.World.NewId(ResourceKind.NetworkInterface.Prefix))
{
    public Subnet Subnet => subnet;

    /// <summary>The kind of interface (<c>nat_gateway</c>).</summary>
    public string Type => type;

    public string Description => description;

    public string PrivateIpAddress { get; } = NextAddress(subnet);

    // The first four addresses of a subnet are AWS's.
    private static string NextAddress(Subnet subnet)
    {
        int used = subnet.Home.NetworkInterfaces.All.Count(known => known.Subnet == subnet);
        return subnet.CidrBlock.Part(32, 4 + used).ToString().Split('/')[0];
    }
}
