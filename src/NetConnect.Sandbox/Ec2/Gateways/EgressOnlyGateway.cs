using NetConnect.Sandbox.Ec2.Vpcs;

namespace NetConnect.Sandbox.Ec2.Gateways;

/// <summary>An egress-only internet gateway: the way out for IPv6.</summary>
internal sealed class EgressOnlyGateway(Vpc vpc, string id) : Ec2Resource(vpc.Home, id)
{
    public Vpc Vpc => vpc;
}
