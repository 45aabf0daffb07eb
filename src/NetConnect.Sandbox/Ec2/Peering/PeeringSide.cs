using NetConnect.Sandbox.Ec2.Vpcs;

namespace NetConnect.Sandbox.Ec2.Peering;

/// <summary>One end of a peering. A request can name a VPC that is not there; it then fails, and this end has no VPC.</summary>
internal sealed class PeeringSide(Ec2Region region, string vpcId, Vpc? vpc)
{
    public Ec2Region Region => region;

    public string OwnerId => region.AccountId;

    public string VpcId => vpcId;

    public Vpc? Vpc => vpc;

    /// <summary>Whether this end answers DNS questions of the other with private addresses.</summary>
    public bool AllowDnsResolutionFromRemoteVpc { get; set; }
}
