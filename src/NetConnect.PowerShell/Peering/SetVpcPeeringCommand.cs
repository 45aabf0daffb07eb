using System.Collections;
using System.Management.Automation;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Changes the DNS options and the tags of a VPC peering, each side's with the credentials of its owner.</summary>
[Cmdlet(VerbsCommon.Set, "VpcPeering", SupportsShouldProcess = true)]
[OutputType(typeof(VpcPeering))]
public sealed class SetVpcPeeringCommand : ExistingPeeringCmdlet
{
    /// <summary>The sides whose public DNS names resolve to private addresses from the other side; None turns it off on both.</summary>
    [Parameter]
    public PeeringSides? DnsResolution { get; set; }

    /// <summary>Tags to set on every side that the credentials reach. Other tags stay.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    private protected override Func<string, CancellationToken, Task<Plan<VpcPeering>>> Planner()
    {
        var settings = new PeeringSettings(Own, Peer, Context(timeoutSeconds: 0));
        PeeringSides? dnsResolution = DnsResolution;
        IReadOnlyDictionary<string, string> tags = ToTags(Tag);
        return (id, ct) => settings.PlanAsync(id, dnsResolution, tags, ct);
    }
}
