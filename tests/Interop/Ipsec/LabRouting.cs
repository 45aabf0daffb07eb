namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>How a connection of the lab knows its routes.</summary>
public enum LabRouting
{
    /// <summary>A virtual private gateway and routes by hand.</summary>
    Static,

    /// <summary>A virtual private gateway, which uses one tunnel at a time, and BGP.</summary>
    Bgp,

    /// <summary>A transit gateway, which spreads traffic over both tunnels, and BGP.</summary>
    TransitBgp,
}
