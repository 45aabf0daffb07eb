namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>Maintenance of a tunnel's AWS endpoint: pending where its owner controls the lifecycle, until it is applied for them.</summary>
internal sealed class TunnelMaintenance
{
    /// <summary>When AWS stops waiting; null when nothing is pending.</summary>
    public DateTime? AppliedAfter { get; private set; }

    public DateTime? LastApplied { get; private set; }

    public bool IsPending => AppliedAfter is not null;

    public void Offer(DateTime appliedAfter) => AppliedAfter = appliedAfter;

    public void Apply(DateTime at)
    {
        AppliedAfter = null;
        LastApplied = at;
    }
}
