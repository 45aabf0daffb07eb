using NetConnect.Sandbox.Ec2.Vpcs;

namespace NetConnect.Sandbox.Ec2.Gateways;

/// <summary>An internet gateway, attached to one VPC at most.</summary>
internal sealed class InternetGateway(Ec2Region home, string id) : Ec2Resource(home, id)
{
    public Vpc? Vpc { get; set; }
}
