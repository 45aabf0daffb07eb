using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Peering;

/// <summary>ModifyVpcPeeringConnectionOptions.</summary>
internal static class PeeringOptionsActions
{
    private static readonly string[] s_classicLink =
        ["AllowEgressFromLocalClassicLinkToRemoteVpc", "AllowEgressFromLocalVpcToRemoteClassicLink"];

    public static void ModifyVpcPeeringConnectionOptions(Ec2Call call, XmlAnswer answer)
    {
        VpcPeering peering = call.Region.Peerings.Get(call.Parameters.Required("VpcPeeringConnectionId"));
        QueryParameters requester = call.Parameters.Under("RequesterPeeringConnectionOptions");
        QueryParameters accepter = call.Parameters.Under("AccepterPeeringConnectionOptions");
        if (requester.IsEmpty && accepter.IsEmpty) throw QueryParameters.Missing("RequesterPeeringConnectionOptions");
        if (peering.State.Code != "active")
            throw new ApiException("OperationNotPermitted",
                $"Peering {peering.Id} is not active. Peering options can be added only to active peerings.");

        Check(call, peering.Requester, requester, "Requester");
        Check(call, peering.Accepter, accepter, "Accepter");
        CheckDns(peering, requester, accepter);
        Apply(answer, peering.Requester, requester, "requesterPeeringConnectionOptions");
        Apply(answer, peering.Accepter, accepter, "accepterPeeringConnectionOptions");
    }

    // Each side belongs to its owner, and between Regions is set in its own Region (VPC Peering Guide, "DNS resolution").
    private static void Check(Ec2Call call, PeeringSide side, QueryParameters options, string name)
    {
        if (options.IsEmpty) return;
        if (side.OwnerId != call.Region.AccountId)
            throw new ApiException("OperationNotPermitted",
                $"User {call.Region.AccountId} does not have permission to modify the {name.ToLowerInvariant()} side peering options");
        if (side.Region.Name != call.Region.Name)
            throw new ApiException("OperationNotPermitted",
                $"{name}'s VPC Peering connection options cannot be modified for a different region");
        if (s_classicLink.Any(option => options.Flag(option) == true))
            throw new ApiException("UnsupportedOperation", "EC2-Classic has been retired: ClassicLink options cannot be enabled.");
    }

    // Both VPCs need both attributes, or names would not resolve in one of the directions.
    private static void CheckDns(VpcPeering peering, params QueryParameters[] options)
    {
        if (!options.Any(side => side.Flag("AllowDnsResolutionFromRemoteVpc") == true)) return;
        foreach (PeeringSide side in new[] { peering.Requester, peering.Accepter })
            if (side.Vpc is not { EnableDnsSupport: true, EnableDnsHostnames: true })
                throw new ApiException("InvalidVpcPeeringConnectionState.DnsHostnamesDisabled",
                    $"DNS hostnames and DNS support must be enabled for {side.VpcId} before DNS resolution is allowed over {peering.Id}.");
    }

    private static void Apply(XmlAnswer answer, PeeringSide side, QueryParameters options, string element)
    {
        if (options.IsEmpty) return;
        side.AllowDnsResolutionFromRemoteVpc = options.Flag("AllowDnsResolutionFromRemoteVpc") ?? side.AllowDnsResolutionFromRemoteVpc;
        answer.Node(element, node => PeeringDescription.WriteOptions(node, side.AllowDnsResolutionFromRemoteVpc));
    }
}
