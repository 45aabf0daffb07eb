namespace NetConnect.SiteToSite;

/// <summary>A named set of tunnel options.</summary>
/// <param name="Name">The name by which it is asked for.</param>
/// <param name="Description">What it is for and what it contains, in a sentence or two.</param>
/// <param name="Option">The options that it sets; what it leaves null is left to AWS.</param>
internal sealed record VpnTunnelPreset(string Name, string Description, VpnTunnelOption Option)
{
    /// <summary>The options, and what they leave open from this preset.</summary>
    public VpnTunnelOption Apply(VpnTunnelOption option) => option.Over(Option);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
