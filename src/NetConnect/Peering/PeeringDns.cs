using NetConnect.Planning;

namespace NetConnect.Peering;

/// <summary>The DNS option of a peering: each side's is changed by its owner, in its own Region, and only while the peering is active.</summary>
internal static class PeeringDns
{
    /// <summary>The sides whose option has to change; none where nothing was asked.</summary>
    public static PeeringSides Changes(VpcPeering? peering, PeeringSides? wanted)
    {
        if (wanted is null)
            return PeeringSides.None;
        PeeringSides have = (peering?.Requester.AllowDnsResolutionFromRemoteVpc == true ? PeeringSides.Requester : 0)
            | (peering?.Accepter.AllowDnsResolutionFromRemoteVpc == true ? PeeringSides.Accepter : 0);
        return have ^ wanted.Value;
    }

    /// <summary>Refuses to turn the option on where a VPC lacks the attributes that EC2 asks of both
    /// (InvalidVpcPeeringConnectionState.DnsHostnamesDisabled).</summary>
    /// <remarks>One read a VPC: enableDnsHostnames can be on only while enableDnsSupport is (ModifyVpcAttribute).</remarks>
    public static async Task RefuseMissingAttributesAsync(IEnumerable<VpcRouting> vpcs, CancellationToken cancellationToken) =>
        await Task.WhenAll(vpcs.Select(async vpc =>
        {
            if (!await vpc.Api.HasDnsHostnamesAsync(vpc.VpcId, cancellationToken).ConfigureAwait(false))
                throw new NetConnectException(
                    ErrorIds.DnsAttributesMissing,
                    ErrorKind.Conflict,
                    $"DNS resolution over a peering needs enableDnsSupport and enableDnsHostnames on both VPCs, and {vpc} lacks them. Turn them on, or leave -DnsResolution out.",
                    vpc.VpcId);
        })).ConfigureAwait(false);

    /// <summary>The steps that change the option: one where a single owner and Region hold both sides, else one a side.</summary>
    public static IEnumerable<PlanStep> Steps(
        PeeringSides changes, PeeringSides wanted, PeeringEnd? requester, PeeringEnd? accepter, OperationContext context,
        Func<CancellationToken, Task<string>> readyAsync, PlanStep? after)
    {
        if (changes == PeeringSides.None)
            yield break;
        bool? forRequester = changes.HasFlag(PeeringSides.Requester) ? wanted.HasFlag(PeeringSides.Requester) : null;
        bool? forAccepter = changes.HasFlag(PeeringSides.Accepter) ? wanted.HasFlag(PeeringSides.Accepter) : null;
        if (requester is not null && accepter is not null && requester.Vpc.OwnerId == accepter.Vpc.OwnerId && requester.Api.Region == accepter.Api.Region)
        {
            yield return Step(requester, forRequester, forAccepter);
            yield break;
        }
        if (forRequester is not null)
            yield return Step(requester!, forRequester, null);
        if (forAccepter is not null)
            yield return Step(accepter!, null, forAccepter);

        PlanStep Step(PeeringEnd end, bool? ofRequester, bool? ofAccepter) => new(
            $"Turn DNS resolution {((ofRequester ?? ofAccepter) == true ? "on" : "off")}",
            end.Vpc.ToString(),
            async cancellationToken =>
            {
                string id = await readyAsync(cancellationToken).ConfigureAwait(false);
                await context.WhenVisibleAsync(ct => end.Api.SetPeeringDnsAsync(id, ofRequester, ofAccepter, ct), cancellationToken).ConfigureAwait(false);
            },
            after is null ? [] : [after]);
    }

    /// <summary>The peering as it is once the option has been set.</summary>
    public static VpcPeering WithDns(this VpcPeering peering, PeeringSides? wanted) => wanted is not { } sides ? peering : peering with
    {
        Requester = peering.Requester with { AllowDnsResolutionFromRemoteVpc = sides.HasFlag(PeeringSides.Requester) },
        Accepter = peering.Accepter with { AllowDnsResolutionFromRemoteVpc = sides.HasFlag(PeeringSides.Accepter) },
    };
}
