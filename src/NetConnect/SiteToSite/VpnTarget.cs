using NetConnect.Addressing;
using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>Where a new VPN ends at AWS: what is there, what cannot work there, and the steps besides making the connection.</summary>
internal abstract class VpnTarget
{
    /// <summary>The virtual private gateway; null until it is made, and where the VPN ends at a transit gateway.</summary>
    public virtual string? VpnGatewayId => null;

    /// <summary>The transit gateway, or null.</summary>
    public virtual string? TransitGatewayId => null;

    /// <summary>The BGP autonomous system number of the AWS end, also of one that is not made yet.</summary>
    public abstract long AmazonSideAsn { get; }

    /// <summary>The route tables that were asked to learn the connection's routes; null where nothing was said about that.</summary>
    public abstract IReadOnlyList<string>? PropagatingTableIds { get; }

    /// <summary>The connection of a customer gateway that is here already, or null.</summary>
    /// <exception cref="NetConnectException">It cannot be told which of several connections is meant.</exception>
    public abstract SiteToSiteVpn? FindVpn(VpnWorld world, CustomerGateway? customerGateway);

    /// <summary>Reads what is here besides the connection.</summary>
    /// <param name="vpn">The connection, or null where it is not made yet.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public virtual Task LookAsync(SiteToSiteVpn? vpn, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Refuses what cannot work here.</summary>
    public abstract void Refuse(VpnRequest request);

    /// <summary>The inside CIDRs that tunnels of other connections keep from those of a new one.</summary>
    public abstract IEnumerable<Cidr> InsideCidrsInUse(VpnWorld world);

    /// <summary>Adds the steps that bring the gateway into being.</summary>
    /// <returns>The last of them; null where it is there.</returns>
    public abstract PlanStep? AddGatewaySteps(List<PlanStep> steps);

    /// <summary>Adds the steps after which traffic finds its way.</summary>
    /// <param name="steps">Gets the steps.</param>
    /// <param name="vpn">The step that makes the connection, or null.</param>
    /// <param name="gateway">The step that brings the gateway into being, or null.</param>
    /// <param name="waits">Whether steps may wait for the connection.</param>
    /// <returns>What is left out because it would have to wait, or null.</returns>
    public abstract string? AddRoutingSteps(List<PlanStep> steps, PlanStep? vpn, PlanStep? gateway, bool waits);

    /// <summary>Waits until all is usable.</summary>
    public abstract Task WhenReadyAsync(CancellationToken cancellationToken);

    /// <summary>The connection with what the steps have made of it.</summary>
    public abstract Task<SiteToSiteVpn> ShowAsync(SiteToSiteVpn vpn, CancellationToken cancellationToken);

    /// <summary>What the VPN leads into, for messages.</summary>
    public abstract override string ToString();
}
